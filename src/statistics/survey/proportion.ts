import { normalUpperQuantile } from "../special/tails.ts";

export type Interval = readonly [number, number];

/**
 * Wilson's interval of a share (JASA 1927): (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). `n` may be an effective number of
 * answers. Example: 18 of 20 → [0.6990, 0.9721].
 */
export function wilson(successes: number, n: number, alpha = 0.05): Interval {
  const z = normalUpperQuantile(alpha / 2);
  const share = successes / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // The ends at 0 and 1 are exact; rounding would leave 1e-17.
  return [successes === 0 ? 0 : (middle - half) / scale, successes === n ? 1 : (middle + half) / scale];
}

/**
 * Newcombe's interval of a difference of two shares, first − second (Statistics in Medicine 1998, method 10): the two Wilson intervals
 * squared and added. Example: 56 of 70 and 48 of 80 → [0.0524, 0.3339].
 */
export function newcombe(first: readonly [number, number], second: readonly [number, number], alpha = 0.05): Interval {
  const [p, q] = [first[0] / first[1], second[0] / second[1]];
  const [low, high] = wilson(...first, alpha);
  const [otherLow, otherHigh] = wilson(...second, alpha);
  return [p - q - Math.hypot(p - low, otherHigh - q), p - q + Math.hypot(high - p, q - otherLow)];
}
