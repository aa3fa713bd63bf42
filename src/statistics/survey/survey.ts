import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { tUpperQuantile } from "../special/tails.ts";
import { type Counts, npsInterval } from "./promoters.ts";
import { type Interval, wilson } from "./proportion.ts";
import { effectiveAnswers, weightedMean } from "./weights.ts";

const Input = z.strictObject({
  kind: z.enum(["nps", "csat", "ces"]),
  scores: z.array(z.number().nullable()),
  scale: z.tuple([z.number(), z.number()]),
  weights: z.array(z.number().min(0).max(1e100)).optional(),
});
type Kind = z.infer<typeof Input>["kind"];

export interface SurveyResult {
  /** nps: points, −100 to 100; csat: fraction; ces: mean on its scale; null without answers */
  readonly score: number | null;
  /** answers used */
  readonly n: number;
  /** 95 %, in the unit of `score`; null where nothing can be said */
  readonly interval: Interval | null;
  /** in the unit of `score`, by Taylor linearisation; null below two answers */
  readonly standardError: number | null;
  /** Kish's, where weights were given */
  readonly effectiveN?: number;
  readonly promoters?: number;
  readonly passives?: number;
  readonly detractors?: number;
  /** scores outside the scale, which count for nothing; absent where there are none */
  readonly refused?: number;
}

/**
 * A survey score with its 95 % interval. Blanks (null) are left out.
 *
 * - nps (0–10): share of 9–10 minus share of 0–6, adjusted Wald
 * - csat: share of the two highest choices, Wilson
 * - ces: the mean, Student's t
 *
 * With weights the shares and the mean are weighted and intervals use Kish's effective number of answers. Assumes answers of different
 * customers, who are like those who did not answer. Example: nps of 2×9, 1×7, 1×3 → 25. Throws `bad-input` for a scale that does not fit.
 */
export const survey: Method<z.infer<typeof Input>, SurveyResult> = {
  name: "survey",
  told: { nl: "NPS, CSAT of CES met interval", en: "NPS, CSAT or CES with an interval" },
  input: Input,
  compute({ kind, scores, scale, weights }) {
    refuseScale(kind, scale);
    if (weights !== undefined && weights.length !== scores.length) {
      throw badInput({ nl: "scores en weights zijn niet even lang", en: "scores and weights are not of equal length" });
    }
    const [low, high] = scale;
    const answers = scores.flatMap((score, index) => (score === null ? [] : [{ score, weight: weights?.[index] ?? 1 }]));
    const used = answers.filter(({ score, weight }) => score >= low && score <= high && weight > 0);
    const refused = answers.filter(({ score }) => score < low || score > high).length;
    // Only their proportions matter; as parts of the largest their squares neither overflow nor vanish.
    const largest = used.reduce((most, { weight }) => Math.max(most, weight), 0);
    const [values, given] = [used.map(({ score }) => score), used.map(({ weight }) => weight / largest)];
    return {
      ...scored(kind, values, given, high),
      ...(weights === undefined || used.length === 0 ? {} : { effectiveN: effectiveAnswers(given) }),
      ...(refused > 0 ? { refused } : {}),
    };
  },
};

function scored(kind: Kind, scores: readonly number[], weights: readonly number[], high: number): SurveyResult {
  const n = scores.length;
  const count = (test: (score: number) => boolean): number => scores.filter(test).length;
  const counts =
    kind === "nps"
      ? {
          promoters: count((score) => score >= 9),
          passives: count((score) => score > 6 && score < 9),
          detractors: count((score) => score <= 6),
        }
      : {};
  if (n === 0) return { score: null, n, interval: null, standardError: null, ...counts };
  const effectiveN = effectiveAnswers(weights);
  const { mean, standardError } = weightedMean(scores.map(valueOf(kind, high)), weights);
  const interval = ((): Interval | null => {
    if (kind === "csat") return wilson(mean * effectiveN, effectiveN);
    if (kind === "nps") return npsInterval(shares(scores, weights, effectiveN));
    if (standardError === null || effectiveN <= 1) return null;
    const half = tUpperQuantile(0.025, effectiveN - 1) * standardError;
    return [mean - half, mean + half];
  })();
  return { score: mean, n, interval, standardError, ...counts };
}

function valueOf(kind: Kind, high: number): (score: number) => number {
  if (kind === "ces") return (score) => score;
  if (kind === "csat") return (score) => (score >= high - 1 ? 1 : 0);
  return (score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0);
}

/** The groups at their weighted shares of the effective number of answers. */
function shares(scores: readonly number[], weights: readonly number[], effectiveN: number): Counts {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (test: (score: number) => boolean): number =>
    (effectiveN * scores.reduce((sum, score, index) => sum + (test(score) ? weights[index]! : 0), 0)) / total;
  return {
    detractors: share((score) => score <= 6),
    passives: share((score) => score > 6 && score < 9),
    promoters: share((score) => score >= 9),
  };
}

function refuseScale(kind: Kind, [low, high]: readonly [number, number]): void {
  if (kind === "nps" && (low !== 0 || high !== 10)) {
    throw badInput({ nl: "een NPS bestaat op de schaal van 0 tot 10", en: "an NPS exists on the scale of 0 to 10" });
  }
  const choices = high - low + 1;
  if (!Number.isInteger(low) || !Number.isInteger(high) || choices < 4 || choices > 11) {
    throw badInput({ nl: "een schaal heeft 4 tot 11 hele keuzes", en: "a scale has 4 to 11 whole choices" });
  }
}
