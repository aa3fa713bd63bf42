import {
  type Day,
  daysBetween,
  type FiscalStart,
  type Period,
  periodsBetween,
  shiftPeriod,
  weekdayYearEarlier,
  yearEarlier,
} from "../calendar/index.ts";
import { HelderError } from "../framework/index.ts";
import type { Comparison, MetricQuery, PlannedPeriod } from "./plan.ts";
import type { Source } from "./types/kind.ts";

/** From the first to the last day of what a metric is made of; null where it has no rows in time. */
interface Reach {
  readonly first: Day | null;
  readonly last: Day | null;
}

/** As many numbers as a person or a program can still do something with; more would only fill the memory. */
export const mostPoints = 1_000_000;

/** Days in a grain's shortest period. */
const shortest = { day: 1, week: 7, month: 28, quarter: 90, year: 365 } as const;

/** The periods of a metric's points. Throws `no-time`, `too-many-points`. */
export function periodsOf(sources: readonly Source[], query: MetricQuery, fiscalStart: FiscalStart): readonly PlannedPeriod[] {
  const { grain, from, to, asOf } = query;
  const timeless = sources.find((source) => !source.hasTime);
  if (timeless && grain !== "total") throw new HelderError("no-time", { dataset: timeless.name, grain });
  const isComplete = (last: Day): boolean => last < asOf && sources.every(({ watermark }) => watermark !== null && last <= watermark);
  const { first, last } = reachOf(sources);
  if (grain === "total") {
    const start = from ?? first ?? to ?? asOf;
    const end = to ?? last ?? from ?? asOf;
    // An open end beyond the other end leaves one empty day.
    const days = start <= end ? { from: start, to: end } : from === null ? { from: end, to: end } : { from: start, to: start };
    return [{ grain, label: "total", ...days, complete: isComplete(days.to) }];
  }
  const start = from ?? first;
  const end = to ?? last;
  if (start === null || end === null) return [];
  const count = Math.ceil((daysBetween(start, end) + 1) / shortest[grain]);
  if (count > mostPoints) throw new HelderError("too-many-points", { count, most: mostPoints });
  return periodsBetween(start, end, grain, fiscalStart).map((period) => {
    const clippedFrom = from !== null && from > period.from ? from : period.from;
    const clippedTo = to !== null && to < period.to ? to : period.to;
    const whole = clippedFrom === period.from && clippedTo === period.to;
    return { ...period, from: clippedFrom, to: clippedTo, complete: whole && isComplete(period.to) };
  });
}

const earlierOf: Readonly<Record<Comparison, (period: Period, fiscalStart: FiscalStart) => Period | null>> = {
  previous: (period, fiscalStart) => shiftPeriod(period, -1, fiscalStart),
  year: yearEarlier,
  "year-weekday": weekdayYearEarlier,
};

/** The whole earlier period that each period is compared with: null where the calendar or the data have none. */
export function comparedPeriods(
  periods: readonly PlannedPeriod[],
  sources: readonly Source[],
  compare: Comparison,
  fiscalStart: FiscalStart,
): readonly (Period | null)[] {
  const { first, last } = reachOf(sources);
  const shown = new Set(periods.map(({ label }) => label));
  return periods.map((period) => {
    const earlier = earlierOf[compare](period, fiscalStart);
    if (earlier === null || shown.has(earlier.label)) return earlier;
    return first !== null && last !== null && earlier.to >= first && earlier.from <= last ? earlier : null;
  });
}

function reachOf(sources: readonly Source[]): Reach {
  const days = (end: "first" | "last") => sources.map((source) => source[end]).filter((day) => day !== null);
  return { first: earliestDay(days("first")), last: latestDay(days("last")) };
}

/** Null where there are no days. */
export function earliestDay(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
}

/** Null where there are no days. */
export function latestDay(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((most, day) => (most === null || day > most ? day : most), null);
}
