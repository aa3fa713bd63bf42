import type { Clause } from "./clauses.ts";
import { lexicon } from "./lexicon.ts";
import { phraseAt } from "./phrases.ts";
import type { Sentence } from "./sentence.ts";
import { marks, type Span, spanAt, spanFrom } from "./spans.ts";
import { opening, type Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Who agreed or contested, where the sentence says so. */
export interface Agreement {
  readonly verdict: "agreed" | "contested";
  /** as typed; null where it is not named */
  readonly party: string | null;
  /** the words of it: from the party or the word that agrees to the end of its clause */
  readonly start: number;
  readonly end: number;
}

interface Party {
  readonly text: string;
  readonly at: number;
}

/** Every agreement and objection in the sentence. */
export function agreements(sentence: Sentence): Agreement[] {
  const found: Agreement[] = [];
  if ((sentence.opens & opening.side) === 0 && sentence.fields.length === 0) return found;
  const agreed = sentence.fields.filter(({ field }) => field === "agreement");
  const occupied = marks(sentence.tokens.length, sentence.periods, sentence.quantities, bounds(sentence));
  const { tokens, own } = sentence;
  for (const [index, clause] of sentence.clauses.entries()) {
    const field = agreed.find(({ start, end }) => clause.start >= start && clause.start < end);
    const agreement = inClause(sentence, clause, occupied) ?? (field ? inField(sentence, clause) : null);
    if (found.length > 0 && (isNay(sentence, clause) || own.exceptions.has(tokens[clause.start]!.key)))
      found.push(stand("contested", partyIn(sentence, clause, clause.start, clause.start + 1), clause.start, clause.end));
    else if (agreement) found.push(isDenied(sentence, index + 1) ? { ...agreement, verdict: "contested" } : agreement);
  }
  return found;
}

/** “(de directie is akkoord,) de vakbond niet” */
function isNay(sentence: Sentence, clause: Clause): boolean {
  if (clause.end - clause.start > 4 || !endsInNo(sentence, clause)) return false;
  for (let at = clause.start; at < clause.end; at++) if (isParty(sentence, at)) return true;
  return false;
}

/** `akkoord directie: nee` */
function isDenied({ tokens, own, clauses }: Sentence, index: number): boolean {
  const answer = clauses[index];
  return answer?.opener === ":" && own.negations.has(tokens[answer.start]!.key);
}

/** What bounds a number: its “not” is no objection (`niet meer dan`). */
function bounds({ tokens, own }: Sentence): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const bound = tokens[start]!.opens & opening.bound ? phraseAt(own.bounds, tokens, start) : null;
    if (bound) found.push({ start, end: bound.end });
  }
  return found;
}

function inClause(sentence: Sentence, clause: Clause, occupied: (index: number) => boolean): Agreement | null {
  const { tokens, own } = sentence;
  let agreed: Agreement | null = null;
  let pending = false;
  for (let at = clause.start; at < clause.end; at++) {
    if ((tokens[at]!.opens & opening.side) === 0 || sentence.inNumber(at)) continue;
    if (phraseAt(own.pending, tokens, at)) pending = true;
    if (agreed && own.exceptions.has(tokens[at]!.key))
      return stand("contested", partyIn(sentence, clause, at, at + 1), agreed.start, clause.end);
    const parted = partedVerb(sentence, clause, at);
    const contest = parted === "contest" ? { meaning: parted, end: at + 1 } : phraseAt(own.contesting, tokens, at);
    const meant = contest?.meaning === "contest" ? inIdiom(tokens, own, at, clause.start) : isAgainst(sentence, clause, at);
    if (contest && meant) {
      if (negated(sentence, clause, at, contest.end, 2, occupied)) return null;
      return stand("contested", partyIn(sentence, clause, at, contest.end), at, clause.end);
    }
    const from = at;
    const agree = parted === "agree" ? { meaning: parted, end: at + 1 } : phraseAt(own.agreeing, tokens, at);
    if (!agree || !inIdiom(tokens, own, at, clause.start)) continue;
    const denied =
      parted === null
        ? negated(sentence, clause, at, agree.end, 6, occupied) || endsInNo(sentence, clause)
        : negated(sentence, clause, clause.end, clause.end, clause.end, occupied);
    if (agree.meaning === "agree" && denied) {
      return stand("contested", partyIn(sentence, clause, at, agree.end), at, clause.end);
    }
    if (agree.meaning === "weak" && negated(sentence, clause, at, agree.end, 2, occupied)) {
      const refusing = partyIn(sentence, clause, at, agree.end);
      if (refusing) return stand("contested", refusing, at, clause.end);
    }
    // “ja gezegd tegen”: the “against” is part of it.
    const party = partyIn(sentence, clause, at, agree.end, agree.meaning === "weak");
    at = agree.end - 1;
    if (party !== null) agreed ??= stand("agreed", party, from, clause.end);
  }
  return pending ? null : agreed;
}

/** nl `steunt de 40 vacatures niet` */
function endsInNo({ tokens, own }: Sentence, { end }: Clause): boolean {
  return own.negations.has(tokens[end - 1]!.key);
}

/** `keurt … af`: the verb, with its particle at the end of the clause. */
function partedVerb({ tokens, own, inPeriod }: Sentence, clause: Clause, at: number): "agree" | "contest" | null {
  const particles = own.separable.get(tokens[at]!.key);
  if (!particles) return null;
  const last = clause.end - 1 > at ? particles.get(tokens[clause.end - 1]!.key) : undefined;
  if (last) return last;
  // “stemt niet in met”, “keurt dit goed onder …”
  for (let next = at + 1; next < Math.min(clause.end, at + 4) && !inPeriod(next); next++) {
    const near = particles.get(tokens[next]!.key);
    if (near) return near;
    if (!own.stop.has(tokens[next]!.key)) return null;
  }
  return null;
}

function stand(verdict: Agreement["verdict"], party: Party | null, at: number, end: number): Agreement {
  return { verdict, party: party?.text ?? null, start: Math.min(at, party?.at ?? at), end };
}

/** Some words mean it only in an idiom: nl `eens` is “again” unless `het` stands before it. */
export function inIdiom(tokens: readonly Token[], own: Vocabulary, at: number, from: number): boolean {
  const needs = own.idioms.get(tokens[at]!.key);
  return needs === undefined || tokens.slice(Math.max(from, at - 7), at).some(({ key }) => needs.has(key));
}

/** “tegen”, “against” as a stand that somebody takes, not as a date, a comparison or a protection. */
function isAgainst(sentence: Sentence, clause: Clause, at: number): boolean {
  const { tokens, own } = sentence;
  const next = at + 1 < clause.end ? tokens[at + 1]! : null;
  const before = at > clause.start ? tokens[at - 1]! : null;
  if (next === null) return before !== null;
  const pronoun = own.stop.has(next.key) && at + 2 >= clause.end;
  const stands = standsBefore(sentence, clause, at) || opposers(sentence, clause, at);
  const wishes = tokens.slice(at + 1, Math.min(clause.end, at + 6)).some(({ key }) => own.wills.has(key));
  return pronoun || wishes || stands;
}

/** “is against”, “zijn er fel tegen”: a verb that takes a stand, with nothing but words to the “against”. */
function standsBefore({ tokens, own, inNumber }: Sentence, clause: Clause, at: number): boolean {
  for (let before = at - 1; before >= Math.max(clause.start, at - 3); before--) {
    if (tokens[before]!.kind !== "word" || inNumber(before)) return false;
    if (own.stands.has(tokens[before]!.key)) return true;
  }
  return false;
}

/** So many words at most stand between people and what they are against. */
const farthest = 12;

/** “De boeren procederen tegen 30 % minder vee”: people, and nothing yet that could be compared. */
function opposers(sentence: Sentence, { start }: Clause, at: number): boolean {
  const { quantities, metrics, inPeriod } = sentence;
  if (at - start > farthest || spanFrom(quantities, start, at)) return false;
  if (metrics.some((metric) => metric.measure !== "count" && metric.start >= start && metric.start < at)) return false;
  for (let before = start; before < at; before++)
    if (!inPeriod(before) && (isParty(sentence, before) || isPeople(sentence, before))) return true;
  return false;
}

/** A “not” near the word, outside what only bounds a number (`niet meer dan`). */
function negated(
  { tokens, own }: Sentence,
  clause: Clause,
  start: number,
  end: number,
  reach: number,
  occupied: (index: number) => boolean,
): boolean {
  const from = Math.max(clause.start, start - reach);
  const to = Math.min(clause.end, end + 2);
  for (let at = from; at < to; at++) {
    if ((at < start || at >= end) && own.negations.has(tokens[at]!.key) && !occupied(at)) return true;
  }
  return false;
}

/** Who agrees: named behind the word (`akkoord van de directie`), before it (`met sales afgesproken`), or as its subject. */
function partyIn(sentence: Sentence, clause: Clause, start: number, end: number, near = false): Party | null {
  const { tokens, own, inPeriod, inNumber } = sentence;
  for (let at = end; at < Math.min(clause.end, end + 4); at++) {
    const token = tokens[at]!;
    if (isParty(sentence, at) || (at === end && isName(sentence, at))) return named(sentence, at, clause.end);
    if (own.partyLeads.has(token.key) && !inPeriod(at)) {
      const noun = contentFrom(sentence, at + 1, clause.end);
      if (noun !== null && (own.agents.has(token.key) || own.of.has(token.key) ? isSomebody(sentence, noun) : isParty(sentence, noun)))
        return named(sentence, noun, clause.end);
    } else if (!own.stop.has(token.key) && token.key !== ":" && !own.agreeing.has(token.key) && !isParty(sentence, at + 1)) break;
  }
  const since = near ? Math.max(clause.start, start - 2) : clause.start;
  for (let at = start - 1; at >= since; at--) {
    // “visitors accept cookies” agrees to nothing here; “the trainers accepted this” does.
    const people = isPeople(sentence, at) && (!near || tokens[end]?.kind === "number" || own.stop.has(tokens[end]?.key ?? ""));
    const close = start - at <= 4 && (isName(sentence, at) || people);
    if ((isParty(sentence, at) || close) && !inNumber(at)) return named(sentence, at, start);
  }
  for (let at = Math.max(clause.start, start - 6); at < start - 1; at++) {
    if (!own.agents.has(tokens[at]!.key) || inPeriod(at)) continue;
    const noun = contentFrom(sentence, at + 1, start);
    const rest = noun === null ? [] : tokens.slice(noun + 1, start);
    if (
      noun !== null &&
      isSomebody(sentence, noun) &&
      rest.every(({ kind, key }) => kind === "word" && (own.stop.has(key) || /^\p{L}+$/u.test(key)))
    )
      return named(sentence, noun, start);
  }
  return null;
}

function contentFrom({ tokens, own }: Sentence, at: number, end: number): number | null {
  for (let i = at; i < Math.min(end, at + 4); i++) {
    const token = tokens[i]!;
    if (token.kind === "word" && !own.stop.has(token.key) && !own.articles.has(token.key)) return i;
    if (token.kind === "word" && isPartyWord(token, own)) return i;
    if (token.kind === "number") return null;
  }
  return null;
}

/** Any noun behind `met` or `by` will do, unless it is what the agreement is about. */
function isSomebody(sentence: Sentence, at: number): boolean {
  const { key } = sentence.tokens[at]!;
  if (isParty(sentence, at)) return true;
  const { own } = sentence;
  if (own.goals.has(key) || own.vague.has(key) || (own.months.has(key) && !isName(sentence, at)) || own.periodUnits.has(key)) return false;
  return (
    !sentence.metrics.some(({ start, end }) => at >= start && at < end) &&
    !sentence.quantities.some(({ start, end }) => at >= start && at < end)
  );
}

function isParty({ tokens, own }: Sentence, at: number): boolean {
  return tokens[at]?.kind === "word" && isPartyWord(tokens[at], own);
}

/** “de trainers hebben ingestemd”: people, though on no list, unless they are what is counted. */
function isPeople({ tokens, own, quantities }: Sentence, at: number): boolean {
  return tokens[at]!.kind === "word" && own.people.test(tokens[at]!.key) && !spanAt(quantities, at);
}

/** A capital inside a sentence, on a word that no list knows, is somebody's name. */
function isName({ tokens, own, other }: Sentence, at: number): boolean {
  const token = tokens[at];
  return (
    token?.kind === "word" &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    (own.months.has(token.key) || !(lexicon(own).has(token.key) || lexicon(other).has(token.key)))
  );
}

function isPartyWord(
  { key }: Token,
  { parties, partySuffixes }: { parties: ReadonlySet<string>; partySuffixes: readonly string[] },
): boolean {
  const word = key.endsWith("'s") ? key.slice(0, -2) : key;
  return parties.has(word) || parties.has(key) || partySuffixes.some((suffix) => word.endsWith(suffix) && word.length > suffix.length + 2);
}

function named(sentence: Sentence, at: number, end: number): Party {
  const { tokens, own } = sentence;
  let last = at + 1;
  const goesOn = (next: number) =>
    isParty(sentence, next) || isName(sentence, next) || (own.articles.has(tokens[next]!.key) && isName(sentence, next + 1));
  while (last < end && last < at + 4 && tokens[last]!.kind === "word" && goesOn(last)) last++;
  const words = tokens.slice(at, last).map(({ text }) => text);
  return { text: words.join(" "), at };
}

/** The answer in a field of its own (`akkoord: directie`): whoever is named there agrees. */
function inField(sentence: Sentence, { start, end }: Clause): Agreement | null {
  const { tokens, own } = sentence;
  if (own.negations.has(tokens[start]!.key)) return { verdict: "contested", party: null, start, end };
  const words = tokens.slice(start, end).filter(({ kind }) => kind === "word");
  const party = words.findIndex((token) => isPartyWord(token, own));
  const short =
    words.length <= 4 &&
    words.some(
      ({ key, text }) => !own.stop.has(key) && phraseAt(own.agreeing, [{ kind: "word", text, key, glued: false, opens: 0 }], 0) === null,
    );
  if (party < 0 && !short) return null;
  return { verdict: "agreed", party: words.map(({ text }) => text).join(" "), start, end };
}
