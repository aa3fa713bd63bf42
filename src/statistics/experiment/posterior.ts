import { normalDensity, normalUpper, normalUpperQuantile } from "../special/tails.ts";
import type { Effect } from "./effect.ts";

/** A normal prior of the effect, in the unit of the asked difference (0.1 = 10 % lift where it is relative). */
export interface Prior {
  readonly mean: number;
  readonly variance: number;
}

export interface Posterior {
  /** P(effect > 0) */
  readonly chanceToWin: number;
  /** what is lost on average by keeping the control, and by choosing the treatment */
  readonly risk: readonly [number, number];
  readonly posterior: { readonly mean: number; readonly standardDeviation: number; readonly interval: readonly [number, number] };
}

/**
 * Normal prior × normal likelihood: precision-weighted mean. Risk of the treatment = E[max(−effect, 0)] = s·φ(m/s) − m·Φ(−m/s)
 * (Stucchio 2015, "Bayesian A/B testing at VWO").
 */
export function posteriorOf({ estimate, standardError }: Effect, prior: Prior, alpha: number): Posterior {
  const [data, before] = [1 / standardError ** 2, 1 / prior.variance];
  const mean = (estimate * data + prior.mean * before) / (data + before);
  const standardDeviation = Math.sqrt(1 / (data + before));
  const half = normalUpperQuantile(alpha / 2) * standardDeviation;
  const z = mean / standardDeviation;
  const loss = (sign: 1 | -1): number => Math.max(0, standardDeviation * normalDensity(z) + sign * mean * normalUpper(-sign * z));
  return {
    chanceToWin: normalUpper(-z),
    risk: [loss(1), loss(-1)],
    posterior: { mean, standardDeviation, interval: [mean - half, mean + half] },
  };
}
