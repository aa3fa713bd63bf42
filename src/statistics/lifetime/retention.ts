import betaln from "@stdlib/math-base-special-betaln";
import digamma from "@stdlib/math-base-special-digamma";
import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput, type Because } from "../refusal.ts";
import { climb, hasRunOff, type Objective, polish } from "./maximise.ts";

const Input = z.strictObject({
  customers: z.array(z.int().min(0).max(1e12)).min(2),
  horizon: z.int().min(1).max(1000).default(12),
});

export interface RetentionResult {
  /** null where all customers leave alike, as far as these data tell */
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly standardErrors: { readonly alpha: number; readonly beta: number } | null;
  readonly logLikelihood: number;
  /** share still there after 0, 1, 2 … periods, up to the horizon after the last that was seen */
  readonly survival: readonly number[];
  /** of those there at the beginning of period 1, 2 …, the share that stays */
  readonly retention: readonly number[];
  /** customers of this cohort still there at the end of each period ahead */
  readonly expected: readonly number[];
  readonly fallback?: Because;
}

/**
 * sBG, for customers with a contract: who may leave at the end of a period does so with chance θ ~ Beta(α, β), which differs between
 * customers and not over time; retention rises because who leaves easily is gone first. `customers` = those of one cohort still there
 * after 0, 1, 2 … periods. P(leaves in t) = B(α + 1, β + t − 1) / B(α, β), S(t) = B(α, β + t) / B(α, β), retention (β + t − 1) / (α + β + t − 1).
 * Where customers do not differ visibly, one constant chance takes its place, and `fallback` says so. Source: Fader & Hardie (2007), How
 * to project customer retention, J. Interactive Marketing 21, eq. 1–6. Example: 1000, 869, 743, 653, 593, 551, 517, 491 → α 0.668, β 3.806.
 * Throws `bad-input` where the numbers rise, or where nobody left.
 */
export const retention: Method<z.infer<typeof Input>, RetentionResult> = {
  name: "retention",
  told: { nl: "hoe een groep abonnees verder krimpt (sBG)", en: "how a cohort of subscribers shrinks on (sBG)" },
  input: Input,
  compute({ customers, horizon }) {
    if (customers.some((count, index) => index > 0 && count > customers[index - 1]!)) {
      throw badInput({ nl: "een groep kan niet groeien", en: "a cohort cannot grow" });
    }
    const lost = customers.slice(1).map((count, index) => customers[index]! - count);
    const left = customers.at(-1)!;
    if (customers[0] === left) throw badInput({ nl: "nog niemand is vertrokken", en: "nobody has left yet" });
    const objective = likelihoodOf(lost, left);
    const best = [
      [0.7, 1.2],
      [0.7, 4],
      [5, 20],
    ]
      .map((start) => climb(objective, start.map(Math.log)))
      .toSorted((one, other) => other.value - one.value)[0]!;
    const found = polish(objective, best);
    const { at, value, covariance } = found;
    const [alpha, beta] = [...at].map(Math.exp) as [number, number];
    const periods = lost.length + horizon;
    if (covariance === null || hasRunOff(found)) return constant(lost, left, periods);
    const rates = Array.from({ length: periods }, (_, index) => (beta + index) / (alpha + beta + index));
    return {
      alpha,
      beta,
      standardErrors: { alpha: alpha * Math.sqrt(covariance[0]![0]!), beta: beta * Math.sqrt(covariance[1]![1]!) },
      logLikelihood: value,
      ...projected(rates, lost.length, left),
    };
  },
};

function projected(rates: readonly number[], seen: number, left: number): Pick<RetentionResult, "survival" | "retention" | "expected"> {
  const along = (start: number, some: readonly number[]): number[] =>
    some.reduce<number[]>((path, rate) => [...path, path.at(-1)! * rate], [start]);
  return { survival: along(1, rates), retention: rates, expected: along(left, rates.slice(seen)).slice(1) };
}

/** Everybody leaves with the same chance: the geometric distribution. */
function constant(lost: readonly number[], left: number, periods: number): RetentionResult {
  const gone = lost.reduce((sum, count) => sum + count, 0);
  const stayed = lost.reduce((sum, count, index) => sum + count * index, 0) + left * lost.length;
  const rate = stayed / (stayed + gone);
  return {
    alpha: null,
    beta: null,
    standardErrors: null,
    logLikelihood: gone * Math.log1p(-rate) + (stayed === 0 ? 0 : stayed * Math.log(rate)),
    ...projected(Array<number>(periods).fill(rate), lost.length, left),
    fallback: {
      nl: "klanten verschillen hier niet zichtbaar in hun kans om te vertrekken; er is één vaste kans gebruikt",
      en: "customers do not visibly differ in their chance of leaving; one constant chance was used",
    },
  };
}

function likelihoodOf(lost: readonly number[], left: number): Objective {
  return (at, gradient) => {
    const [alpha, beta] = [...at].map(Math.exp) as [number, number];
    const [together, atAlpha, atBeta] = [digamma(alpha + beta), digamma(alpha), digamma(beta)];
    let [sum, byAlpha, byBeta] = [0, 0, 0];
    const add = (count: number, a: number, b: number): void => {
      const both = digamma(a + b);
      sum += count * (betaln(a, b) - betaln(alpha, beta));
      byAlpha += count * (digamma(a) - both - atAlpha + together);
      byBeta += count * (digamma(b) - both - atBeta + together);
    };
    for (const [index, count] of lost.entries()) add(count, alpha + 1, beta + index);
    add(left, alpha, beta + lost.length);
    gradient.set([byAlpha * alpha, byBeta * beta]);
    return sum;
  };
}
