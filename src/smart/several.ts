import { inIdiom } from "./agreement.ts";
import { strong } from "./clauses.ts";
import type { KnownMetric } from "./metrics.ts";
import { phraseAt } from "./phrases.ts";
import type { Quantity } from "./quantity.ts";
import type { Sentence } from "./sentence.ts";
import { type Marks, spanAt, spanFrom } from "./spans.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The aims that stand side by side: joined by “en”, a comma or a point, and not the same thing said twice. */
export function sideBySide(sentence: Sentence, quantities: readonly Quantity[]): Quantity[] {
  const kept: Quantity[] = [];
  for (const quantity of quantities) {
    const last = kept.at(-1);
    if (!last || (isJoined(sentence, last.end, quantity.start) && !isRestated(sentence, last, quantity))) kept.push(quantity);
  }
  return kept;
}

function isJoined({ tokens, own, inPeriod }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((joinerAt(tokens, own, at) !== null || strong.has(tokens[at]!.key)) && !inPeriod(at)) return true;
  return false;
}

/** The index behind a joiner at token `at`; null where none stands there. nl `als` joins only behind `zowel`. */
function joinerAt(tokens: readonly Token[], own: Vocabulary, at: number): number | null {
  const joiner = phraseAt(own.joiners, tokens, at);
  return joiner && inIdiom(tokens, own, at, 0) ? joiner.end : null;
}

/** “€ 1,1 mln (+10 %)”, “an increase of 10 %”, “of which 10”: about the same aim. */
function isRestated({ tokens, own, clauses }: Sentence, last: Quantity, quantity: Quantity): boolean {
  if (quantity.kind === "count" && quantity.value === last.value && quantity.unit === last.unit) return true;
  if (spanAt(clauses, quantity.start)?.opener === "(") return true;
  // “250 badkamers, 40 meer dan vorig jaar”
  if (quantity.kind === "bare" && own.quantifiers.has(tokens[quantity.end]?.key ?? "")) return true;
  for (let at = last.end; at < quantity.start; at++) if (own.restating.has(tokens[at]!.key)) return true;
  return false;
}

/** “met 10 % naar € 1,1 mln”: the level is the aim, the change only says how far it is. */
export function levelOf({ tokens, own }: Sentence, targets: readonly Quantity[], all: readonly Quantity[]): readonly Quantity[] {
  const first = targets[0];
  const level = first && targets.length === 1 ? spanFrom(all, first.start + 1, tokens.length) : null;
  if (!first || !level || first.unit !== "percent" || !own.by.has(tokens[first.start - 1]?.key ?? "")) return targets;
  for (let at = Math.max(first.end, level.start - 3); at < level.start; at++) if (phraseAt(own.towards, tokens, at)) return [level];
  return targets;
}

const farthest = 7;

/** Two metrics named side by side (`omzet en marge`), which make several KPIs of one sentence; null where there are none. */
export function jointMetrics({ tokens, own, metrics }: Sentence, away: Marks): readonly [KnownMetric, KnownMetric] | null {
  let first: KnownMetric | null = null;
  for (const metric of metrics) {
    if (away(metric.start)) continue;
    if (
      first &&
      metric.start - first.end <= farthest &&
      isPlainlyJoined(tokens, own, first.end, metric.start) &&
      differ(tokens, first, metric)
    ) {
      return [first, metric];
    }
    first = metric;
  }
  return null;
}

/** Nothing but a joiner, and words that only lead to the second: `en minder`, `, het aantal`, `per klant en de`. */
function isPlainlyJoined(tokens: readonly Token[], own: Vocabulary, from: number, to: number): boolean {
  let joined = false;
  for (let at = from; at < to; at++) {
    const { key, kind } = tokens[at]!;
    const joiner = joinerAt(tokens, own, at);
    if (own.every.has(key)) at++;
    else if (joiner !== null && !strong.has(key)) {
      joined = true;
      at = joiner - 1;
    } else if (kind !== "word" || !(joined ? leadsOn(key, own) : own.changes.has(key) || own.quantifiers.has(key))) return false;
  }
  return joined;
}

function leadsOn(key: string, own: Vocabulary): boolean {
  return (
    own.articles.has(key) ||
    own.quantifiers.has(key) ||
    own.changes.has(key) ||
    own.adjectives.has(key) ||
    own.numberOf.has(key) ||
    own.isAdjective(key) ||
    own.isComparative(key)
  );
}

function differ(tokens: readonly Token[], first: KnownMetric, second: KnownMetric): boolean {
  return tokens[first.end - 1]!.key !== tokens[second.end - 1]!.key;
}
