/** One word, number or sign of a sentence. */
export interface Token {
  readonly kind: "word" | "number" | "sign";
  /** as typed */
  readonly text: string;
  /** lower case, without accents, straight apostrophes; what word lists are searched by */
  readonly key: string;
  /** nothing stands between it and the token before it */
  readonly glued: boolean;
  /** what a sentence may go on with here, as bits of `opening`; 0 = not looked up */
  readonly opens: number;
}

/** What a word may begin. */
export const opening = {
  number: 1 | 2 | 4,
  period: 1,
  moment: 2,
  quantity: 4,
  metric: 8,
  side: 16,
  reason: 32,
  comparison: 64,
  level: 128,
  bound: 256,
  turn: 512,
  label: 1024,
  way: 2048,
} as const;

// A number, an abbreviation, t/m, a word, a sign. Every alternative starts with another kind of character and repeats over disjoint ones,
// so that reading takes time in proportion to length.
const pattern =
  /\d+(?:[.,'’]\d+)*|\p{L}(?:\.\p{L})+\.?(?![\p{L}\d])|[tT]\/[mM](?![\p{L}\d])|\p{L}[\p{L}\p{M}\d]*(?:(?<!\d)['’-]\p{L}[\p{L}\p{M}\d]*)*|[<>]=|[-=]>|\n|[^\s]/gu;

/** No KPI is longer than this; what follows is not read, so that a line of any length is answered at once. */
const longest = { characters: 20_000, tokens: 1000 };

/** The tokens of a sentence, in order; white space other than a line break is dropped. */
export function tokens(sentence: string): Token[] {
  const text = sentence.length > longest.characters ? sentence.slice(0, longest.characters) : sentence;
  const found: Token[] = [];
  let end = -1;
  for (const piece of text.match(pattern) ?? []) {
    const start = text.indexOf(piece, Math.max(0, end));
    found.push({ kind: kindOf(piece), text: piece, key: keyOf(piece), glued: start === end, opens: 0 });
    end = start + piece.length;
    if (found.length === longest.tokens) break;
  }
  return found;
}

const letter = /^\p{L}/u;

function kindOf(piece: string): Token["kind"] {
  const code = piece.charCodeAt(0);
  if (code >= 48 && code <= 57) return "number";
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? "word" : "sign";
  return letter.test(piece) ? "word" : "sign";
}

const plain = /^[\x20-\x7e]*$/;

function keyOf(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower === "=>" ? "->" : lower;
  return signs.get(lower) ?? lower.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'");
}

const signs: ReadonlyMap<string, string> = new Map([
  ["≥", ">="],
  ["≤", "<="],
  ["→", "->"],
  ["⇒", "->"],
  ["—", "–"],
  ["’", "'"],
  ["‘", "'"],
]);
