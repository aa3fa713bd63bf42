import { addDays, addMonths, type Day } from "../calendar/index.ts";

/** Whole months, both ends included. */
export interface TargetPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly months: number;
}

/** From the first of the month after `asOf` until 31 December; a year's last month alone is too short, then the whole next year. */
export function targetPeriod(asOf: Day): TargetPeriod {
  const next = addMonths(`${addDays(asOf, 1).slice(0, 7)}-01`, addDays(asOf, 1).slice(8) === "01" ? 0 : 1);
  const from = next.slice(5, 7) === "12" ? addMonths(next, 1) : next;
  return periodOfMonths(from, 13 - Number(from.slice(5, 7)));
}

/** So many whole months from the first day of one. */
export function periodOfMonths(from: Day, months: number): TargetPeriod {
  return { from, to: addDays(addMonths(from, months), -1), months };
}
