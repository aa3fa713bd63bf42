import { addDays, type Day, dayNumber, formatDay } from "./day.ts";

export const holidayCountries = ["nl", "be", "de", "gb", "fr", "us"] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

/** A holiday of a year; null where that year has none. */
type Rule = (year: number) => Day | null;

/** The Sunday of western Easter, by the anonymous Gregorian computus (Nature 1876; in the form of New Scientist 228, 1961, p. 828). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const l = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + l + 90) / 25);
  return formatDay(year, month, (h - m + l + month + 19) % 32);
}

const on =
  (month: number, date: number): Rule =>
  (year) =>
    formatDay(year, month, date);
const afterEaster =
  (days: number): Rule =>
  (year) =>
    addDays(easter(year), days);
const since =
  (first: number, rule: Rule): Rule =>
  (year) =>
    year < first ? null : rule(year);

/** 0 = Sunday. 1970-01-01 was a Thursday. */
function weekday(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The `nth` given weekday of a month; −1: its last. */
function nth(count: number, wanted: number, month: number): Rule {
  return (year) => {
    if (count < 0) {
      const last = addDays(month === 12 ? formatDay(year + 1, 1, 1) : formatDay(year, month + 1, 1), -1);
      return addDays(last, -((weekday(last) - wanted + 7) % 7));
    }
    const first = formatDay(year, month, 1);
    return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (count - 1));
  };
}

/** King's day, and before 2014 Queen's day: a day earlier (in her time later, until 1979) where it falls on a Sunday. */
const kingsDay: Rule = (year) => {
  const day = formatDay(year, 4, year < 2014 ? 30 : 27);
  return weekday(day) === 0 ? addDays(day, year < 1980 ? 1 : -1) : day;
};

const christian: readonly Rule[] = [afterEaster(1), afterEaster(39), afterEaster(50), on(12, 25)];

const rules: Readonly<Record<HolidayCountry, readonly Rule[]>> = {
  nl: [on(1, 1), afterEaster(0), kingsDay, afterEaster(49), on(12, 26), ...christian],
  be: [on(1, 1), on(5, 1), on(7, 21), on(8, 15), on(11, 1), on(11, 11), ...christian],
  de: [on(1, 1), afterEaster(-2), on(5, 1), since(1990, on(10, 3)), on(12, 26), ...christian],
  // England and Wales; where one falls in a weekend, the Monday (for both days of Christmas also the Tuesday) after it as well.
  gb: [
    on(1, 1),
    on(12, 25),
    on(12, 26),
    substitute(on(1, 1)),
    afterEaster(-2),
    afterEaster(1),
    mayDay,
    springDay,
    nth(-1, 1, 8),
    christmas(25),
    christmas(26),
  ],
  fr: [on(1, 1), on(5, 1), on(5, 8), on(7, 14), on(8, 15), on(11, 1), on(11, 11), ...christian],
  us: [
    on(1, 1),
    since(1986, nth(3, 1, 1)),
    nth(3, 1, 2),
    nth(-1, 1, 5),
    since(2021, on(6, 19)),
    on(7, 4),
    nth(1, 1, 9),
    nth(2, 1, 10),
    on(11, 11),
    nth(4, 4, 11),
    on(12, 25),
  ],
};

function substitute(rule: Rule): Rule {
  return (year) => {
    const day = rule(year)!;
    return weekday(day) === 6 ? addDays(day, 2) : weekday(day) === 0 ? addDays(day, 1) : day;
  };
}

/** Early May, moved in 1995 and 2020 to the day of the victory in Europe. */
function mayDay(year: number): Day | null {
  return year === 1995 || year === 2020 ? formatDay(year, 5, 8) : nth(1, 1, 5)(year);
}

/** Late May, moved to June for the jubilees of 2002, 2012 and 2022. */
function springDay(year: number): Day | null {
  if (year === 2002 || year === 2012) return formatDay(year, 6, 4);
  return year === 2022 ? formatDay(year, 6, 2) : nth(-1, 1, 5)(year);
}

/** A weekend's day of Christmas is made good two days later: Saturday's on Monday, Sunday's on Tuesday. */
function christmas(date: 25 | 26): Rule {
  return (year) => {
    const day = formatDay(year, 12, date);
    return weekday(day) === 6 || weekday(day) === 0 ? addDays(day, 2) : day;
  };
}

/**
 * The public holidays that fall on `from`–`to` (both included), the earliest first, each once: those of the whole country and of every
 * year; single days (a coronation, an election) and those of a region are not among them. Rules are those of now: before 1978 some days lay otherwise.
 */
export function holidaysBetween(country: HolidayCountry, from: Day, to: Day): Day[] {
  const days = new Set<Day>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
    for (const rule of rules[country]) {
      const day = rule(year);
      if (day !== null && day >= from && day <= to) days.add(day);
    }
  return [...days].toSorted();
}
