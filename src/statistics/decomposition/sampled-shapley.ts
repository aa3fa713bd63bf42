import { Random } from "../random.ts";
import { normalUpperQuantile } from "../special/tails.ts";

export interface SampledShapley {
  /** per factor, in the unit of the formula */
  readonly contributions: readonly number[];
  /** orders walked: every drawn one and its reverse */
  readonly permutations: number;
  /** all contributions together lie within this of the exact ones with 95 % chance, in the unit of the formula */
  readonly bound: number;
}

/**
 * Shapley values by sampled orders, for more factors than `shapley` counts exactly (Castro, Gómez & Tejada 2009, Comput. Oper. Res. 36,
 * 1726–1730): `pairs` seeded random orders and the reverse of each (antithetic). Every order adds up to the change, so their mean does
 * too. The bound is z·s/√pairs of the factor whose pairs differ most, with z for 0.05 shared by all that change (Bonferroni). The work is
 * `pairs` × factors values of the formula, twice.
 */
export function sampledContributions(
  value: (factors: readonly number[]) => number,
  before: readonly number[],
  after: readonly number[],
  { pairs = 2000, seed = 1 } = {},
): SampledShapley {
  const changed = before.flatMap((factor, index) => (Object.is(factor, after[index]) ? [] : [index]));
  const [means, squares, both] = [before.map(() => 0), before.map(() => 0), before.map(() => 0)];
  const start = value(before);
  const random = new Random(seed);
  const walk = (order: readonly number[]): void => {
    const factors = [...before];
    let last = start;
    for (const index of order) {
      factors[index] = after[index]!;
      const now = value(factors);
      both[index]! += (now - last) / 2;
      last = now;
    }
  };
  for (let pair = 1; pair <= pairs; pair++) {
    for (let at = changed.length - 1; at > 0; at--) {
      const other = Math.floor(random.uniform() * (at + 1));
      [changed[at], changed[other]] = [changed[other]!, changed[at]!];
    }
    both.fill(0);
    walk(changed);
    walk(changed.toReversed());
    // Welford's: a spread that is small beside the contribution keeps its digits.
    for (const index of changed) {
      const off = both[index]! - means[index]!;
      means[index]! += off / pair;
      squares[index]! += off * (both[index]! - means[index]!);
    }
  }
  const spread = Math.sqrt(squares.reduce((most, square) => Math.max(most, square), 0) / (pairs - 1) / pairs);
  const z = normalUpperQuantile(0.025 / Math.max(changed.length, 1));
  return { contributions: means, permutations: 2 * pairs, bound: z * spread };
}

/** The contributions of `sampledContributions` alone. */
export function sampledShapley(...asked: Parameters<typeof sampledContributions>): number[] {
  return [...sampledContributions(...asked).contributions];
}
