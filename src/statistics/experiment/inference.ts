import { tUpper, tUpperQuantile } from "../special/tails.ts";
import type { Effect } from "./effect.ts";

export type Test = "two-sided" | "greater" | "less";

export interface Inference {
  /** an unbounded end is null */
  readonly interval: readonly [number | null, number | null];
  readonly pValue: number;
}

/** For one look at the end of the test: Student's t with Welch's degrees of freedom. `greater` tests treatment > control. */
export function fixedInference({ estimate, standardError, degreesOfFreedom }: Effect, test: Test, alpha: number): Inference {
  const t = estimate / standardError;
  const half = tUpperQuantile(test === "two-sided" ? alpha / 2 : alpha, degreesOfFreedom) * standardError;
  if (test === "two-sided") return { interval: ends(estimate, half, test), pValue: Math.min(1, 2 * tUpper(Math.abs(t), degreesOfFreedom)) };
  return { interval: ends(estimate, half, test), pValue: tUpper(test === "greater" ? t : -t, degreesOfFreedom) };
}

/**
 * For any number of looks: the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (arXiv 2103.06476,
 * theorem 2.2; one-sided: proposition 2.2 of its appendix). With N customers and ρ² = (−2 ln α + ln(1 − 2 ln α))/tuning,
 *
 * half-width = SE·√(2(Nρ² + 1)/(Nρ²)·ln(√(Nρ² + 1)/α)), one-sided SE·√(2(Nρ² + 1)/(Nρ²)·ln(1 + √(Nρ² + 1)/(2α))) with ρ at 2α.
 *
 * The sequence is narrowest near N = `tuning` customers. The p-value is the smallest α, ρ held, whose interval excludes zero.
 */
export function sequentialInference({ estimate, standardError, n }: Effect, test: Test, alpha: number, tuning: number): Inference {
  const grown = grownBy(n, test, alpha, tuning);
  const interval = ends(estimate, standardError * sequentialWidth(n, test, alpha, tuning), test);
  const exponent = ((estimate / standardError) ** 2 * (grown - 1)) / (2 * grown);
  if (test === "two-sided") return { interval, pValue: Math.min(1, Math.sqrt(grown) * Math.exp(-exponent)) };
  const expected = test === "greater" ? estimate > 0 : estimate < 0;
  return { interval, pValue: expected ? Math.min(1, Math.sqrt(grown) / (2 * Math.expm1(exponent))) : 1 };
}

/** Half the width of the confidence sequence after `n` customers, in standard errors. */
export function sequentialWidth(n: number, test: Test, alpha: number, tuning: number): number {
  const grown = grownBy(n, test, alpha, tuning);
  const log = test === "two-sided" ? Math.log(Math.sqrt(grown) / alpha) : Math.log1p(Math.sqrt(grown) / (2 * alpha));
  return Math.sqrt(((2 * grown) / (grown - 1)) * log);
}

/** Nρ² + 1 */
function grownBy(n: number, test: Test, alpha: number, tuning: number): number {
  const level = -2 * Math.log(test === "two-sided" ? alpha : 2 * alpha);
  return (n * (level + Math.log1p(level))) / tuning + 1;
}

function ends(estimate: number, half: number, test: Test): [number | null, number | null] {
  return [test === "less" ? null : estimate - half, test === "greater" ? null : estimate + half];
}
