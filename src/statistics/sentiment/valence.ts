import { isWord, signed } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word, phrase or sign that counted, with what it counted for where it stands. */
export interface ValuedWord {
  readonly word: string;
  readonly value: number;
}

const reach = 3;
const denied = -0.74;
const strengthened = 1.3;
const weakened = 0.7;

/**
 * The words of one sentence that say how somebody feels, each with its value as changed by what stands around it: a negator up to three words
 * before it turns it, to 0.74 of the other side (for verbs also up to three after it), the two words before it strengthen or weaken it, and
 * before a “but” it counts half, after it one and a half times. Punctuation ends the reach. Rules and weights after Hutto & Gilbert (2014),
 * VADER, ICWSM-14, 216–225.
 */
export function valuedWords(sentence: readonly string[], vocabulary: Vocabulary): readonly ValuedWord[] {
  const contrast = sentence.findLastIndex((token) => vocabulary.contrasts.has(token));
  const found: ValuedWord[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < sentence.length; at++) {
    const token = sentence[at]!;
    const side = contrast === -1 ? 1 : at < contrast ? 0.5 : 1.5;
    const phrase = phraseAt(sentence, at, vocabulary);
    if (phrase !== undefined) {
      for (let index = 0; index < phrase.words.length; index++) taken.add(at + index);
      if (phrase.value !== 0)
        found.push({ word: phrase.words.join(" "), value: side * turned(phrase.value, sentence, at, vocabulary, taken) });
      at += phrase.words.length - 1;
      continue;
    }
    const sign = signed(token);
    if (sign !== undefined) found.push({ word: token, value: side * sign });
    const value = isWord(token) ? vocabulary.valueOf(token) : null;
    if (value === null || modifiesNext(sentence, at, vocabulary)) continue;
    let counted = turned(value, sentence, at, vocabulary, taken);
    for (let before = at - 1; before >= Math.max(0, at - 2) && isWord(sentence[before]!); before--) {
      if (taken.has(before)) break;
      if (vocabulary.stronger.has(sentence[before]!)) counted *= strengthened;
      else if (vocabulary.weaker.has(sentence[before]!)) counted *= weakened;
    }
    found.push({ word: token, value: side * counted });
  }
  return found;
}

/** A text's score from its values, −1 to 1: s/√(s² + 15) of their sum s (Hutto & Gilbert 2014). */
export function scoreOf(words: readonly ValuedWord[]): number {
  const sum = words.reduce((total, { value }) => total + value, 0);
  return sum / Math.sqrt(sum * sum + 15);
}

function phraseAt(
  sentence: readonly string[],
  at: number,
  { phrases }: Vocabulary,
): { words: readonly string[]; value: number } | undefined {
  return phrases.get(sentence[at]!)?.find(({ words }) => words.every((word, index) => sentence[at + index] === word));
}

/** “Vreselijk lekker”: such a word strengthens and says nothing of its own. */
function modifiesNext(sentence: readonly string[], at: number, vocabulary: Vocabulary): boolean {
  const [token, next] = [sentence[at]!, sentence[at + 1]];
  if (next === undefined || !isWord(next) || !(vocabulary.stronger.has(token) || vocabulary.weaker.has(token))) return false;
  return vocabulary.valueOf(next) !== null;
}

function turned(value: number, sentence: readonly string[], at: number, vocabulary: Vocabulary, taken: ReadonlySet<number>): number {
  const denies = (index: number): boolean =>
    !taken.has(index) && vocabulary.negators.has(sentence[index]!) && !vocabulary.notDenied.has(sentence[index + 1] ?? "");
  for (let before = at - 1; before >= Math.max(0, at - reach) && isWord(sentence[before]!); before--) {
    if (vocabulary.contrasts.has(sentence[before]!)) break;
    if (denies(before)) return denied * value;
  }
  if (!vocabulary.turnedAfter.has(sentence[at]!)) return value;
  for (let after = at + 1; after <= at + reach && after < sentence.length && isWord(sentence[after]!); after++) {
    if (vocabulary.contrasts.has(sentence[after]!)) break;
    if (denies(after)) return denied * value;
  }
  return value;
}
