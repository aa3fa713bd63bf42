import { normalUpperQuantile } from "../special/tails.ts";

export interface SummedEffect {
  readonly estimate: number;
  readonly interval: readonly [number, number];
}

/**
 * The sum of effects that were measured apart from each other: Σ estimates, with standard error √Σ SE² and a normal interval of level
 * 1 − α. Assumes that the effects are independent and add up: tests that ran at one time on the same customers may not, and lifts add up
 * only while they are small. Effects that were chosen because they were large are on average too large (the winner's curse), and so is
 * their sum. Example: 0.04 ± 0.01 and 0.03 ± 0.02 (SE) give 0.07, interval [0.026, 0.114].
 */
export function sumOfEffects(
  effects: readonly { readonly estimate: number; readonly standardError: number }[],
  alpha = 0.05,
): SummedEffect {
  const estimate = effects.reduce((sum, one) => sum + one.estimate, 0);
  const half = normalUpperQuantile(alpha / 2) * Math.hypot(...effects.map(({ standardError }) => standardError));
  return { estimate, interval: [estimate - half, estimate + half] };
}
