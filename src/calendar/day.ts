/** A calendar day as ISO text, `2026-01-31`. Text so that it stays itself in YAML, JSON and SQL. */
export type Day = string;

/** The calendar's first and last day: the ISO text of any day outside them has no four-digit year. */
export const firstDay: Day = "0001-01-01";
export const lastDay: Day = "9999-12-31";

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is an existing day between 0001-01-01 and 9999-12-31 (so not 2026-02-30). */
export function isDay(text: string): boolean {
  if (!pattern.test(text)) return false;
  const [year, month, date] = parts(text);
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

/** Days in a month; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. Throws on a text that is no day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new Error(`invalid day: ${day}`);
  const [year, month, date] = parts(day);
  // Years that begin in March put the leap day last, so that the days before a month are a straight line.
  const march = month > 2 ? month - 3 : month + 9;
  const y = month > 2 ? year : year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * march + 2) / 5) + date - 1 - epoch;
}

/** The day that lies `number` days after 1970-01-01. Throws outside the calendar. */
export function fromDayNumber(number: number): Day {
  if (!Number.isInteger(number) || number < firstNumber || number > lastNumber) throw new Error(`invalid day number: ${number}`);
  const sinceMarch = number + epoch;
  const era = Math.floor(sinceMarch / 146_097);
  const inEra = sinceMarch - era * 146_097;
  const yearInEra = Math.floor((inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365);
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const march = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  return formatDay(yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** The day `count` days later; the calendar's first or last day where that lies outside it. */
export function addDays(day: Day, count: number): Day {
  return fromDayNumber(Math.max(firstNumber, Math.min(lastNumber, dayNumber(day) + count)));
}

/** `to` − `from` in days. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month `count` months later, or that month's last day where it does not exist (31 Jan + 1 = 28 Feb);
 * the calendar's first or last day where that lies outside it.
 */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = parts(day);
  const months = year * 12 + month - 1 + count;
  const newYear = Math.floor(months / 12);
  if (newYear < 1) return firstDay;
  if (newYear > 9999) return lastDay;
  const newMonth = months - newYear * 12 + 1;
  return formatDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** Year, month (from 1) and day of the month. */
export function parts(day: Day): readonly [year: number, month: number, date: number] {
  const digit = (place: number): number => day.charCodeAt(place) - 48;
  return [digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6), digit(8) * 10 + digit(9)];
}

export function formatDay(year: number, month: number, date: number): Day {
  return `${padYear(year)}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

export function padYear(year: number): string {
  return year > 999 ? String(year) : String(year).padStart(4, "0");
}

/** Days from 0000-03-01 to 1970-01-01. */
const epoch = 719_468;
/** Day numbers of the calendar's ends. */
export const firstNumber = dayNumber(firstDay);
export const lastNumber = dayNumber(lastDay);
