import type { Day } from "./day.ts";
import type { Grain } from "./grain.ts";

/** A labelled stretch of days, both ends included. */
export interface Period {
  readonly grain: Grain;
  /** `2026-01-31`, `2026-W05`, `2026-01`, `2026-Q1`, `2026`, `FY2026`, `total` */
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

/** First day of the fiscal year as `MM-DD`; `01-01` = the calendar year. Only the grain `year` follows it. */
export type FiscalStart = string;

/** The period of `grain` that holds `day`. Throws on `total`, which has no bounds of its own. */
export declare function periodOf(day: Day, grain: Grain, fiscalStart: FiscalStart): Period;
/** All periods of `grain` from the one that holds `from` to the one that holds `to`; for `total` the one period `from`–`to`. */
export declare function periodsBetween(from: Day, to: Day, grain: Grain, fiscalStart: FiscalStart): Period[];
/** The period one before (after, for a positive `count`); null for `total`. */
export declare function shiftPeriod(period: Period, count: number, fiscalStart: FiscalStart): Period | null;
/** The period with the same place in the year before (2026-W53 and 29 February have none: null); null for `total`. */
export declare function yearEarlier(period: Period, fiscalStart: FiscalStart): Period | null;
/** Reads every label above and `d..d` (grain `total`); null where it is none. */
export declare function parsePeriod(label: string, fiscalStart: FiscalStart): Period | null;
/** The label of the one period that is exactly `from`–`to` (day, week, month, quarter, year), else `from..to`. */
export declare function rangeLabel(from: Day, to: Day, fiscalStart: FiscalStart): string;
