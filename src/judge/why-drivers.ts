import { exactFactors, sampledShapley, shapley } from "../statistics/index.ts";
import type { Made, Values } from "../metric/index.ts";

export interface Driver {
  readonly metric: string;
  readonly contribution: number;
}

/**
 * What each leaf of a metric did to its change: Shapley values over the whole tree, the largest first; none where the metric is its own
 * leaf, or has no value on a side. A mixture of before and after that has no value (a division by 0) counts as no change yet: the
 * contributions add up all the same. Above 12 changed leaves the orders are sampled.
 */
export function driversOf(metric: string, made: Made, before: Values, after: Values): Driver[] {
  if (made.leaves.length === 1 && made.leaves[0] === metric) return [];
  const start = made.value(before);
  if (start === null || made.value(after) === null) return [];
  // Without a value is not 0, so it is a place in the row that no number takes.
  const sides = [before, after].map((side) => made.leaves.map((leaf) => side(leaf) ?? Number.NaN));
  const value = (factors: readonly number[]): number => {
    const known = new Map(made.leaves.map((leaf, index) => [leaf, factors[index]!]));
    return (
      made.value((leaf) => {
        const found = known.get(leaf) ?? Number.NaN;
        return Number.isNaN(found) ? null : found;
      }) ?? start
    );
  };
  const [from, to] = [sides[0]!, sides[1]!];
  const changed = from.filter((factor, index) => !Object.is(factor, to[index])).length;
  const contributions = changed > exactFactors ? sampledShapley(value, from, to) : shapley(value, from, to);
  return made.leaves
    .map((leaf, index) => ({ metric: leaf, contribution: contributions[index]! }))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
