import { lexicon } from "./lexicon.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** From a word with one letter left out to the word, for every word that is worth mending. */
const tables = new WeakMap<Vocabulary, ReadonlyMap<string, string>>();

/** The word with a slip of one letter mended, where a KPI turns on it: `kwartal`, `procnet`, `decmber`. */
export function mended(key: string, vocabulary: Vocabulary): string {
  if (key.length < 5 || key.length > 20 || lexicon(vocabulary).has(key)) return key;
  const table = tableOf(vocabulary);
  for (const variant of [key, ...withoutOne(key)]) {
    const word = table.get(variant);
    if (word !== undefined && Math.abs(word.length - key.length) <= 1) return word;
  }
  return key;
}

function tableOf(vocabulary: Vocabulary): ReadonlyMap<string, string> {
  let table = tables.get(vocabulary);
  if (!table) {
    table = new Map([...vocabulary.mended].flatMap((word) => [word, ...withoutOne(word)].map((variant) => [variant, word] as const)));
    tables.set(vocabulary, table);
  }
  return table;
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}
