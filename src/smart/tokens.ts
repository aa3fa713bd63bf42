/** One word, number or sign of a sentence. */
export interface Token {
  readonly kind: "word" | "number" | "sign";
  /** as typed */
  readonly text: string;
  /** lower case, without accents, straight apostrophes; what word lists are searched by */
  readonly key: string;
  /** nothing stands between it and the token before it */
  readonly glued: boolean;
}

// Every alternative starts with another kind of character and repeats over disjoint ones, so that reading takes time in proportion to length.
const pattern =
  /(\d+(?:[.,'’]\d+)*)|(\p{L}(?:\.\p{L})+\.?(?![\p{L}\d])|[tT]\/[mM](?![\p{L}\d])|\p{L}[\p{L}\p{M}\d]*(?:(?<!\d)['’-]\p{L}[\p{L}\p{M}\d]*)*)|([<>]=|[-=]>|\n|[^\s])/gu;

/** No KPI takes more words than this; what follows is not read, so that a line of any length is answered at once. */
const longest = 1000;

/** The first thousand tokens of a sentence, in order; white space other than a line break is dropped. */
export function tokens(sentence: string): Token[] {
  const found: Token[] = [];
  let end = -1;
  for (const match of sentence.matchAll(pattern)) {
    const text = match[0];
    const kind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "sign";
    found.push({ kind, text, key: keyOf(text), glued: match.index === end });
    end = match.index + text.length;
    if (found.length === longest) break;
  }
  return found;
}

const plain = /^[\x20-\x7e]*$/;

function keyOf(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return signs.get(lower) ?? lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'");
}

const signs: ReadonlyMap<string, string> = new Map([
  ["≥", ">="],
  ["≤", "<="],
  ["→", "->"],
  ["⇒", "->"],
  ["=>", "->"],
  ["–", "–"],
  ["—", "–"],
  ["’", "'"],
  ["‘", "'"],
]);
