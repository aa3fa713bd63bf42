import type { Phrases } from "./phrases.ts";
import type { Vocabulary } from "./vocabulary.ts";

const lexicons = new WeakMap<Vocabulary, ReadonlySet<string>>();

/** Every word that the lists of a language hold. */
export function lexicon(vocabulary: Vocabulary): ReadonlySet<string> {
  let words = lexicons.get(vocabulary);
  if (!words) {
    words = new Set(Object.values(vocabulary as unknown as Record<string, unknown>).flatMap((list) => wordsOf(list)));
    lexicons.set(vocabulary, words);
  }
  return words;
}

function wordsOf(list: unknown): string[] {
  if (list instanceof Set) return [...(list as ReadonlySet<string>)];
  if (!(list instanceof Map)) return [];
  const table = list as Phrases<unknown> | ReadonlyMap<string, unknown>;
  return [...table].flatMap(([key, value]) =>
    Array.isArray(value) ? (value as { words?: readonly string[] }[]).flatMap(({ words = [key] }) => words) : [key],
  );
}
