import { z } from "zod";
import { holidayCountries, isDay } from "../../calendar/index.ts";
import type { Method } from "../method.ts";
import { Random } from "../random.ts";
import { badInput } from "../refusal.ts";
import { combine } from "./combine.ts";
import { holidayEffect, type Holidays } from "./holidays.ts";
import { drawPaths } from "./paths.ts";
import { withSeason } from "./season.ts";
import { interpolate, observedPart } from "./series.ts";

/** Steps in a cycle: 12 for months in a year, 7 for days in a week; 1 = none. */
const Period = z.int().min(1).max(1_000);

const Input = z.strictObject({
  y: z.array(z.number().min(-1e150).max(1e150).nullable()).max(10_000),
  season: z
    .union([Period, z.array(Period).max(2)])
    .default(1)
    .transform((season) => (typeof season === "number" ? [season] : season)),
  horizon: z.int().min(0).max(1_000),
  levels: z.array(z.number().gt(0).lt(1)).max(20).default([0.8, 0.95]),
  /** of a daily series: its country, and the day of its first value */
  holidays: z.strictObject({ country: z.enum(holidayCountries), from: z.string().refine(isDay, "day") }).optional(),
});
export type ForecastInput = Omit<z.infer<typeof Input>, "holidays"> & { readonly holidays?: Holidays | undefined };

export interface Forecast {
  /** which methods made it, in words of the trade: `mean of ETS(M,Ad,M), Theta and damped trend`, `last value (3 values)` … */
  readonly model: string;
  /** per step ahead, in the unit of `y` */
  readonly mean: readonly number[];
  /** per level, as its text: [low, high] per step ahead */
  readonly intervals: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}
export interface SumForecast {
  readonly model: string;
  readonly mean: number;
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
}

/** Paths drawn for the intervals: their quantiles at 95 % then waver by some 3 % of the width. */
const drawn = 2_000;
/** Seed of the paths. Always the same, so that equal input gives equal output. */
const seed = 20_111;
/**
 * How a series goes on: the mean of three forecasts (`combine.ts`), with intervals from the quantiles of 2,000 futures drawn from the
 * fitted smoothing models (`paths.ts`), moved so that their middle is the forecast.
 *
 * `y` in time order at equal distances, null where a value is missing; `season` the steps in a cycle, or two of them ([7, 365] for daily
 * values); `horizon` how many steps ahead. Everything is in the unit of `y`. Assumes that what moved the series will go on moving it as it
 * did. Sources: see ets.ts, theta.ts, combine.ts. Example: y = 10, 20, 30 has too few values for a model: mean 30 at every step, 80 %
 * interval of the first step [11, 49] (t with 2 degrees of freedom times the root mean square change 10). Equal input gives equal output.
 * Throws `bad-input` for fewer than two values.
 */
export const forecast: Method<ForecastInput, Forecast> = {
  name: "forecast",
  told: { nl: "hoe een reeks verdergaat, met onzekerheid", en: "how a series goes on, with its uncertainty" },
  input: Input,
  compute({ y, season, horizon, levels, holidays }) {
    const { model, mean, paths } = futures(y, season, horizon, holidays);
    const intervals: Record<string, (readonly [number, number])[]> = {};
    for (const level of levels) intervals[String(level)] = [];
    const column = new Float64Array(drawn);
    for (let step = 0; step < horizon; step++) {
      for (let path = 0; path < drawn; path++) column[path] = paths[path * horizon + step]!;
      column.sort();
      for (const level of levels) intervals[String(level)]!.push(between(column, level));
    }
    return { model, mean: [...mean], intervals };
  },
};

/**
 * The sum over the next `horizon` steps: what is still to come in a target's period. Its interval comes from the sums of whole drawn
 * futures, because neighbouring steps err together: the sum of the widths would be too wide, √n widths too narrow.
 */
export function forecastSum({ y, season, horizon, levels, holidays }: ForecastInput): SumForecast {
  const { model, mean, paths } = futures(y, season, horizon, holidays);
  const sums = new Float64Array(drawn).map((_, path) => total(paths.subarray(path * horizon, (path + 1) * horizon))).sort();
  return {
    model,
    mean: total(mean),
    intervals: Object.fromEntries(levels.map((level) => [String(level), between(sums, level)])),
  };
}

interface Futures {
  readonly model: string;
  readonly mean: Float64Array;
  readonly paths: Float64Array;
}

/** With holidays: those of the past are gaps, and what they did is put into those ahead. */
function futures(values: readonly (number | null)[], periods: readonly number[], horizon: number, holidays: Holidays | undefined): Futures {
  const effect = holidays === undefined ? null : holidayEffect(values, holidays, horizon);
  if (effect === null) {
    const plain = ordinaryFutures(values, periods, horizon);
    return holidays === undefined ? plain : { ...plain, model: `${plain.model}; holidays left out: fewer than three were seen` };
  }
  const { model, mean, paths } = ordinaryFutures(effect.ordinary, periods, horizon);
  const put = (value: number, place: number): number => {
    const { factor, shift } = effect.at(place % horizon);
    return value * factor + shift;
  };
  return { model: `${model}; effect of ${effect.seen} holidays`, mean: mean.map(put), paths: paths.map(put) };
}

function ordinaryFutures(values: readonly (number | null)[], periods: readonly number[], horizon: number): Futures {
  const y = observedPart(values);
  if (y === null || y.length < 2)
    throw badInput({ nl: "een voorspelling heeft ten minste twee waarden nodig", en: "a forecast needs at least two values" });
  // Steps at the end that are still missing are forecast too, and not shown.
  const waiting = values.length - 1 - values.findLastIndex((value) => value !== null);
  const steps = horizon + waiting;
  const { model, means, sources, season } = combine(y, interpolate(y, Math.min(...periods, 1_000)), periods, steps);
  const all = drawPaths(sources, steps, drawn, new Random(seed));
  const paths = new Float64Array(drawn * horizon);
  for (let path = 0; path < drawn; path++)
    paths.set(withSeason(all.subarray(path * steps, (path + 1) * steps), y.length, season).subarray(waiting), path * horizon);
  const shown = means.map((part) => part.subarray(waiting));
  recentre(paths, shown, horizon);
  const mean = new Float64Array(horizon).map((_, step) => shown.reduce((sum, part) => sum + part[step]!, 0) / shown.length);
  return { model, mean, paths };
}

/** Moves the drawn futures from their own middle to the forecasts, each method's to an equal share: where methods differ, more is open. */
function recentre(paths: Float64Array, methods: readonly Float64Array[], horizon: number): void {
  const column = new Float64Array(drawn);
  for (let step = 0; step < horizon; step++) {
    for (let path = 0; path < drawn; path++) column[path] = paths[path * horizon + step]!;
    const middle = quantile(column.sort(), 0.5);
    for (let path = 0; path < drawn; path++) paths[path * horizon + step]! += methods[path % methods.length]![step]! - middle;
  }
}

function between(sorted: Float64Array, level: number): readonly [number, number] {
  return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
}

/** Linear between the order statistics (Hyndman & Fan 1996, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
