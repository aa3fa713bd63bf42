import { addDays, type Day, type HolidayCountry, holidaysBetween } from "../../calendar/index.ts";

/** Which days of a daily series are public holidays. */
export interface Holidays {
  readonly country: HolidayCountry;
  /** the day of the first value */
  readonly from: Day;
}

/** What holidays do to a daily series, taken out of its past and to be put into its future. */
export interface HolidayEffect {
  /** the series with its holidays as gaps */
  readonly ordinary: readonly (number | null)[];
  /** what a value of a step ahead (from 0) is multiplied by, and what is then added to it */
  at(step: number): { readonly factor: number; readonly shift: number };
  /** how many holidays it was read from */
  readonly seen: number;
}

/** Fewest holidays of which an effect is told. */
const fewest = 3;
/** Weeks on either side whose same weekday tells what would have been ordinary. */
const weeks = 3;
/** So many ordinary days the effect is pulled towards none by. */
const shrinkage = 1;

/**
 * A holiday against the median of the same weekday in the three weeks before and after it, holidays left out: as a ratio where the series
 * is positive throughout, else as a difference; the mean over the holidays seen, n/(n + 1) of it. Null with fewer than three such holidays.
 * `y` is daily, from `from` on, null where a value is missing. Assumes that holidays are alike. Example: a shop that sells 100 a day and 20
 * on each of four holidays: ratio 0.2, told as 1 − 4/5 · 0.8 = 0.36.
 */
export function holidayEffect(y: readonly (number | null)[], { country, from }: Holidays, horizon: number): HolidayEffect | null {
  const all = new Set(holidaysBetween(country, from, addDays(from, y.length + horizon)));
  const isHoliday = (step: number): boolean => all.has(addDays(from, step));
  const positive = y.every((value) => value === null || value > 0);
  const effects = y.flatMap((value, step) => {
    if (value === null || !isHoliday(step)) return [];
    const beside = [...Array(2 * weeks + 1).keys()]
      .map((week) => step + 7 * (week - weeks))
      .flatMap((other) => (isHoliday(other) ? [] : (y[other] ?? [])))
      .toSorted((a, b) => a - b);
    if (beside.length === 0) return [];
    const middle = (beside[(beside.length - 1) >> 1]! + beside[beside.length >> 1]!) / 2;
    return [positive ? value / middle - 1 : value - middle];
  });
  if (effects.length < fewest) return null;
  const effect = effects.reduce((sum, one) => sum + one, 0) / (effects.length + shrinkage);
  return {
    ordinary: y.map((value, step) => (isHoliday(step) ? null : value)),
    seen: effects.length,
    at: (step) =>
      !isHoliday(y.length + step) ? { factor: 1, shift: 0 } : positive ? { factor: 1 + effect, shift: 0 } : { factor: 1, shift: effect },
  };
}
