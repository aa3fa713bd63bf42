import { type Lexicon, phrasesOf, wordsOf } from "./lexicon.ts";

/** A lexicon, ready to look words up in. */
export interface Vocabulary {
  readonly valued: ReadonlyMap<string, number>;
  /** of a word or of a form of one; null where it says nothing */
  readonly valueOf: (word: string) => number | null;
  /** by their first word, the longest first */
  readonly phrases: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: number }[]>;
  readonly turnedAfter: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  readonly notDenied: ReadonlySet<string>;
  readonly stronger: ReadonlySet<string>;
  readonly weaker: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  readonly functionWords: ReadonlySet<string>;
}

export function vocabularyOf(lexicon: Lexicon): Vocabulary {
  const valued = new Map(lexicon.valued.flatMap(([value, words]) => wordsOf(words).map((word) => [word, value] as const)));
  const phrases = new Map<string, { words: readonly string[]; value: number }[]>();
  for (const [value, lines] of lexicon.phrases) {
    for (const line of phrasesOf(lines)) {
      const words = wordsOf(line);
      const first = words[0]!;
      phrases.set(first, [...(phrases.get(first) ?? []), { words, value }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const set = (words: string): ReadonlySet<string> => new Set(wordsOf(words));
  const [functionWords, stronger, weaker] = [set(lexicon.functionWords), set(lexicon.stronger), set(lexicon.weaker)];
  return {
    valued,
    valueOf: (word) => {
      const own = valued.get(word);
      if (own !== undefined) return own;
      if (functionWords.has(word) || stronger.has(word) || weaker.has(word)) return null;
      const form = lexicon.forms(word).find((one) => valued.has(one));
      return form === undefined ? null : valued.get(form)!;
    },
    phrases,
    turnedAfter: set(lexicon.turnedAfter),
    negators: set(lexicon.negators),
    notDenied: set(lexicon.notDenied),
    stronger,
    weaker,
    contrasts: set(lexicon.contrasts),
    functionWords,
  };
}
