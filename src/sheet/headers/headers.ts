import { en } from "./en.ts";
import { type Field, fields, type HeaderWords } from "./field.ts";
import { nl } from "./nl.ts";

export const vocabularies: readonly HeaderWords[] = [nl, en];

/** What a column holds, by its name. 1: so it is called; less: the name has such a word in it. */
export interface FieldFound {
  readonly field: Field;
  readonly confidence: number;
}

export function fieldOf(header: string): FieldFound | null {
  const words = bare(header);
  if (words === "") return null;
  const whole = fields.find((field) => vocabularies.some(({ headers }) => headers[field].includes(words)));
  if (whole) return { field: whole, confidence: 1 };
  let best: { readonly field: Field; readonly size: number } | null = null;
  for (const field of fields)
    for (const { headers } of vocabularies)
      for (const name of headers[field])
        if (name.length > Math.max(3, best?.size ?? 0) && ` ${words} `.includes(` ${name} `)) best = { field, size: name.length };
  return best && { field: best.field, confidence: 0.7 };
}

/** The word among lists of words that a cell is; null where it is none of them. */
export function wordAmong<K extends string>(cell: string, lists: (words: HeaderWords) => Readonly<Record<K, readonly string[]>>): K | null {
  const words = bare(cell);
  for (const vocabulary of vocabularies) {
    const found = (Object.entries(lists(vocabulary)) as [K, readonly string[]][]).find(
      ([key, names]) => key === words || names.includes(words),
    );
    if (found) return found[0];
  }
  return null;
}

/** Small letters and digits with single spaces between them. */
export function bare(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
