/** A form of exponential smoothing: error additive or multiplicative, trend none or additive, season none, additive or multiplicative. */
export interface Form {
  readonly error: "A" | "M";
  readonly trend: "N" | "A";
  readonly damped: boolean;
  readonly season: "N" | "A" | "M";
}

/** Smoothing parameters; those of a component that the form lacks are 0, `phi` is 1 without damping. */
export interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Level, slope and the seasonal effects of the `period` steps to come, the next step's first. */
export interface State {
  readonly level: number;
  readonly slope: number;
  readonly season: readonly number[];
}

export interface Filtered {
  readonly state: State;
  /** one-step forecasts */
  readonly fitted: Float64Array;
  /** y − fitted, or that over fitted where the error is multiplicative; 0 where y is missing */
  readonly errors: Float64Array;
}

/** `ETS(M,Ad,M)`. */
export function formName({ error, trend, damped, season }: Form): string {
  return `ETS(${error},${trend}${damped ? "d" : ""},${season})`;
}

/**
 * Runs the series through the form's recursion. `y` may hold NaN for a missing value: the state then moves on without correction.
 * Null where the recursion is undefined: a multiplicative error or season whose forecast or level is not positive.
 *
 * With base = level + φ·slope and fitted = base, base + s or base·s, and d = y − base, y − s − base or y/s − base:
 * level ← base + α·d, slope ← φ·slope + β·d, s ← s + γ·(detrended y − s).
 * Source: Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing, table 2.2–2.3.
 */
export function filter(form: Form, smoothing: Smoothing, start: State, y: Float64Array): Filtered | null {
  const fitted = new Float64Array(y.length);
  const errors = new Float64Array(y.length);
  const season = Float64Array.from(start.season);
  const trends = new Float64Array([start.level, start.slope]);
  if (!advance(form, smoothing, trends, season, y, fitted, errors)) return null;
  const period = season.length;
  const next = Array.from(season, (_, index) => season[(y.length + index) % period]!);
  return { state: { level: trends[0]!, slope: trends[1]!, season: next }, fitted, errors };
}

/** As `filter`, into buffers: `trends` = [level, slope] and the circular `season` (step t at t mod period) become those after the end. */
export function advance(
  { error, damped, season: seasonal }: Form,
  { alpha, beta, gamma, phi }: Smoothing,
  trends: Float64Array,
  season: Float64Array,
  y: Float64Array,
  fitted: Float64Array,
  errors: Float64Array,
): boolean {
  let level = trends[0]!;
  let slope = trends[1]!;
  const period = season.length;
  const factor = damped ? phi : 1;
  for (let step = 0, at = 0; step < y.length; step++) {
    const drift = factor * slope;
    const base = level + drift;
    const effect = seasonal === "N" ? 0 : season[at]!;
    const forecast = seasonal === "M" ? base * effect : base + effect;
    if ((error === "M" && !(forecast > 0)) || (seasonal === "M" && !(base > 0 && effect > 0))) return false;
    fitted[step] = forecast;
    const value = y[step]!;
    if (!Number.isNaN(value)) {
      errors[step] = error === "M" ? (value - forecast) / forecast : value - forecast;
      const correction = (seasonal === "M" ? value / effect : value - effect) - base;
      level = base + alpha * correction;
      slope = drift + beta * correction;
      if (seasonal !== "N") season[at] = effect + gamma * ((seasonal === "M" ? value / base : value - base) - effect);
    } else {
      errors[step] = 0;
      level = base;
      slope = drift;
    }
    if (++at >= period) at = 0;
  }
  trends[0] = level;
  trends[1] = slope;
  return true;
}

/** Point forecasts: the path without further errors. */
export function project({ damped, season }: Form, { phi }: Smoothing, state: State, horizon: number): Float64Array {
  const mean = new Float64Array(horizon);
  let level = state.level;
  let slope = state.slope;
  for (let step = 0; step < horizon; step++) {
    if (damped) slope *= phi;
    level += slope;
    const effect = season === "N" ? 0 : state.season[step % state.season.length]!;
    mean[step] = season === "M" ? level * effect : level + effect;
  }
  return mean;
}
