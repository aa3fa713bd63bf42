import { type Day, daysBetween } from "../calendar/index.ts";

/** What waits for a dataset's next rows. */
export interface Awaited {
  /** the last day for which somebody wants rows, as of the day of the check */
  readonly until: Day;
  /** days in the shortest period in which it is judged */
  readonly period: number;
}

/** With fewer days there is no rhythm to miss. */
const leastDays = 8;
/** Weekends and holidays are no silence. */
const leastSilence = 4;
/** Days of which the gaps tell what is usual: a year has every holiday once. */
const remembered = 400;

/**
 * A source that stopped: for how long there is nothing, and the longest that was usual; null where it may still come. It stopped where nothing came for twice
 * the longest gap between two days with rows, and for half as long again as the shortest period in which the rows are
 * judged: who loads once a month, after the month, is not called late. `days` are those with rows, in order.
 */
export function silence(
  days: readonly Day[],
  completeThrough: Day | null,
  { until, period }: Awaited,
): { days: number; usual: number } | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  const known = days.filter((day) => daysBetween(day, last) <= remembered);
  if (known.length < leastDays) return null;
  const usual = Math.max(...known.slice(1).map((day, index) => daysBetween(known[index]!, day)));
  const from = completeThrough !== null && completeThrough > last ? completeThrough : last;
  const since = daysBetween(from, until);
  return since > Math.max(leastSilence, 2 * usual, 1.5 * period) ? { days: since, usual } : null;
}
