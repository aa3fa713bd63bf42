import { advance, type Filtered, filter, type Form, type Smoothing, type State } from "./ets.ts";
import { leastSquares } from "./least-squares.ts";
import { adjust } from "./season.ts";

/** A form fitted to a series. */
export interface Fit extends Filtered {
  readonly form: Form;
  readonly smoothing: Smoothing;
  readonly start: State;
  /** Gaussian, up to the same constant for every form (as R's `forecast`): −½ (n log Σε² + 2 Σ log|fitted| where the error is relative) */
  readonly logLikelihood: number;
  readonly aicc: number;
  /** √(Σε² / (n − parameters)): of the errors as the form has them, absolute or relative */
  readonly deviation: number;
}

const smallest = 1e-4;
const largest = 1 - 1e-4;
/** The range of φ: below 0.8 the slope is gone at once, above 0.98 it cannot be told from no damping (Hyndman et al. 2008, §2.3). */
const damping = { low: 0.8, high: 0.98 };

/** How long an optimum is looked for. */
interface Effort {
  /** smoothing parameters that are begun with, of a form without a season: 1 or 2 */
  readonly starts: number;
  /** ends when a step gains less than this share */
  readonly tolerance: number;
}
const thorough: Effort = { starts: 2, tolerance: 1e-6 };
/** For many series at once; the last digits of a likelihood say nothing about the next value. */
export const quick: Effort = { starts: 1, tolerance: 1e-3 };

/**
 * Fits a form by maximum likelihood over smoothing parameters and starting state together; null where the series is too short for it
 * (AICc needs more values than parameters + 1) or where its recursion is undefined. `y` may have gaps (NaN), `whole` is y without.
 *
 * Parameters are kept in the usual region 0 < α < 1, 0 < β < α, 0 < γ < 1 − α, which lies in the admissible one, by a logistic map. The
 * likelihood is a sum of squares: with relative errors Σ (ε·g)², g the geometric mean of the fitted values, has the same minimum.
 * Source: Hyndman et al. (2008), ch. 5; starting state as there: classical decomposition, then a line through the first values.
 */
export function fit(form: Form, y: Float64Array, whole: Float64Array, period: number, effort = thorough): Fit | null {
  const seasonal = form.season !== "N";
  const trend = form.trend === "A";
  const seasons = seasonal ? period : 1;
  const observed = y.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const parameters = 3 + (trend ? 2 : 0) + (form.damped ? 1 : 0) + (seasonal ? period : 0);
  if (observed - parameters - 1 <= 0) return null;
  const scale = whole.reduce((sum, value) => sum + Math.abs(value), 0) / whole.length || 1;
  const scaled = y.map((value) => value / scale);

  const season = new Float64Array(seasons);
  const trends = new Float64Array(2);
  const fitted = new Float64Array(y.length);
  const relative = form.error === "M";
  const firstSeason = 1 + (trend ? 1 : 0) + (form.damped ? 1 : 0) + (seasonal ? 1 : 0) + (trend ? 2 : 1);
  const neutral = form.season === "M" ? 1 : 0;

  const smoothingOf = (at: Float64Array): Smoothing => {
    let next = 0;
    const alpha = between(at[next++]!, smallest, largest);
    const beta = trend ? between(at[next++]!, smallest / 10, alpha) : 0;
    const gamma = seasonal ? between(at[next++]!, smallest / 10, 1 - alpha) : 0;
    return { alpha, beta, gamma, phi: form.damped ? between(at[next]!, damping.low, damping.high) : 1 };
  };
  const setStart = (at: Float64Array): void => {
    trends[0] = at[firstSeason - (trend ? 2 : 1)]!;
    trends[1] = trend ? at[firstSeason - 1]! : 0;
    let sum = 0;
    for (let index = 1; index < seasons; index++) {
      season[index] = at[firstSeason + index - 1]!;
      sum += season[index]!;
    }
    season[0] = seasons * neutral - sum;
  };
  const residuals = (at: Float64Array, into: Float64Array): boolean => {
    setStart(at);
    if (!advance(form, smoothingOf(at), trends, season, scaled, fitted, into)) return false;
    if (relative) {
      const mean = Math.exp(meanLog(fitted, scaled));
      for (let step = 0; step < into.length; step++) into[step]! *= mean;
    }
    return true;
  };

  const start = startOf(whole, form, period);
  let best = Infinity;
  let found: Float64Array | null = null;
  for (const [alpha, beta, gamma] of starts.slice(0, seasonal ? 1 : effort.starts)) {
    const at = [
      Math.log(alpha / (1 - alpha)),
      ...(trend ? [Math.log(beta / (1 - beta))] : []),
      ...(seasonal ? [Math.log(gamma / (1 - gamma))] : []),
    ];
    if (form.damped) at.push(2);
    at.push(start.level / scale);
    if (trend) at.push(start.slope / scale);
    for (let index = 1; index < seasons; index++) at.push(form.season === "M" ? start.season[index]! : start.season[index]! / scale);
    const trial = Float64Array.from(at);
    const sum = leastSquares(residuals, trial, y.length, effort.tolerance);
    if (sum < best) {
      best = sum;
      found = trial;
    }
  }
  if (found === null) return null;
  const smoothing = smoothingOf(found);
  setStart(found);
  const state: State = {
    level: trends[0]! * scale,
    slope: trends[1]! * scale,
    season: Array.from(season, (effect) => (form.season === "M" ? effect : effect * scale)),
  };
  const filtered = filter(form, smoothing, state, y);
  if (filtered === null) return null;
  // In units of the scale, so that tiny and huge values neither vanish nor overflow when squared.
  const unit = relative ? 1 : scale;
  const squares = filtered.errors.reduce((sum, error) => sum + (error / unit) ** 2, 0);
  // A series that the form reproduces exactly would have an infinite likelihood; rounding in the last digits is what is known at best.
  const absolute = observed * Math.log(Math.max(squares, observed * 1e-20)) + 2 * observed * Math.log(scale);
  const lik =
    absolute +
    (relative
      ? 2 *
        observed *
        meanLog(
          filtered.fitted.map((value) => value / scale),
          y,
        )
      : 0);
  if (!Number.isFinite(lik)) return null;
  return {
    ...filtered,
    form,
    smoothing,
    start: state,
    logLikelihood: -lik / 2,
    aicc: lik + 2 * parameters + (2 * parameters * (parameters + 1)) / (observed - parameters - 1),
    deviation: unit * Math.sqrt(squares / (observed - parameters + 1)),
  };
}

/** Smoothing parameters to begin with: α, β as a share of α, γ as a share of 1 − α. */
const starts = [
  [0.5, 0.1, 0.1],
  [0.1, 0.1, 0.3],
] as const;

function between(x: number, low: number, high: number): number {
  return low + (high - low) / (1 + Math.exp(-x));
}

/** Mean of log|fitted| over the steps that were observed, by products of 16, which cost one logarithm. */
function meanLog(fitted: Float64Array, y: Float64Array): number {
  let sum = 0;
  let product = 1;
  let count = 0;
  for (let step = 0; step < y.length; step++) {
    const value = y[step]!;
    if (Number.isNaN(value)) continue;
    product *= Math.abs(fitted[step]!);
    if ((++count & 15) === 0) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return (sum + Math.log(product)) / count;
}

function startOf(y: Float64Array, form: Form, period: number): State {
  const { adjusted, effects } = form.season === "N" ? { adjusted: y, effects: new Float64Array(1) } : adjust(y, period, form.season);
  const first = adjusted.subarray(0, Math.max(Math.min(10, y.length), form.season === "N" ? 0 : Math.min(2 * period, y.length)));
  if (form.trend === "N") return { level: mean(first), slope: 0, season: [...effects] };
  const centre = (first.length + 1) / 2;
  const average = mean(first);
  let across = 0;
  let square = 0;
  first.forEach((value, index) => {
    across += (index + 1 - centre) * (value - average);
    square += (index + 1 - centre) ** 2;
  });
  const slope = square > 0 ? across / square : 0;
  const level = average - slope * centre;
  // A relative form must begin above zero.
  return form.error === "M" && !(level + slope > 0)
    ? { level: average, slope: 0, season: [...effects] }
    : { level, slope, season: [...effects] };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
