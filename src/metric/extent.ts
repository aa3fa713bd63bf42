import { type Day, type Duration, type FiscalStart, periodOf, shiftDay, shiftPeriod } from "../calendar/index.ts";

/** A stretch of calendar time; `all`: without end. */
export type Extent = { readonly months: number; readonly days: number } | "all";

/**
 * Which values a new, changed or deleted row can touch, beside those of the period it lies in: those of every period with a day from
 * `before` earlier than the row's to `after` later.
 */
export interface Reach {
  readonly before: Extent;
  readonly after: Extent;
}

/** How long after its last day a period's value still moves, because what it counts is still coming in. */
export interface Window {
  readonly length: Duration;
  /** weeks, months … are those of the calendar, to their last day */
  readonly calendar: boolean;
}

export const nothing: Extent = { months: 0, days: 0 };

export function extentOf({ count, unit }: Duration): Extent {
  if (unit === "day" || unit === "week") return { months: 0, days: count * (unit === "week" ? 7 : 1) };
  return { months: count * (unit === "month" ? 1 : unit === "quarter" ? 3 : 12), days: 0 };
}

export function plus(a: Extent, b: Extent): Extent {
  return a === "all" || b === "all" ? "all" : { months: a.months + b.months, days: a.days + b.days };
}

/** The last day that a value over days up to `day` waits for. */
export function closesOn(day: Day, windows: readonly Window[], fiscalStart: FiscalStart): Day {
  const ends = windows.map(({ length, calendar }) => {
    if (!calendar) return shiftDay(day, length);
    return shiftPeriod(periodOf(day, length.unit, fiscalStart), length.count, fiscalStart)?.to ?? day;
  });
  return ends.reduce((latest, end) => (end > latest ? end : latest), day);
}
