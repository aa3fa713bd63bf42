import { type Noun, readNoun } from "./quantity.ts";
import type { Sentence } from "./sentence.ts";
import type { Marks } from "./spans.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The words of a sentence that name things, as token indexes. `away` marks what belongs to a reason, an agreement or a baseline. */
export interface Content {
  readonly sentence: Sentence;
  readonly away: Marks;
}

/** Words between `from` and `to` that are neither function words, nor numbers, dates, goals or changes. */
export function contentWords(sentence: Sentence, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (isContent(sentence, at)) found.push(at);
  return found;
}

export function isContent({ tokens, own, inNumber }: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || inNumber(at)) return false;
  const { key } = token;
  if (own.stop.has(key) || own.goals.has(key) || own.changes.has(key) || own.quantifiers.has(key) || own.fillers.has(key)) return false;
  return !(own.periodUnits.has(key) || own.times.has(key) || own.months.has(key) || own.factors.has(key) || own.magnitudes.has(key));
}

/** The content words that may be what is counted. */
export function nouns({ sentence, away }: Content): number[] {
  const { tokens, own } = sentence;
  return contentWords(sentence, 0, tokens.length).filter((at) => {
    const { key } = tokens[at]!;
    const quality = own.quantifiers.has(tokens[at - 1]?.key ?? "") && own.isQuality(key) && !isContent(sentence, at + 1);
    return !away(at) && !quality && !own.isComparative(key) && !isVague(key, own) && !own.verbs.has(key) && !own.adjectives.has(key);
  });
}

/** Whether nobody can count it: `klantbeleving`, `quality`. */
export function isVague(key: string, { vague, vagueEnds }: Vocabulary): boolean {
  return vague.has(key) || vagueEnds.some((end) => key.endsWith(end));
}

/** The noun phrase at or behind token `at`, articles skipped. */
export function nounAt({ tokens, own, other, inNumber }: Sentence, at: number): Noun | null {
  let start = at;
  while (own.articles.has(tokens[start]?.key ?? "")) start++;
  return readNoun({ tokens, own, other, taken: inNumber }, start);
}

const longest = 6;

/** The words at those indexes, as typed; null where there are none. */
export function wordsAt({ tokens }: Sentence, indexes: readonly number[]): string | null {
  if (indexes.length === 0) return null;
  return indexes
    .slice(0, longest)
    .map((at) => tokens[at]!.text)
    .join(" ");
}

export function range(from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at <= to; at++) found.push(at);
  return found;
}
