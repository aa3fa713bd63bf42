import type { Happening } from "../framework/index.ts";
import type { Driver } from "./why-drivers.ts";
import type { Explained } from "./why-explained.ts";
import type { SegmentChange } from "./why-segments.ts";

/** What made a metric change; `change` is null, and nothing is taken apart, where a side has no value. */
export interface Why {
  readonly metric: string;
  readonly from: { readonly period: string; readonly value: number | null };
  readonly to: { readonly period: string; readonly value: number | null };
  readonly change: number | null;
  readonly drivers: readonly Driver[];
  readonly segments: readonly SegmentChange[];
  /** null without dimensions, and where the metric is neither a sum nor a mean over their combinations */
  readonly explained: Explained | null;
  /** what happened from two weeks before the periods to their end, in order: neighbours in time, not causes */
  readonly events: readonly Happening[];
  /** of the drivers, of each dimension and of what explains, what is furthest from adding up to the change */
  readonly residual: number;
}
