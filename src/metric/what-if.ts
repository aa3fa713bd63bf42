import { eachInput } from "./describe.ts";
import { madeOf } from "./made.ts";
import type { Metrics } from "./reference.ts";

/** What becomes of a metric when others change. */
export interface WhatIf {
  /** null where a value that it needs is not known */
  readonly value: number | null;
  /** whether one of the changed metrics is in it */
  readonly touched: boolean;
  /** metrics between it and a changed one whose value does not follow from other values, so that the change stops there */
  readonly stops: readonly string[];
}

/**
 * A metric's value in a period if some metrics had other values there: `values` are the measured ones, by metric, of the same period;
 * `changed` the new ones. Ratios and formulas are computed again from their parts; what looks over several periods (rolling, running)
 * cannot be, and keeps its value. Throws as `formulaOf`, and `metric-cycle`.
 */
export function whatIf(
  framework: Metrics,
  values: ReadonlyMap<string, number | null>,
  changed: ReadonlyMap<string, number | null>,
  metric: string,
): WhatIf {
  const made = madeOf(framework, metric, (id) => changed.has(id));
  const touched = made.leaves.some((leaf) => changed.has(leaf));
  const stops = made.leaves.filter((leaf) => !changed.has(leaf) && partsOf(framework, leaf).some((part) => changed.has(part)));
  const read = (leaf: string): number | null => (changed.has(leaf) ? changed.get(leaf)! : (values.get(leaf) ?? null));
  return { value: touched ? made.value(read) : (values.get(metric) ?? null), touched, stops };
}

/** The metric and all that it is made of, each once. Throws as `eachInput`. */
export function partsOf(framework: Metrics, metric: string): readonly string[] {
  const parts: string[] = [];
  eachInput(framework, metric, ({ id }) => parts.push(id));
  return parts;
}
