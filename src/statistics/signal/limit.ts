import { normalUpperQuantile } from "../special/tails.ts";

/** What each value has to exceed before it counts towards an alarm, in spreads: half of a shift of 1.4. */
export const reference = 0.7;

/**
 * Nominal false alarms per period, both directions together. Restarts and episodes make them fewer: between 0.2 and 0.95 per 90 periods come out.
 * Chosen by simulation (docs/methods/signals.md).
 */
const nominalRate = 1 / 85;

/** Equally likely standard normal values, to average over what the baseline leaves open. */
const draws = Array.from({ length: 12 }, (_, index) => normalUpperQuantile((index + 0.5) / 12));

/**
 * The height at which a cumulative sum alarms, in spreads, for a baseline of `n` values whose sums vary λ times as much as independent
 * ones.
 *
 * In units of λ the sum is a random walk with downward drift d = k/λ, and Siegmund's approximation gives its false alarms per period:
 * 2d²/(exp(2db) − 2db − 1), b = h/λ + 1.166/λ (1985, Sequential Analysis, §2.6). The baseline's mean is off by N(0, 1/n) in these
 * units and its spread by a factor exp(N(0, 1.21/(2n − 2))), so the rate is averaged over both, and h solves average = half of 1/85.
 * `ofMean` is as how many values the baseline counts for its mean, where that is fewer than `n` (a line drawn on).
 * Example: n = 36, λ = 1.16 → 4.1.
 */
export function alarmLimit(n: number, lambda: number, ofMean = n): number {
  let [low, high] = [0, 100];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (averageRate(middle / lambda, n, lambda, ofMean) > nominalRate / 2) low = middle;
    else high = middle;
  }
  return high;
}

function averageRate(height: number, n: number, lambda: number, ofMean: number): number {
  let sum = 0;
  for (const error of draws) {
    const drift = reference / lambda + error / Math.sqrt(ofMean);
    for (const ofSpread of draws) {
      const scale = Math.exp((1.1 * ofSpread) / Math.sqrt(2 * (n - 1)));
      sum += Math.min(0.2, rate(drift * scale, (height + 1.166 / lambda) * scale));
    }
  }
  return sum / draws.length ** 2;
}

function rate(drift: number, height: number): number {
  const exponent = 2 * drift * height;
  if (Math.abs(exponent) < 1e-4) return 1 / height ** 2;
  return (2 * drift ** 2) / (Math.exp(Math.min(exponent, 700)) - exponent - 1);
}
