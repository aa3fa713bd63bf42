import type { Language } from "../framework/index.ts";
import { en } from "./en.ts";
import { lexicon } from "./lexicon.ts";
import { perWord } from "./memory.ts";
import { isMetric } from "./metrics.ts";
import { nl } from "./nl.ts";
import { wordValue } from "./numbers.ts";
import type { Token } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

const far = 200;

/** The language a sentence is written in, by its words and by how it writes numbers and months; `otherwise` where they do not tell. */
export function languageOf(tokens: readonly Token[], otherwise: Language): Language {
  let balance = 0;
  for (const token of tokens.slice(0, far)) {
    if (token.kind === "word") balance += lean(token.key, nl) + monthWeight(token);
    else if (token.kind === "number") balance += notation(token.text);
  }
  return balance > 0 ? "nl" : balance < 0 ? "en" : otherwise;
}

/** How much more Dutch than English the word looks. */
const lean = perWord((key) => weight(key, nl) - weight(key, en));

function weight(key: string, vocabulary: Vocabulary): number {
  if (vocabulary.marks.has(key)) return 3;
  if (vocabulary.stop.has(key)) return 2;
  return lexicon(vocabulary).has(key) || isMetric(key, vocabulary) || wordValue(key, vocabulary) !== null || vocabulary.shape.test(key)
    ? 1
    : 0;
}

/** Dutch writes its months small, English with a capital. */
function monthWeight({ key, text }: Token): number {
  if (!nl.months.has(key) || !en.months.has(key) || key.length < 4) return 0;
  return /^\p{Ll}/u.test(text) ? 1 : -1;
}

/** 1.250,5 is Dutch, 1,250.5 English: the last mark tells, unless three digits behind it make it a group. */
function notation(text: string): number {
  const mark = /([.,])(\d+)$/.exec(text);
  if (!mark) return 0;
  const groups = mark[2]!.length === 3;
  return (mark[1] === ",") === groups ? -1 : 1;
}
