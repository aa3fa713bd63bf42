import { addDays, addMonths, type Day, daysInMonth, parsePeriod, type Period, periodOf, shiftPeriod } from "../calendar/index.ts";
import type { Edge, PeriodUnit } from "./vocabulary.ts";

/** A stretch of calendar as written: with its days, with a year to be found, or not to be placed at all. */
export type Moment =
  | { readonly kind: "fixed"; readonly from: Day; readonly to: Day; readonly edge: Edge | null; readonly now?: true }
  | { readonly kind: "annual"; readonly from: MonthDay; readonly to: MonthDay; readonly edge: Edge | null }
  | { readonly kind: "week"; readonly week: number; readonly last: number; readonly edge: Edge | null }
  | { readonly kind: "date"; readonly date: number; readonly edge: null }
  | { readonly kind: "unplaced"; readonly edge: Edge | null };

/** `date` 0 = the month's last day */
interface MonthDay {
  readonly month: number;
  readonly date: number;
}

export const unplaced: Moment = { kind: "unplaced", edge: null };

/** The edge as the days that it stands for: `end of 2026` is over on its last day, the middle at half, the start after a sixth. */
export function withEdge(moment: Moment, edge: Edge): Moment {
  return moment.kind === "date" ? moment : { ...moment, edge };
}

/** The `place`-th stretch of so many months: `partOfYear(2, 3)` is the second quarter. */
export function partOfYear(place: number, months: number): Moment {
  return annual((place - 1) * months + 1, 1, place * months, 0);
}

/** The period of a unit that lies `distance` from the one that holds today: −1 = the last one. */
export function relative(unit: PeriodUnit, distance: number, today: Day | null): Moment {
  if (today === null) return unplaced;
  if (unit === "half") {
    const month = Number(today.slice(5, 7)) <= 6 ? 0 : 1;
    const half = month + distance;
    const year = yearOf(today) + Math.floor(half / 2);
    return placed(partOfYear((((half % 2) + 2) % 2) + 1, 6), year);
  }
  const period = shiftPeriod(periodOf(today, unit, "01-01"), distance, "01-01");
  return period ? fixed(period) : unplaced;
}

/** The years that a moment without one may mean, nearest first; the first that satisfies `fits`. */
export function firstYear(moment: Moment, today: Day, fits: (days: { from: Day; to: Day }) => boolean): { from: Day; to: Day } | null {
  const year = yearOf(today);
  for (let candidate = year - 1; candidate <= year + 2; candidate++) {
    const days = daysOf(moment, candidate);
    if (days && fits(days)) return days;
  }
  return null;
}

/** The days of a moment in a year; those of a fixed moment whatever the year. Null where it cannot be placed. */
export function daysOf(moment: Moment, year: number): { from: Day; to: Day } | null {
  if (moment.kind === "unplaced" || moment.kind === "date") return null;
  if (moment.kind === "week") {
    const week = weekIn(year, moment.week);
    const last = weekIn(year, moment.last);
    return week && last ? { from: week.from, to: last.to } : null;
  }
  return edged(moment.kind === "fixed" ? moment : placed(moment, year), moment.edge);
}

function edged({ from, to }: { from: Day; to: Day }, edge: Edge | null): { from: Day; to: Day } {
  if (edge === null) return { from, to };
  if (edge === "end") return { from: to, to };
  const months = monthsBetween(from, to);
  if (edge === "middle") {
    const middle = months >= 2 ? addDays(addMonths(from, Math.floor(months / 2)), -1) : addDays(from, 14);
    return { from: middle, to: middle };
  }
  const start = months >= 12 ? addDays(addMonths(from, 1), -1) : addDays(from, 9);
  return { from, to: start < to ? start : to };
}

function monthsBetween(from: Day, to: Day): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

export function placed(moment: Moment, year: number): { kind: "fixed"; from: Day; to: Day; edge: Edge | null } {
  if (moment.kind !== "annual") throw new Error(`invalid moment to place in a year: ${moment.kind}`);
  const { from, to, edge } = moment;
  const last = to.month < from.month ? year + 1 : year;
  return {
    kind: "fixed",
    from: dayOf(year, from.month, from.date),
    to: dayOf(last, to.month, to.date === 0 ? daysInMonth(last, to.month) : to.date),
    edge,
  };
}

export function annual(fromMonth: number, fromDate: number, toMonth: number, toDate: number): Moment {
  return { kind: "annual", from: { month: fromMonth, date: fromDate }, to: { month: toMonth, date: toDate }, edge: null };
}

export function whole(year: number | null): Moment {
  return year === null ? unplaced : { kind: "fixed", from: dayOf(year, 1, 1), to: dayOf(year, 12, 31), edge: null };
}

export function fixed({ from, to }: Period): Moment {
  return { kind: "fixed", from, to, edge: null };
}

export function weekIn(year: number, week: number): Period | null {
  return parsePeriod(`${year}-W${String(week).padStart(2, "0")}`, "01-01");
}

export function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

export function isYear(year: number): boolean {
  return year >= 1900 && year <= 2200;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 29 February becomes the 28th in a year without it. */
export function dayOf(year: number, month: number, date: number): Day {
  const last = month >= 1 && month <= 12 ? daysInMonth(year, month) : 31;
  const clamped = month === 2 && date === 29 ? Math.min(date, last) : date;
  return `${year > 999 ? year : String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${clamped < 10 ? "0" : ""}${clamped}`;
}
