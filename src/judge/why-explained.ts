import type { SegmentValue } from "../metric/index.ts";
import { type DrillDown, drillDown, type Leaf } from "../statistics/index.ts";
import { type Side, wholeOf } from "./why-segments.ts";

/** One combination of the elements of several dimensions, in both periods. */
export interface Combination {
  /** of each dimension, in their order */
  readonly elements: readonly SegmentValue[];
  readonly before: Side;
  readonly after: Side;
}

/** The segments that explain most of a change with the fewest words, and what they leave; together they are the change. */
export interface Explained extends Omit<DrillDown, "change"> {
  /** dimensions whose combinations were looked at */
  readonly by: readonly string[];
  /** dimensions that would have made too many combinations, so that only their own elements were looked at */
  readonly leftOut: readonly string[];
}

/** Null where the whole is neither the sum of the combinations nor their mean over the bases: then no segment has a share of it. */
export function explainedOf(
  dimensions: readonly string[],
  combinations: readonly Combination[],
  from: number,
  to: number,
): DrillDown | null {
  const whole = wholeOf(combinations, from, to);
  if (whole === null) return null;
  const amount = ({ value, base }: Side) =>
    whole === "sum"
      ? { sum: value ?? 0, base: null }
      : value === null
        ? { sum: 0, base: 0 }
        : { sum: value * (base ?? 0), base: base ?? 0 };
  return drillDown(
    dimensions,
    combinations.map(({ elements, before, after }): Leaf => ({ elements, from: amount(before), to: amount(after) })),
  );
}
