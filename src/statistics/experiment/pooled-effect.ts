import { normalUpperQuantile } from "../special/tails.ts";

export interface PooledEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
  /** τ²: how much the true effects differ from study to study, in the square of their unit */
  readonly variance: number;
  /** I²: the part of the differences between estimates that is not chance, 0 … 1 */
  readonly heterogeneity: number;
}

/**
 * What several experiments on one claim say together: the mean of a population of true effects, by random effects (DerSimonian & Laird
 * 1986, "Meta-analysis in clinical trials", Control. Clin. Trials 7, 177–188). With w = 1/SE², Q = Σ w(θ − θ̄)² and
 * τ² = max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), each effect weighs 1/(SE² + τ²); the interval is normal, of level 1 − α. I² = max(0, (Q − (k −
 * 1))/Q) (Higgins & Thompson 2002). One effect is its own pool.
 *
 * Assumes that the experiments are independent. With few of them τ² is hardly known and the interval a little narrow. Units are those of
 * the effects; every standard error must be above 0, and there must be one effect or more. Example: 0.04 ± 0.01 and 0.08 ± 0.01 (SE) give
 * 0.06, τ² = 0.0007, interval [0.0208, 0.0992].
 */
export function pooledEffect(
  effects: readonly { readonly estimate: number; readonly standardError: number }[],
  alpha = 0.05,
): PooledEffect {
  const weights = effects.map(({ standardError }) => 1 / standardError ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const fixed = effects.reduce((total, { estimate }, index) => total + weights[index]! * estimate, 0) / sum;
  const spread = effects.reduce((total, { estimate }, index) => total + weights[index]! * (estimate - fixed) ** 2, 0);
  const excess = Math.max(0, spread - (effects.length - 1));
  const variance = effects.length === 1 ? 0 : excess / (sum - weights.reduce((total, weight) => total + weight ** 2, 0) / sum);
  const pooled = effects.map(({ standardError }) => 1 / (standardError ** 2 + variance));
  const total = pooled.reduce((all, weight) => all + weight, 0);
  const estimate = effects.reduce((all, one, index) => all + pooled[index]! * one.estimate, 0) / total;
  const standardError = Math.sqrt(1 / total);
  const half = normalUpperQuantile(alpha / 2) * standardError;
  return {
    estimate,
    standardError,
    interval: [estimate - half, estimate + half],
    variance,
    heterogeneity: variance > 0 ? excess / spread : 0,
  };
}
