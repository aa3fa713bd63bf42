import type { Driver } from "./why-drivers.ts";
import type { SegmentChange } from "./why-segments.ts";

/** What made a metric change; `change` is null, and nothing is taken apart, where a side has no value. */
export interface Why {
  readonly metric: string;
  readonly from: { readonly period: string; readonly value: number | null };
  readonly to: { readonly period: string; readonly value: number | null };
  readonly change: number | null;
  readonly drivers: readonly Driver[];
  readonly segments: readonly SegmentChange[];
  /** of the drivers and of each dimension, what is furthest from adding up to the change */
  readonly residual: number;
}
