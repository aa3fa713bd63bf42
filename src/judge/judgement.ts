import type { Day } from "../calendar/index.ts";
import type { Params } from "../framework/index.ts";

export const statuses = ["no-target", "no-data", "immature", "achieved", "missed", "on-track", "at-risk", "behind"] as const;
export type Status = (typeof statuses)[number];

export type Measured = "total" | "average" | "last";

/** A reason or signal: its sentence is made from code and params where it is shown. */
export interface Reason {
  readonly code: string;
  readonly params: Params;
}

/** What the value will be at the end of the target: the mean, and the interval that holds it with chance `level`. */
export interface Forecast {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** The verdict on one KPI or CPI. Numbers are unrounded; percentages fractions. */
export interface Judgement {
  readonly value: number | null;
  /** label of the target's range where it is one period, else `d..d`; null without a dated target */
  readonly period: string | null;
  readonly target: { readonly value: number; readonly from: Day | null; readonly to: Day | null; readonly measured: Measured } | null;
  /** where the value should stand by now, in the unit of the target */
  readonly expected: number | null;
  readonly status: Status;
  /** of meeting the target, 0 … 1; null without eight complete periods of history, and where there is nothing to judge or to come */
  readonly chance: number | null;
  /** the chances of the other levels that were agreed, by the same forecast; null as `chance` */
  readonly chances: { readonly floor: number | null; readonly stretch: number | null };
  readonly forecast: Forecast | null;
  readonly signals: readonly Reason[];
  readonly reasons: readonly Reason[];
}
