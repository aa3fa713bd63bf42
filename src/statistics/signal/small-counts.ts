import betainc from "@stdlib/math-base-special-betainc";
import { chiSquareUpper, normalUpperQuantile } from "../special/tails.ts";

/** From this mean on, counts are close enough to the normal curve. */
const large = 3;

/**
 * Whether a series are small counts: whole, not below zero, and in the baseline on average below 3 and as scattered as Poisson's law says
 * (dispersion test Σ(x − mean)²/mean against χ², 1 % at each side; Fisher 1950).
 */
export function areSmallCounts(baseline: readonly number[], all: readonly (number | null)[]): boolean {
  if (!all.every((value) => value === null || (Number.isSafeInteger(value) && value >= 0))) return false;
  const mean = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
  if (mean === 0) return true;
  if (mean >= large) return false;
  const dispersion = baseline.reduce((sum, value) => sum + (value - mean) ** 2, 0) / mean;
  const upper = chiSquareUpper(dispersion, baseline.length - 1);
  return upper > 0.01 && upper < 0.99;
}

/**
 * The standard normal score of a count after `n` periods with `total` events: its exact tail, with half of its own chance (mid-p), under
 * the predictive law of a Poisson count whose mean is known from the baseline alone: negative binomial with total + ½ and n/(n + 1)
 * (Jeffreys' prior). Example: 3 after 7 events in 36 periods: tail 0.0009, score 3.1.
 */
export function countScore(count: number, total: number, n: number): number {
  const above = (k: number): number => (k < 0 ? 1 : betainc(1 / (n + 1), k + 1, total + 0.5, true, false));
  return normalUpperQuantile((above(count) + above(count - 1)) / 2);
}
