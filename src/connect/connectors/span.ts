import { addDays, type Day } from "../../calendar/index.ts";

/** A stretch of days, both included. */
export interface Span {
  /** as pages are named */
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** where the next fetch begins once this is there */
  readonly cursor: Day;
}

/**
 * The days or calendar months from `first`, or from where the last fetch ended, up to `last`. What is younger than `settled` is asked for
 * again the next time.
 */
export function* spansSince(unit: "day" | "month", first: Day, cursor: string | null, settled: Day, last: Day): Generator<Span> {
  const startOf = (day: Day): Day => (unit === "month" ? `${day.slice(0, 7)}-01` : day);
  const unsettled = startOf(addDays(settled, 1));
  for (let start = startOf(cursor === null || cursor < first ? first : cursor); start <= last;) {
    const next = startOf(addDays(start, unit === "month" ? 31 : 1));
    const end = addDays(next, -1);
    yield {
      name: unit === "month" ? start.slice(0, 7) : start,
      from: start < first ? first : start,
      to: end < last ? end : last,
      cursor: next < unsettled ? next : unsettled,
    };
    start = next;
  }
}
