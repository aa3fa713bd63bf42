import { z } from "zod";
import { benjaminiHochberg } from "../experiment/multiplicity.ts";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { chiSquareUpper } from "../special/tails.ts";
import { vocabularies } from "./language.ts";
import { isWord, sentencesOf } from "./tokens.ts";

const texts = z.array(z.string().max(100_000).nullable());
const least = z.int().min(1).max(1e6).default(3);
const most = z.int().min(1).max(10_000).default(20);
const Input = z.union([
  z.strictObject({ texts, of: z.union([z.array(z.boolean()), z.array(z.int().min(0))]), least, most }),
  z.strictObject({ texts, scores: z.array(z.number().nullable()), upTo: z.number(), least, most }),
]);
type Asked = z.infer<typeof Input>;

export interface Theme {
  readonly word: string;
  /** texts with the word, of those that were asked about and of the others */
  readonly texts: readonly [of: number, others: number];
  /** log-likelihood ratio G², χ² with one degree of freedom where the word is as frequent in both */
  readonly g2: number;
  readonly pValue: number;
  /** Bonferroni's and Benjamini–Hochberg's p-value, over all words that were compared */
  readonly adjusted: { readonly bonferroni: number; readonly benjaminiHochberg: number };
  /** log₂ of how many times as frequent; a side without the word counts as half a text. 1 = twice, −1 = half */
  readonly logRatio: number;
}

export interface Themes {
  /** texts with words on either side */
  readonly n: readonly [of: number, others: number];
  /** words compared */
  readonly compared: number;
  /** the most telling first */
  readonly words: readonly Theme[];
}

/**
 * What some comments are about more (log ratio above 0) or less often than others: keyness of words. `of` says which texts, as a mask or by
 * index from 0; or those with a score of at most `upTo` against those above it. Counts texts, not words, so that somebody who repeats
 * himself counts once. Words in fewer than `least` (3) texts and function words of Dutch and English are left out; `most` (20) are told.
 *
 * G² = 2·Σ O·ln(O/E) over the four cells with or without the word × this or that side (Dunning 1993, Comput. Linguist. 19, 61–74; Rayson
 * & Garside 2000); effect size: log ratio (Hardie 2014). Assumes texts of different people. Example: a word in 10 of 20 texts and in 5 of
 * 80 others: G² 19.41, log ratio 3. Throws `bad-input` where a side is empty or a mask has another length.
 */
export const themes: Method<Asked, Themes> = {
  name: "themes",
  told: { nl: "waar opmerkingen vaker over gaan dan andere", en: "what comments are about more often than others" },
  input: Input,
  compute(asked) {
    const sides = sidesOf(asked);
    const n: [number, number] = [0, 0];
    const counts = new Map<string, [number, number]>();
    for (const [index, text] of asked.texts.entries()) {
      const side = sides[index];
      const words = new Set(
        sentencesOf(text ?? "")
          .flat()
          .filter(isWord),
      );
      if (side === undefined || side === null || words.size === 0) continue;
      n[side]++;
      for (const word of words) {
        if (isDull(word)) continue;
        const count = counts.get(word) ?? [0, 0];
        count[side]++;
        counts.set(word, count);
      }
    }
    if (n[0] === 0 || n[1] === 0) {
      throw badInput({ nl: "aan een van beide kanten staat geen tekst", en: "there is no text on one of the sides" });
    }
    const compared = [...counts].filter(([, [of, others]]) => of + others >= asked.least);
    const found = compared.map(([word, count]) => {
      const g2 = logLikelihood(count, n);
      return { word, texts: count, g2, pValue: chiSquareUpper(g2, 1), logRatio: logRatio(count, n) };
    });
    const falseShare = benjaminiHochberg(found.map(({ pValue }) => pValue));
    const words = found
      .map(({ logRatio: ratio, ...theme }, index) => ({
        ...theme,
        adjusted: { bonferroni: Math.min(1, theme.pValue * found.length), benjaminiHochberg: falseShare[index]! },
        logRatio: ratio,
      }))
      .sort((a, b) => b.g2 - a.g2 || (a.word < b.word ? -1 : 1))
      .slice(0, asked.most);
    return { n, compared: compared.length, words };
  },
};

/** Per text 0 for one that was asked about, 1 for another, null where that is not known. */
function sidesOf(asked: Asked): readonly (0 | 1 | null)[] {
  if ("scores" in asked) {
    refuseLength(asked.scores.length, asked.texts.length, "scores");
    return asked.scores.map((score) => (score === null ? null : score <= asked.upTo ? 0 : 1));
  }
  const { of } = asked;
  if (isMask(of)) {
    refuseLength(of.length, asked.texts.length, "of");
    return of.map((one) => (one ? 0 : 1));
  }
  const beyond = of.find((index) => index >= asked.texts.length);
  if (beyond !== undefined) {
    throw badInput({ nl: `er is geen tekst ${beyond}: de eerste is 0`, en: `there is no text ${beyond}: the first is 0` });
  }
  const chosen = new Set(of);
  return asked.texts.map((_, index) => (chosen.has(index) ? 0 : 1));
}

function isMask(of: readonly boolean[] | readonly number[]): of is readonly boolean[] {
  return typeof of[0] === "boolean";
}

function refuseLength(found: number, wanted: number, name: string): void {
  if (found === wanted) return;
  throw badInput({ nl: `${name} en texts zijn niet even lang`, en: `${name} and texts are not of equal length` });
}

function isDull(word: string): boolean {
  return word.length < 2 || /^\p{N}+$/u.test(word) || Object.values(vocabularies).some(({ functionWords }) => functionWords.has(word));
}

function logLikelihood([of, others]: readonly [number, number], [n, m]: readonly [number, number]): number {
  const total = n + m;
  const part = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * total) / (row * column));
  const [withWord, without] = [of + others, total - of - others];
  const sum = part(of, n, withWord) + part(others, m, withWord) + part(n - of, n, without) + part(m - others, m, without);
  return Math.max(0, 2 * sum);
}

function logRatio([of, others]: readonly [number, number], [n, m]: readonly [number, number]): number {
  return Math.log2(Math.max(of, 0.5) / n / (Math.max(others, 0.5) / m));
}
