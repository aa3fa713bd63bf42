import type { Agreement } from "./agreement.ts";
import type { Aim } from "./aim.ts";
import type { FieldSpan } from "./clauses.ts";
import { type Content, contentWords, isContent, isVague, nounAt, nouns, range, wordsAt } from "./content.ts";
import { groupOf } from "./group.ts";
import type { KnownMetric } from "./metrics.ts";
import { phraseAt } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";
import type { Reason } from "./reasons.ts";
import { jointMetrics } from "./several.ts";
import type { Sentence } from "./sentence.ts";
import { holds, marks, type Span, spanAt, spanFrom } from "./spans.ts";

/** What a sentence measures. */
export interface Subject {
  /** in the sentence's own words; null where nothing is named */
  readonly phrase: string | null;
  /** the metric of the trade that it is, if any */
  readonly known: KnownMetric | null;
  /** something is named that can be counted */
  readonly countable: boolean;
  /** two metrics named side by side */
  readonly joint: boolean;
  /** the noun that the number counts where it does not stand behind it: `Aantal leads: 40`, `van de klanten hebben 100 …` */
  readonly counted: string | null;
  /** somebody gives a mark: “klanten geven ons een 8” */
  readonly marked: boolean;
}

/** A sentence with its aim, and the metric of the trade that it names. */
interface Scene extends Content {
  readonly aim: Aim;
  /** the field of a form that names the metric */
  readonly field: FieldSpan | null;
  readonly known: KnownMetric | null;
  readonly group: readonly number[] | null;
}

export function subject(sentence: Sentence, aim: Aim, reasons: readonly Reason[], agreements: readonly Agreement[]): Subject {
  const scene = sceneOf(sentence, aim, reasons, agreements);
  const joint = isJoint(scene);
  const marked = isMarked(sentence, aim.target);
  const counted = marked ? null : countedNoun(scene);
  const countable = counted !== null || isCountable(scene);
  const named = countable || joint || aim.targets.length > 1;
  return { phrase: named ? (phraseOf(scene) ?? counted) : null, known: scene.known, countable, joint, counted, marked };
}

function sceneOf(sentence: Sentence, aim: Aim, reasons: readonly Reason[], agreements: readonly Agreement[]): Scene {
  const { target, baseline } = aim;
  const apart = (span: Span) => target === null || !holds(span, target.start);
  const aside = [
    ...reasons.filter((reason) => (reason.clause || !reason.opens) && apart(reason)),
    ...agreements.filter(apart),
    ...sentence.fields.filter(({ field }) => besides.has(field)),
  ];
  const away = marks(sentence.tokens.length, aside, baseline ? [baseline] : []);
  const field =
    sentence.fields.find(({ field, start, end }) => field === "metric" && contentWords(sentence, start, end).length > 0) ?? null;
  const known = (field && spanFrom(sentence.metrics, field.start, field.end)) ?? mainMetric(sentence, aim, away);
  return { sentence, away, aim, field, known, group: target && groupOf(sentence, target) };
}

const besides: ReadonlySet<string> = new Set(["note", "baseline", "agreement", "reason", "period"]);

/** The first metric that is no plain count, else the first. */
function mainMetric({ metrics }: Sentence, { target }: Aim, away: Content["away"]): KnownMetric | null {
  let first: KnownMetric | null = null;
  for (const metric of metrics) {
    if (away(metric.start) && metric.start !== target?.noun?.head) continue;
    if (metric.measure !== "count") return metric;
    first ??= metric;
  }
  return first;
}

function isJoint({ sentence, away, aim: { target, targets } }: Scene): boolean {
  if (targets.length > 1 || target?.kind === "share") return false;
  const pair = jointMetrics(sentence, away);
  // “90 % van de orders en retouren” is one share of one group.
  return pair !== null && (target === null || pair[0].measure !== "count" || pair[1].measure !== "count" || pair[0].start < target.start);
}

function isMarked({ tokens, own, metrics }: Sentence, target: Quantity | null): boolean {
  return target?.kind === "bare" && tokens.some(({ key }, at) => own.scoring.has(key) && !spanAt(metrics, at));
}

function countedNoun({ sentence, away, aim, known, group }: Scene): string | null {
  const { target, baseline } = aim;
  const { tokens, own } = sentence;
  if (target?.kind !== "bare" && target?.kind !== "count") return null;
  if (group) return tokens[group.at(-1)!]!.text;
  if (target.kind === "count") return null;
  if (baseline?.quantity?.kind === "count") return baseline.quantity.unit;
  const number = numberOf(sentence);
  const noun = number === null ? null : nounAt(sentence, number);
  if (noun) return tokens[noun.head]!.text;
  if (known) return known.measure === "count" ? tokens[known.end - 1]!.text : null;
  const plural = nouns({ sentence, away }).find((at) => own.isPlural(tokens[at]!.key));
  return plural === undefined ? timeBefore(sentence, target.start) : tokens[plural]!.text;
}

/** “Declarabele uren: 1.350”: the unit of time that a number is of, where it stands before a colon. */
function timeBefore({ tokens, own }: Sentence, start: number): string | null {
  return tokens[start - 1]?.key === ":" ? (own.times.get(tokens[start - 2]?.key ?? "") ?? null) : null;
}

/** Where the noun behind `aantal`, `number of` begins. */
function numberOf({ tokens, own }: Sentence): number | null {
  for (let at = 0; at < tokens.length; at++) {
    const found = phraseAt(own.numberOf, tokens, at);
    if (found) return found.end;
  }
  return null;
}

function isCountable(scene: Scene): boolean {
  const { sentence, away, field, known, group, aim } = scene;
  const { tokens, own } = sentence;
  const solid = (at: number) => !isVague(tokens[at]!.key, own);
  if (field) return contentWords(sentence, field.start, field.end).some((at) => known !== null || solid(at));
  const { target } = aim;
  if (target === null) {
    if ((known && known.measure !== "count") || quantified(scene)) return true;
    const changes = tokens.some(({ key }, at) => own.changes.has(key) && !own.quantifiers.has(key) && !away(at));
    return (
      changes &&
      nouns(scene).some((at) => own.isPlural(tokens[at]!.key) && !own.people.test(tokens[at]!.key) && !own.parties.has(tokens[at]!.key))
    );
  }
  if (target.kind === "count" || target.kind === "share" || target.kind === "score" || group || known) return true;
  // What takes time may be an act: “we close a report in 5 days”.
  return target.kind === "time" ? contentWords(sentence, 0, tokens.length).some((at) => !away(at) && solid(at)) : nouns(scene).length > 0;
}

/** A noun behind “more”, “fewer”, “zo veel mogelijk”, “aantal”. */
function quantified({ sentence, away }: Scene): boolean {
  const { tokens, own } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    if (away(at)) continue;
    const number = phraseAt(own.numberOf, tokens, at);
    const amount = number ?? phraseAt(own.vagueAmounts, tokens, at);
    if (!amount && !own.quantifiers.has(tokens[at]!.key)) continue;
    const noun = nounAt(sentence, amount?.end ?? at + 1);
    const head = noun ? tokens[noun.head]!.key : "";
    if (noun && !isVague(head, own) && (number || own.isPlural(head) || isComparative(sentence, at))) return true;
  }
  return false;
}

/** “hogere omzet” takes a singular; “meer klantgericht” is no amount. */
function isComparative({ tokens, own }: Sentence, at: number): boolean {
  const { key } = tokens[at]!;
  return own.quantifiers.has(key) && key.length > 5 && own.isAdjective(key);
}

function phraseOf(scene: Scene): string | null {
  const { sentence, away, aim, field, known, group } = scene;
  const { target, baseline } = aim;
  if (field) return wordsAt(sentence, contentWords(sentence, field.start, field.end));
  if (target === null) return wordsAt(sentence, known ? extended(scene, known) : nouns(scene));
  const start = baseline?.quantity?.noun;
  if (target.kind === "bare" && start) return wordsAt(sentence, range(start.start, start.head));
  if (target.noun)
    return wordsAt(sentence, [...(group ?? []), ...range(target.noun.start, target.noun.head), ...actBehind(sentence, target.noun.head)]);
  const clause = sentence.clauses.find((clause) => holds(clause, target.start)) ?? { start: 0, end: sentence.tokens.length };
  const behind = contentWords(sentence, target.end, clause.end);
  if (behind.length > 0 && (target.kind === "share" || (target.kind === "percent" && group))) return wordsAt(sentence, behind);
  if (group) return wordsAt(sentence, [...group, ...behind]);
  if (known && target.kind !== "times") return wordsAt(sentence, extended(scene, known));
  const near = contentWords(sentence, clause.start, clause.end).filter((at) => !away(at));
  return wordsAt(sentence, near.length > 0 ? near : nouns(scene));
}

/** What is done with the counted things: `badkamers verkocht`. */
function actBehind(sentence: Sentence, head: number): number[] {
  const next = sentence.tokens[head + 1]?.key ?? "";
  const acts = isContent(sentence, head + 1) && (sentence.own.isParticiple(next) || sentence.own.verbs.has(next));
  return acts ? [head + 1] : [];
}

/** A known metric with the words that narrow it: `gemiddelde orderwaarde`, `omzetdeel topklanten`. */
function extended({ sentence, away }: Scene, { start, end }: KnownMetric): number[] {
  const { tokens, own } = sentence;
  let from = start;
  while (from > 0 && start - from < 3 && narrows(from - 1)) from--;
  let to = end;
  while (to - end < 3 && narrows(to) && !own.isParticiple(tokens[to]!.key)) to++;
  return range(from, to - 1);

  function narrows(at: number): boolean {
    return isContent(sentence, at) && !away(at) && !own.verbs.has(tokens[at]!.key);
  }
}
