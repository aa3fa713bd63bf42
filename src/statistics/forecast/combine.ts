import { type Form, formName, project } from "./ets.ts";
import { type Fit, fit } from "./fit.ts";
import type { Source } from "./paths.ts";
import { type Adjusted, withoutSeason, withSeason } from "./season.ts";
import { theta } from "./theta.ts";

/** What was chosen for a series: its name, the point forecasts of each method, and the models from which its futures are drawn. */
export interface Combined {
  readonly model: string;
  readonly means: readonly Float64Array[];
  readonly sources: readonly Source[];
  /** the season that the sources are without, to be put back into what they draw */
  readonly season: Adjusted;
}

/** Longest period whose effects are smoothed one by one; a longer season is taken out first, as a smooth curve, and held fixed. */
const longestSmoothed = 24;
/** Fewest values for which a model is fitted rather than the last value repeated. */
const fewest = 8;

/**
 * The mean of three forecasts: the ETS form with the lowest AICc, Theta, and damped trend on the seasonally adjusted series. Averages of
 * these beat each of them (Makridakis & Hibon 2000, on the M3 series). `y` may have gaps (NaN), `whole` is y without; two values or more.
 * Of `periods` the shortest is smoothed and the longest held fixed, where there are more than two cycles of it.
 */
export function combine(y: Float64Array, whole: Float64Array, periods: readonly number[], horizon: number): Combined {
  const observed = y.filter((value) => !Number.isNaN(value));
  const constant = observed.every((value) => value === observed[0]);
  if (constant || observed.length < fewest)
    return (constant ? null : seasonalNaive(whole, observed.length, periods, horizon)) ?? repeated(observed, constant, horizon);

  const enough = (period: number): boolean => period > 1 && whole.length > 2 * period;
  const short = Math.max(1, ...periods.filter((period) => period <= longestSmoothed && enough(period)));
  const long = Math.max(1, ...periods.filter((period) => period > longestSmoothed && enough(period)));
  const season = withoutSeason(whole, long);
  const base = season.adjusted;
  const smoothed = base.map((value, step) => (Number.isNaN(y[step]!) ? NaN : value));
  const deseasoned = withoutSeason(base, short);
  const fits = forms(
    base.every((value) => value > 0),
    short > 1,
  )
    .map((form) => fit(form, smoothed, base, short))
    .filter((fitted) => fitted !== null)
    .toSorted((left, right) => left.aicc - right.aicc);
  const [best] = fits;
  if (best === undefined) return repeated(observed, false, horizon);

  const damped = fit(dampedTrend, deseasoned.adjusted, deseasoned.adjusted, 1);
  const parts = [
    { name: formName(best.form), mean: project(best.form, best.smoothing, best.state, horizon) },
    { name: "Theta", mean: theta(deseasoned, horizon) },
    {
      name: "damped trend",
      mean: damped && withSeason(project(damped.form, damped.smoothing, damped.state, horizon), y.length, deseasoned),
    },
  ].filter((part): part is { name: string; mean: Float64Array } => part.mean?.every(Number.isFinite) === true);
  const fixed = season.kind === "N" ? "" : `; season of ${long} held fixed`;
  const left = periods
    .filter((period) => period > 1 && !enough(period))
    .map((period) => `; season of ${period} left out: needs more than ${2 * period} values`);
  return {
    model: `mean of ${parts.map((part) => part.name).join(", ")}${fixed}${left.join("")}`,
    means: parts.map((part) => withSeason(part.mean, y.length, season)),
    sources: weighed(fits, y.length),
    season,
  };
}

const dampedTrend: Form = { error: "A", trend: "A", damped: true, season: "N" };

/** The forms that make sense: relative ones for positive series alone, and never an absolute error beside a relative season. */
function forms(positive: boolean, seasonal: boolean): Form[] {
  const trends = [
    { trend: "N", damped: false },
    { trend: "A", damped: false },
    { trend: "A", damped: true },
  ] as const;
  return trends.flatMap((trend) => [
    { error: "A" as const, ...trend, season: "N" as const },
    ...(positive ? [{ error: "M" as const, ...trend, season: "N" as const }] : []),
    ...(seasonal ? [{ error: "A" as const, ...trend, season: "A" as const }] : []),
    ...(seasonal && positive ? [{ error: "M" as const, ...trend, season: "M" as const }] : []),
  ]);
}

/** Futures are drawn from each form in proportion to its Akaike weight, so that not knowing the form counts too. */
function weighed(fits: readonly Fit[], length: number): Source[] {
  const best = fits[0]!.aicc;
  return fits
    .map(({ form, smoothing, state, deviation, aicc }) => ({
      form,
      smoothing,
      state,
      scale: deviation * Math.sqrt(3 / 5) * widening(length),
      degreesOfFreedom: 5,
      weight: Math.exp((best - aicc) / 2),
    }))
    .filter(({ weight }) => weight > 0.02);
}

/**
 * By how much the errors ahead exceed those of the fit, since parameters are estimates and the next values may be unlike the past. The one
 * number here that is calibrated: on simulated series (bench/series.mjs), never on the series of a competition.
 */
function widening(length: number): number {
  return 1.03 + 4 / length;
}

/**
 * Of a few values the cycle before again and again, where values differ less from those a cycle earlier than from those just before; null
 * where they do not, or where there are fewer than two such pairs. As a smoothing model: each season walks at random by itself.
 */
function seasonalNaive(whole: Float64Array, count: number, periods: readonly number[], horizon: number): Combined | null {
  const period = Math.min(...periods.filter((one) => one > 1));
  const pairs = whole.length - period;
  if (!(pairs >= 2)) return null;
  const spread = (lag: number): number =>
    Math.hypot(...whole.subarray(lag).map((value, step) => value - whole[step]!)) / Math.sqrt(whole.length - lag);
  if (spread(period) >= spread(1)) return null;
  const form: Form = { error: "A", trend: "N", damped: false, season: "A" };
  const smoothing = { alpha: 0, beta: 0, gamma: 1, phi: 1 };
  const state = { level: 0, slope: 0, season: [...whole.subarray(-period)] };
  return {
    model: `seasonal naive: the ${period} values before (${count} values are too few for a model)`,
    means: [project(form, smoothing, state, horizon)],
    sources: [{ form, smoothing, state, scale: spread(period), degreesOfFreedom: pairs, weight: 1 }],
    season: { adjusted: whole, effects: new Float64Array(1), kind: "N" },
  };
}

/** The last value again and again: what is left for a few values, or for values that never change. */
function repeated(observed: Float64Array, constant: boolean, horizon: number): Combined {
  const last = observed.at(-1)!;
  const changes = observed.length - 1;
  const squared = Math.hypot(...observed.subarray(1).map((value, step) => value - observed[step]!));
  return {
    model: constant ? "last value (it never changed)" : `last value (${observed.length} values are too few for a model)`,
    means: [new Float64Array(horizon).fill(last)],
    sources: [
      {
        form: { error: "A", trend: "N", damped: false, season: "N" },
        smoothing: { alpha: 1, beta: 0, gamma: 0, phi: 1 },
        state: { level: last, slope: 0, season: [0] },
        scale: constant ? 0 : squared / Math.sqrt(changes),
        degreesOfFreedom: changes,
        weight: 1,
      },
    ],
    season: { adjusted: observed, effects: new Float64Array(1), kind: "N" },
  };
}
