import { Random } from "../random.ts";

/**
 * Shapley values by sampled orders, for more factors than `shapley` counts exactly: `pairs` seeded random orders and the reverse of each
 * (antithetic). Every order adds up to the change, so their mean does too. A factor's value lies within r·√(ln(2/δ)/(2·pairs)) of
 * the exact one with chance 1 − δ (Hoeffding), r = the range of its effect over orders; with 2,000 pairs and δ = 0.05 that is 0.03·r.
 */
export function sampledShapley(
  value: (factors: readonly number[]) => number,
  before: readonly number[],
  after: readonly number[],
  { pairs = 2000, seed = 1 } = {},
): number[] {
  const changed = before.flatMap((factor, index) => (Object.is(factor, after[index]) ? [] : [index]));
  const sums = before.map(() => 0);
  const start = value(before);
  const random = new Random(seed);
  const walk = (order: readonly number[]): void => {
    const factors = [...before];
    let last = start;
    for (const index of order) {
      factors[index] = after[index]!;
      const now = value(factors);
      sums[index]! += now - last;
      last = now;
    }
  };
  for (let pair = 0; pair < pairs; pair++) {
    for (let at = changed.length - 1; at > 0; at--) {
      const other = Math.floor(random.uniform() * (at + 1));
      [changed[at], changed[other]] = [changed[other]!, changed[at]!];
    }
    walk(changed);
    walk(changed.toReversed());
  }
  return sums.map((sum) => sum / (2 * pairs));
}
