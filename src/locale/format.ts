import type { Day } from "../calendar/index.ts";
import { roundDecimal } from "./decimal.ts";
import type { Language } from "./language.ts";
import { nbsp, notations, symbols } from "./notation.ts";

/** The units of metrics; null where none is known. */
export type Unit = "currency" | "percent" | "count" | "score" | "seconds" | "minutes" | "hours" | "days" | "months" | "ratio";

export interface ValueOptions {
  /** money of 1,000 and more without cents: for headlines and narrow tables */
  readonly round?: boolean;
  /** 30 % where the house writes 30,0 %: for a number that somebody agreed on, in a sentence */
  readonly trim?: boolean;
}

/**
 * How one language writes numbers and days, from its own small tables so that every machine writes the same. Rounds half away
 * from zero. An absent value is `–`, a minus is `−`, and no line breaks between a number and its sign.
 */
export interface Formats {
  readonly language: Language;
  /** `1.234,5`; `decimals` are always shown, none unless asked */
  number(value: number | null, decimals?: number): string;
  /** with its unit: `€ 12,50`, `12,4 %`, `1 min 8 s`; percentages are given as fractions */
  value(value: number | null, unit: Unit | null, options?: ValueOptions): string;
  /** the size of a difference between two values of a unit: percentages differ in points */
  gap(value: number, unit: Unit | null, options?: ValueOptions): string;
  /** in whole percents; what is not certain is never told as 0 or 100: `12 %`, `<1 %`, `>99 %` */
  chance(fraction: number | null): string;
  /** a change with its sign: `+12,4 %`, `−3` */
  signed(value: number | null, unit: Unit | null, options?: ValueOptions): string;
  /** `31 dec 2025` */
  day(day: Day): string;
  /** `31 december 2025`: for a sentence that is spoken */
  fullDay(day: Day): string;
  /** both ends included, months in full: `1 oktober t/m 31 december 2026` */
  fullRange(from: Day, to: Day): string;
  /** `31 dec` */
  dayOfMonth(day: Day): string;
  /** `zo 22 nov 2026` */
  weekday(day: Day): string;
  /** both ends included: `1 okt t/m 31 dec 2026` */
  range(from: Day, to: Day): string;
  /** a period label in words: `4e kwartaal 2026`, `nov 2026`, `week 5 van 2026` */
  period(label: string): string;
  /** the same without the year, for a row of them: `4e kw`, `nov`, `week 5` */
  shortPeriod(label: string): string;
  /** a count in a sentence: `zes`, from thirteen on `13` */
  count(value: number): string;
}

const minus = "−";
const absent = "–";

/** The formats of a language. `currency` is an ISO 4217 code, the one that amounts are in. */
export function formats(language: Language, currency = "EUR"): Formats {
  const words = notations[language];

  /** at most `most` decimals, at least `least`: 3.0 is `3`, 3.4 is `3,4` */
  function digits(value: number, least: number, most: number, shift = 0): { negative: boolean; text: string } {
    const { negative, whole, fraction } = roundDecimal(value, most, shift);
    const shown = fraction.slice(0, Math.max(least, fraction.replace(/0+$/, "").length));
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.thousands);
    return { negative, text: shown === "" ? grouped : `${grouped}${words.point}${shown}` };
  }

  function plain(value: number, least: number, most = least, shift = 0): string {
    const { negative, text } = digits(value, least, most, shift);
    return negative ? minus + text : text;
  }

  function money(value: number, round: boolean): string {
    const decimals = round && (value === 0 || Math.abs(value) >= 1000) ? 0 : 2;
    const { negative, text } = digits(value, decimals, decimals);
    const symbol = symbols[currency] ?? currency;
    const space = symbol.length > 1 ? nbsp : words.money;
    const sign = negative ? minus : "";
    return space === "" ? `${sign}${symbol}${text}` : `${symbol}${space}${sign}${text}`;
  }

  function spell(value: number, [one, many]: readonly [string, string]): string {
    const text = plain(value, 0, 1);
    return `${text}${nbsp}${text.replace(minus, "") === "1" ? one : many}`;
  }

  /** From a minute on in minutes and whole seconds, from an hour on in hours and whole minutes. */
  function seconds(value: number): string {
    const size = Math.abs(value);
    const sign = value < 0 ? minus : "";
    const rounded = Math.round(size);
    if (rounded < 60) return `${plain(value, 0, 1)}${nbsp}s`;
    const [large, small, units] =
      rounded < 3600
        ? [Math.floor(rounded / 60), rounded % 60, ["min", "s"]]
        : [Math.floor(size / 3600), Math.round((size % 3600) / 60), [words.hour, "min"]];
    const [whole, rest] = small === 60 ? [large + 1, 0] : [large, small];
    return `${sign}${plain(whole, 0)}${nbsp}${units[0]}${rest === 0 ? "" : `${nbsp}${rest}${nbsp}${units[1]}`}`;
  }

  function written(value: number, unit: Unit | null, { round = false, trim = false }: ValueOptions): string {
    switch (unit) {
      case "currency":
        return money(value, round);
      case "percent":
        return plain(value, trim ? 0 : 1, 1, 2) + words.percent;
      case "count":
        return plain(value, 0);
      case "score":
        return plain(value, trim ? 0 : 1, 1);
      case "ratio":
        return plain(value, trim ? 0 : 2, 2);
      case "seconds":
        return seconds(value);
      case "minutes":
        return `${plain(value, 0, 1)}${nbsp}min`;
      case "hours":
        return `${plain(value, 0, 1)}${nbsp}${words.hour}`;
      case "days":
        return spell(value, words.days);
      case "months":
        return spell(value, words.monthsSpan);
      case null:
        return plain(value, 0, 2);
    }
  }

  const year = (day: Day): string => day.slice(0, 4);
  const dayIn =
    (months: readonly string[]) =>
    (day: Day): string =>
      `${Number(day.slice(8, 10))}${nbsp}${months[Number(day.slice(5, 7)) - 1]}`;
  const dayOfMonth = dayIn(words.months);
  const yearAfter =
    (written: (day: Day) => string) =>
    (day: Day): string =>
      `${written(day)}${nbsp}${Number(year(day))}`;
  const day = yearAfter(dayOfMonth);
  const rangeIn =
    (months: readonly string[]) =>
    (from: Day, to: Day): string => {
      const [short, full] = [dayIn(months), yearAfter(dayIn(months))];
      return from === to ? full(to) : `${year(from) === year(to) ? short(from) : full(from)} ${words.through} ${full(to)}`;
    };
  const range = rangeIn(words.months);

  function value(amount: number | null, unit: Unit | null, options: ValueOptions = {}): string {
    return amount === null || !Number.isFinite(amount) ? absent : written(amount, unit, options);
  }

  function chance(fraction: number | null): string {
    if (fraction === null) return absent;
    if (fraction > 0 && fraction < 0.01) return `<1${words.percent}`;
    if (fraction < 1 && fraction > 0.99) return `>99${words.percent}`;
    return plain(fraction * 100, 0) + words.percent;
  }

  function gap(amount: number, unit: Unit | null, options: ValueOptions = {}): string {
    return unit === "percent" ? points(Math.abs(amount)) : value(Math.abs(amount), unit, options);
  }

  function points(fraction: number): string {
    const text = plain(fraction, 1, 1, 2);
    return `${text}${nbsp}${text === plain(1, 1) ? words.points[0] : words.points[1]}`;
  }

  return {
    language,
    number: (amount, decimals = 0) => (amount === null || !Number.isFinite(amount) ? absent : plain(amount, decimals)),
    value,
    chance,
    gap,
    signed: (amount, unit, options = {}) => {
      const text = value(amount, unit, options);
      return amount === null || amount <= 0 || !/[1-9]/.test(text) ? text : `+${text}`;
    },
    day,
    fullDay: yearAfter(dayIn(words.fullMonths)),
    fullRange: rangeIn(words.fullMonths),
    dayOfMonth,
    weekday: (date) => `${words.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${day(date)}`,
    range,
    period: (label) => periodInWords(label, true),
    shortPeriod: (label) => periodInWords(label, false),
    count: (amount) => words.numerals[amount] ?? plain(amount, 0),
  };

  function periodInWords(label: string, full: boolean): string {
    const [from, to] = label.split("..");
    if (from && to) return range(from, to);
    const [, ofYear = "", kind = "", number = ""] = /^(\d{4})-?([WQ]?)(\d*)$/.exec(label) ?? [];
    if (/^\d{4}-\d{2}-\d{2}$/.test(label)) return full ? day(label) : dayOfMonth(label);
    if (label === "total") return words.total;
    if (label.startsWith("FY")) return words.fiscalYear(label.slice(2));
    if (kind === "W") return full ? words.week(Number(number), ofYear) : `week${nbsp}${Number(number)}`;
    if (kind === "Q") return full ? words.quarter(Number(number), ofYear) : words.shortQuarter(Number(number));
    if (number !== "") return full ? `${words.months[Number(number) - 1]}${nbsp}${ofYear}` : words.months[Number(number) - 1]!;
    return label;
  }
}
