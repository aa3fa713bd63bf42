import { z } from "zod";
import { badInput } from "../refusal.ts";

// Beyond this the squares of sums overflow.
const sum = z.number().min(-1e100).max(1e100);

/** Raw sums of one arm of a test, over its `n` customers. */
export const Arm = z.strictObject({
  n: z.int().min(0).max(1e15),
  sum,
  sumSquares: sum.optional(),
  denominatorSum: sum.optional(),
  denominatorSumSquares: sum.optional(),
  crossSum: sum.optional(),
  covariate: z.strictObject({ sum, sumSquares: sum, crossSum: sum, denominatorCrossSum: sum.optional() }).optional(),
});
export type Arm = z.infer<typeof Arm>;
export type ArmName = "control" | "treatment";
export type Kind = "proportion" | "mean" | "ratio";

/** What an arm says of one customer: the mean of the metric and the variance of what each customer adds to it. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  /** the variable before the test, where there is one */
  readonly covariate: { readonly mean: number; readonly variance: number; readonly covariance: number } | null;
}

const names = {
  control: { nl: "de controlegroep", en: "the control group" },
  treatment: { nl: "de testgroep", en: "the treatment group" },
};

/**
 * Mean and variance of one arm.
 *
 * - proportion: p = Σx/n, variance p(1 − p)
 * - mean: Σx/n, variance (Σx² − (Σx)²/n)/(n − 1)
 * - ratio: R = Σm/Σd, variance of the linearised (m − R·d)/d̄ (delta method)
 *
 * Throws `bad-input` for fewer than two customers and for sums that no data can have.
 */
export function momentsOf(kind: Kind, arm: Arm, name: ArmName): Moments {
  const { nl, en } = names[name];
  const { n } = arm;
  if (n < 2) throw badInput({ nl: `${nl} heeft minder dan 2 klanten`, en: `${en} has fewer than 2 customers` });
  const mean = arm.sum / n;
  if (kind === "proportion") {
    if (arm.sum < 0 || arm.sum > n) {
      throw badInput({ nl: `${nl}: sum ligt niet tussen 0 en n`, en: `${en}: sum is not between 0 and n` });
    }
    return {
      n,
      mean,
      variance: mean * (1 - mean),
      covariate: before(arm, name, mean * (1 - mean) * (n / (n - 1)), (x) => arm.covariate!.crossSum - arm.sum * x),
    };
  }
  const spread = variance(arm.sumSquares, arm.sum, n, `${name}.sumSquares`);
  if (kind === "mean")
    return { n, mean, variance: spread, covariate: before(arm, name, spread, (x) => arm.covariate!.crossSum - arm.sum * x) };
  return ratio(arm, name, spread);
}

function ratio(arm: Arm, name: ArmName, spread: number): Moments {
  const { n, denominatorSum } = arm;
  const below = needed(denominatorSum, `${name}.denominatorSum`);
  const belowSpread = variance(arm.denominatorSumSquares, below, n, `${name}.denominatorSumSquares`);
  const covariance = (needed(arm.crossSum, `${name}.crossSum`) - (arm.sum * below) / n) / (n - 1);
  possible(covariance, spread, belowSpread, `${name}.crossSum`);
  const belowMean = below / n;
  if (Math.abs(belowMean) <= 4 * Math.sqrt(belowSpread / n)) {
    const { nl, en } = names[name];
    throw badInput({
      nl: `${nl}: de noemer is niet van 0 te onderscheiden`,
      en: `${en}: the denominator cannot be told from 0`,
    });
  }
  const mean = arm.sum / below;
  const linear = Math.max(0, spread - 2 * mean * covariance + mean * mean * belowSpread) / (belowMean * belowMean);
  const cross = (x: number): number =>
    (arm.covariate!.crossSum -
      arm.sum * x -
      mean * (needed(arm.covariate!.denominatorCrossSum, `${name}.covariate.denominatorCrossSum`) - below * x)) /
    belowMean;
  return { n, mean, variance: linear, covariate: before(arm, name, linear, cross) };
}

function before(arm: Arm, name: ArmName, spread: number, cross: (mean: number) => number): Moments["covariate"] {
  if (arm.covariate === undefined) return null;
  const mean = arm.covariate.sum / arm.n;
  const own = variance(arm.covariate.sumSquares, arm.covariate.sum, arm.n, `${name}.covariate.sumSquares`);
  const covariance = cross(mean) / (arm.n - 1);
  possible(covariance, spread, own, `${name}.covariate.crossSum`);
  return { mean, variance: own, covariance };
}

function variance(sumSquares: number | undefined, total: number, n: number, field: string): number {
  const squares = needed(sumSquares, field);
  const left = squares - (total * total) / n;
  // What is left after the digits that both sides share are gone is noise, and may fall below zero.
  if (left < -1e-9 * Math.abs(squares) || squares < 0) {
    throw badInput({ nl: `${field} is kleiner dan sum² / n`, en: `${field} is smaller than sum² / n` });
  }
  return Math.max(0, left) / (n - 1);
}

function possible(covariance: number, a: number, b: number, field: string): void {
  if (covariance * covariance > a * b * (1 + 1e-6) + 1e-9 * Math.max(a, b) ** 2) {
    throw badInput({ nl: `${field} past niet bij de andere sommen`, en: `${field} does not fit the other sums` });
  }
}

function needed(value: number | undefined, field: string): number {
  if (value === undefined) throw badInput({ nl: `${field} ontbreekt`, en: `${field} is missing` });
  return value;
}
