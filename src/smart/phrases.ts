import type { Token } from "./tokens.ts";

/** Phrases of one or more words, each with what it means, found by their first word. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

interface Phrase<Meaning> {
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

export interface Found<Meaning> {
  readonly meaning: Meaning;
  /** index of the first token behind the phrase */
  readonly end: number;
}

/** Phrases written as `meaning: "first phrase|second"`. The longest phrase that fits wins. */
export function phrases<Meaning extends string>(lists: { readonly [M in Meaning]?: string }): Phrases<Meaning> {
  const table = new Map<string, Phrase<Meaning>[]>();
  for (const [meaning, list] of Object.entries(lists) as [Meaning, string][]) {
    for (const text of list.split("|")) {
      const words = text.split(" ");
      const first = words[0]!;
      const sharing = table.get(first) ?? [];
      sharing.push({ words, meaning });
      table.set(first, sharing);
    }
  }
  for (const sharing of table.values()) sharing.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The longest phrase that begins at token `at`. */
export function phraseAt<Meaning>(table: Phrases<Meaning>, tokens: readonly Token[], at: number): Found<Meaning> | null {
  const first = tokens[at];
  const sharing = first && table.get(first.key);
  if (!sharing) return null;
  for (const { words, meaning } of sharing) {
    let length = 1;
    while (length < words.length && tokens[at + length]?.key === words[length]) length++;
    if (length === words.length) return { meaning, end: at + length };
  }
  return null;
}

/** A list of words as a set: `words("de het een")`. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Words that share a meaning, as a map: `meanings({ minute: "minuut minuten" })`. */
export function meanings<Meaning extends string>(lists: Readonly<Record<Meaning, string>>): ReadonlyMap<string, Meaning> {
  return new Map(
    (Object.entries(lists) as [Meaning, string][]).flatMap(([meaning, list]) => list.split(" ").map((word) => [word, meaning] as const)),
  );
}

/** Every word of a list with one meaning, as entries of a map. */
export function all<const Meaning>(list: string, meaning: Meaning): [string, Meaning][] {
  return list.split(" ").map((word) => [word, meaning]);
}

/** Every word of a list with its place in it, from 0. */
export function numbered(list: string): [string, number][] {
  return list.split(" ").map((word, index) => [word, index]);
}
