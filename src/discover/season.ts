import { formats } from "../locale/index.ts";
import type { Language } from "../framework/index.ts";
import type { Detail } from "./figures.ts";

interface Season {
  /** 1 to 12 */
  readonly month: number;
  /** to the mean of the twelve */
  readonly ratio: number;
  readonly n: number;
}

/** The calendar month that sells most (`sense` 1) or least (−1) of the last twelve whole ones, or of as many whole years as there are. */
export function extremeMonth(detail: Detail | null, sense: 1 | -1): Season | null {
  const months = detail?.months ?? [];
  const years = Math.floor(months.length / 12);
  if (years === 0) return null;
  const used = months.slice(-12 * years);
  const sums = Array.from({ length: 12 }, () => ({ sum: 0, n: 0 }));
  for (const { month, revenue, transactions } of used) {
    const one = sums[Number(month.slice(5)) - 1]!;
    one.sum += revenue ?? transactions;
    one.n += transactions;
  }
  const whole = sums.reduce((total, { sum }) => total + sum, 0);
  if (whole <= 0) return null;
  const best = sums.reduce((found, { sum }, at) => (sense * sum > sense * sums[found]!.sum ? at : found), 0);
  return { month: best + 1, ratio: (12 * sums[best]!.sum) / whole, n: sums[best]!.n };
}

export function monthName(season: Season | null, language: Language): string | null {
  // `1 december 2001`: the month stands between the day and the year.
  return season === null
    ? null
    : formats(language)
        .fullDay(`2001-${String(season.month).padStart(2, "0")}-01`)
        .split(/\s/u)[1]!;
}

export function weekdayOf(detail: Detail | null): { readonly weekday: number; readonly share: number; readonly n: number } | null {
  const counts = detail?.weekdays ?? [];
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return null;
  const weekday = counts.indexOf(Math.max(...counts));
  return { weekday, share: counts[weekday]! / n, n };
}

const sentences: Readonly<Record<Language, readonly string[]>> = {
  nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

export function weekdayName(day: ReturnType<typeof weekdayOf>, language: Language): string | null {
  return day === null ? null : sentences[language][day.weekday]!;
}
