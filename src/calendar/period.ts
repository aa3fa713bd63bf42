import {
  type Day,
  dayNumber,
  daysInMonth,
  firstDay,
  firstNumber,
  formatDay,
  fromDayNumber,
  isDay,
  lastDay,
  lastNumber,
  padYear,
  parts,
} from "./day.ts";
import { type Grain, grains } from "./grain.ts";

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

type BoundedGrain = Exclude<Grain, "total">;

/**
 * The period of `grain` that holds `day`. A period that sticks out of the calendar (0001-01-01 to 9999-12-31) is cut there.
 * Throws on `total`, which has no bounds of its own.
 */
export function periodOf(day: Day, grain: Grain, fiscalStart: FiscalStart): Period {
  if (grain === "total") throw new Error("invalid grain: total has no period of its own");
  return periodAt(indexOf(day, grain, fiscalStart), grain, fiscalStart)!;
}

/** All periods of `grain` from the one that holds `from` to the one that holds `to`; for `total` the one period `from`–`to`. */
export function periodsBetween(from: Day, to: Day, grain: Grain, fiscalStart: FiscalStart): Period[] {
  if (from > to) return [];
  if (grain === "total") return [{ grain, label: "total", from, to }];
  const periods: Period[] = [];
  const last = indexOf(to, grain, fiscalStart);
  for (let index = indexOf(from, grain, fiscalStart); index <= last; index++) periods.push(periodAt(index, grain, fiscalStart)!);
  return periods;
}

/** The whole period `count` periods later (earlier, for a negative `count`); null for `total` and outside the calendar. */
export function shiftPeriod(period: Period, count: number, fiscalStart: FiscalStart): Period | null {
  const { grain, from } = period;
  return grain === "total" ? null : periodAt(indexOf(from, grain, fiscalStart) + count, grain, fiscalStart);
}

/** The period with the same place in the year before (2026-W53 and 29 February have none: null); null for `total`. */
export function yearEarlier(period: Period, fiscalStart: FiscalStart): Period | null {
  const { grain, from } = period;
  if (grain === "month") return shiftPeriod(period, -12, fiscalStart);
  if (grain === "quarter") return shiftPeriod(period, -4, fiscalStart);
  if (grain === "year") return shiftPeriod(period, -1, fiscalStart);
  if (grain === "week") {
    const { year, week } = isoWeek(indexOf(from, grain, fiscalStart));
    return parsePeriod(`${padYear(year - 1)}-W${pad(week)}`, fiscalStart);
  }
  return grain === "day" ? parsePeriod(`${padYear(parts(from)[0] - 1)}${from.slice(4)}`, fiscalStart) : null;
}

/**
 * The day or week of 52 weeks earlier, which begins on the same weekday; other periods as `yearEarlier` has them. Null for a total, and
 * before the calendar.
 */
export function weekdayYearEarlier(period: Period, fiscalStart: FiscalStart): Period | null {
  if (period.grain === "day") return shiftPeriod(period, -364, fiscalStart);
  return period.grain === "week" ? shiftPeriod(period, -52, fiscalStart) : yearEarlier(period, fiscalStart);
}

const labels: readonly { readonly grain: BoundedGrain; readonly pattern: RegExp }[] = [
  { grain: "day", pattern: /^(\d{4})-(\d{2})-(\d{2})$/ },
  { grain: "week", pattern: /^(\d{4})-W(\d{2})$/ },
  { grain: "month", pattern: /^(\d{4})-(\d{2})$/ },
  { grain: "quarter", pattern: /^(\d{4})-Q([1-4])$/ },
  { grain: "year", pattern: /^(?:FY)?(\d{4,5})$/ },
];

/**
 * Reads every label above but `total`, and `d..d` (grain `total`, ends included); null where it is none, the days do not exist or
 * the range is reversed. Where the fiscal year is not the calendar year, a year is written `FY2026` and `2026` is no label.
 */
export function parsePeriod(label: string, fiscalStart: FiscalStart): Period | null {
  const [from, to] = label.split("..");
  if (to !== undefined) {
    return label === `${from}..${to}` && isDay(from!) && isDay(to) && from! <= to ? { grain: "total", label, from: from!, to } : null;
  }
  for (const { grain, pattern } of labels) {
    const match = pattern.exec(label);
    if (!match) continue;
    const index = indexOfLabel(grain, Number(match[1]), Number(match[2]), label);
    const period = index === null ? null : periodAt(index, grain, fiscalStart);
    // A week 53 of a year that has none, and a year written the other way, come out under another label.
    return period?.label === label ? period : null;
  }
  return null;
}

/** The label of the one period that is exactly `from`–`to` (day, week, month, quarter, year), else `from..to`. */
export function rangeLabel(from: Day, to: Day, fiscalStart: FiscalStart): string {
  for (const grain of grains) {
    if (grain === "total") continue;
    const period = periodOf(from, grain, fiscalStart);
    if (period.from === from && period.to === to) return period.label;
  }
  return `${from}..${to}`;
}

/** Periods of a grain are numbered without gaps, so that their neighbours are one sum away. A fiscal year bears the year it ends in. */
function indexOf(day: Day, grain: BoundedGrain, fiscalStart: FiscalStart): number {
  if (grain === "day") return dayNumber(day);
  // 1970-01-01 was a Thursday: week 0 begins three days before it.
  if (grain === "week") return Math.floor((dayNumber(day) + 3) / 7);
  const [year, month] = parts(day);
  if (grain === "month") return year * 12 + month - 1;
  if (grain === "quarter") return year * 4 + Math.floor((month - 1) / 3);
  return fiscalStart !== "01-01" && day.slice(5) >= fiscalStart ? year + 1 : year;
}

function indexOfLabel(grain: BoundedGrain, year: number, part: number, label: string): number | null {
  if (grain === "day") return isDay(label) ? dayNumber(label) : null;
  if (year < 1) return null;
  // ISO week 1 is the week that holds 4 January.
  if (grain === "week") return part >= 1 && part <= 53 ? indexOf(formatDay(year, 1, 4), grain, "01-01") + part - 1 : null;
  if (grain === "month") return part >= 1 && part <= 12 ? year * 12 + part - 1 : null;
  return grain === "quarter" ? year * 4 + part - 1 : year;
}

function periodAt(index: number, grain: BoundedGrain, fiscalStart: FiscalStart): Period | null {
  switch (grain) {
    case "day": {
      if (index < firstNumber || index > lastNumber) return null;
      const day = fromDayNumber(index);
      return { grain, label: day, from: day, to: day };
    }
    case "week": {
      const monday = index * 7 - 3;
      if (monday < firstNumber || monday > lastNumber) return null;
      const { year, week } = isoWeek(index);
      const sunday = Math.min(monday + 6, lastNumber);
      return { grain, label: `${padYear(year)}-W${pad(week)}`, from: fromDayNumber(monday), to: fromDayNumber(sunday) };
    }
    case "month":
    case "quarter": {
      const perYear = grain === "month" ? 12 : 4;
      const year = Math.floor(index / perYear);
      if (year < 1 || year > 9999) return null;
      const place = index - year * perYear;
      const length = 12 / perYear;
      const last = (place + 1) * length;
      const label = grain === "month" ? `${padYear(year)}-${pad(last)}` : `${padYear(year)}-Q${place + 1}`;
      return { grain, label, from: formatDay(year, last - length + 1, 1), to: formatDay(year, last, daysInMonth(year, last)) };
    }
    case "year": {
      if (fiscalStart === "01-01") {
        return index < 1 || index > 9999
          ? null
          : { grain, label: padYear(index), from: formatDay(index, 1, 1), to: formatDay(index, 12, 31) };
      }
      if (index < 1 || index > 10_000) return null;
      const from = index === 1 ? firstDay : fiscalFirst(index - 1, fiscalStart);
      const to = index === 10_000 ? lastDay : fromDayNumber(dayNumber(fiscalFirst(index, fiscalStart)) - 1);
      return { grain, label: `FY${padYear(index)}`, from, to };
    }
  }
}

/** A fiscal year that starts on a day its year lacks (29 February) starts on the first of the next month. */
function fiscalFirst(year: number, fiscalStart: FiscalStart): Day {
  const day = `${padYear(year)}-${fiscalStart}`;
  return isDay(day) ? day : formatDay(year, Number(fiscalStart.slice(0, 2)) + 1, 1);
}

/** ISO year and week of week `index`: both are those of its Thursday. */
function isoWeek(index: number): { readonly year: number; readonly week: number } {
  const thursday = index * 7;
  const [year] = parts(fromDayNumber(thursday));
  return { year, week: Math.floor((thursday - dayNumber(formatDay(year, 1, 1))) / 7) + 1 };
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
