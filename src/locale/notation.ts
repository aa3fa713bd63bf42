import type { Language } from "./language.ts";

/** What one language needs to write numbers and days. */
export interface Notation {
  readonly thousands: string;
  readonly point: string;
  readonly percent: string;
  readonly points: readonly [one: string, many: string];
  readonly months: readonly string[];
  readonly fullMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly numerals: readonly string[];
  readonly hour: string;
  readonly days: readonly [one: string, many: string];
  readonly monthsSpan: readonly [one: string, many: string];
  readonly through: string;
  readonly total: string;
  readonly quarter: (number: number, year: string) => string;
  readonly shortQuarter: (number: number) => string;
  readonly week: (number: number, year: string) => string;
  readonly fiscalYear: (year: string) => string;
  /** the space between a currency's symbol and the number */
  readonly money: string;
}

export const nbsp = "\u00a0";

export const notations: Readonly<Record<Language, Notation>> = {
  nl: {
    thousands: ".",
    point: ",",
    percent: `${nbsp}%`,
    points: ["punt", "punt"],
    months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    fullMonths: [
      "januari",
      "februari",
      "maart",
      "april",
      "mei",
      "juni",
      "juli",
      "augustus",
      "september",
      "oktober",
      "november",
      "december",
    ],
    weekdays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
    numerals: ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
    hour: "u",
    days: ["dag", "dagen"],
    monthsSpan: ["maand", "maanden"],
    through: "t/m",
    total: "totaal",
    quarter: (number, year) => `${number}e kwartaal ${year}`,
    shortQuarter: (number) => `${number}e kw`,
    week: (number, year) => `week ${number} van ${year}`,
    fiscalYear: (year) => `boekjaar ${year}`,
    money: nbsp,
  },
  en: {
    thousands: ",",
    point: ".",
    percent: "%",
    points: ["point", "points"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    fullMonths: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    numerals: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    hour: "h",
    days: ["day", "days"],
    monthsSpan: ["month", "months"],
    through: "to",
    total: "total",
    quarter: (number, year) => `Q${number} ${year}`,
    shortQuarter: (number) => `Q${number}`,
    week: (number, year) => `week ${number} of ${year}`,
    fiscalYear: (year) => `financial year ${year}`,
    money: "",
  },
};

/** Currency signs by ISO code; another currency is written as its code. */
export const symbols: Readonly<Record<string, string>> = {
  EUR: "€",
  USD: "$",
  GBP: "£",
  JPY: "¥",
  CHF: "CHF",
  INR: "₹",
  KRW: "₩",
  TRY: "₺",
};
