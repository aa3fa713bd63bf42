import { normalUpperQuantile } from "../special/tails.ts";
import { interpolate, observedPart } from "./series.ts";

/** A series without its fixed seasonal pattern. */
export interface Adjusted {
  readonly adjusted: Float64Array;
  /** the effect of each of the steps 0 … period − 1, by position; all 1 (or 0) where there is no season */
  readonly effects: Float64Array;
  readonly kind: "A" | "M" | "N";
}

/**
 * Whether the autocorrelation at the seasonal lag stands out (one-sided 5 %), as the M competitions tested it before their Naive2 and
 * Theta; a long season by whether the cycles look alike. |r_m| > 1.645 · √((1 + 2 Σ_{k<m} r_k²) / n) (Makridakis & Hibon 2000). Needs two whole cycles. `y` has no gaps.
 */
export function isSeasonal(y: Float64Array, period: number): boolean {
  if (period < 2 || y.length < 2 * period + 1) return false;
  if (period > mostPositions) return repeatsItself(y, period);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const products = (lag: number): number => {
    let sum = 0;
    for (let step = lag; step < y.length; step++) sum += (y[step]! - mean) * (y[step - lag]! - mean);
    return sum;
  };
  const variance = products(0);
  if (!(variance > 0)) return false;
  let earlier = 0;
  for (let lag = 1; lag < period; lag++) earlier += (products(lag) / variance) ** 2;
  return Math.abs(products(period) / variance) > normalUpperQuantile(0.05) * Math.sqrt((1 + 2 * earlier) / y.length);
}

/** Beyond this many positions too few values are seen of each; their effects are then drawn as a smooth curve. */
const mostPositions = 24;
const harmonics = 6;

/**
 * Whether one cycle looks like the next: the correlation of twelfths of a cycle (about months, of a year) with those a cycle later, the
 * straight line taken out. The test above would never see a smooth season of hundreds of steps, whose every autocorrelation is large.
 */
function repeatsItself(y: Float64Array, period: number): boolean {
  const { slope, centre } = straightLine(y);
  const twelfths: number[] = [];
  for (let index = 0; ; index++) {
    const from = Math.round((index * period) / 12);
    const to = Math.round(((index + 1) * period) / 12);
    if (to > y.length) break;
    let sum = 0;
    for (let step = from; step < to; step++) sum += y[step]! - slope * (step - centre);
    twelfths.push(sum / (to - from));
  }
  return correlation(twelfths.slice(0, -12), twelfths.slice(12)) > 0.6;
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const meanLeft = left.reduce((sum, value) => sum + value, 0) / left.length;
  const meanRight = right.reduce((sum, value) => sum + value, 0) / right.length;
  let [product, squareLeft, squareRight] = [0, 0, 0];
  left.forEach((value, index) => {
    product += (value - meanLeft) * (right[index]! - meanRight);
    squareLeft += (value - meanLeft) ** 2;
    squareRight += (right[index]! - meanRight) ** 2;
  });
  return product / Math.sqrt(squareLeft * squareRight);
}

/** Least-squares slope per step, and the step in the middle. */
export function straightLine(y: Float64Array): { slope: number; centre: number } {
  const centre = (y.length - 1) / 2;
  let across = 0;
  let square = 0;
  y.forEach((value, step) => {
    across += (step - centre) * value;
    square += (step - centre) ** 2;
  });
  return { slope: across / square, centre };
}

/** The first six harmonics of the effects of a long season. */
export function smooth(raw: Float64Array): Float64Array {
  const { length } = raw;
  const curve = new Float64Array(length).fill(raw.reduce((sum, effect) => sum + effect, 0) / length);
  for (let order = 1; order <= harmonics; order++) {
    const angle = (2 * Math.PI * order) / length;
    let cosine = 0;
    let sine = 0;
    raw.forEach((effect, index) => {
      cosine += (2 / length) * effect * Math.cos(angle * index);
      sine += (2 / length) * effect * Math.sin(angle * index);
    });
    for (let index = 0; index < length; index++) curve[index]! += cosine * Math.cos(angle * index) + sine * Math.sin(angle * index);
  }
  return curve;
}

/** Classical decomposition by centred moving averages; multiplicative effects average 1, additive ones 0. `y` has no gaps. */
export function adjust(y: Float64Array, period: number, kind: "A" | "M"): Adjusted {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  const half = period >> 1;
  for (let step = half; step + half < y.length; step++) {
    let trend = 0;
    for (let lag = -half; lag <= half; lag++) trend += y[step + lag]! * (period % 2 === 0 && Math.abs(lag) === half ? 0.5 : 1);
    trend /= period;
    sums[step % period]! += kind === "M" ? y[step]! / trend : y[step]! - trend;
    counts[step % period]! += 1;
  }
  const raw = sums.map((sum, index) => (counts[index]! > 0 ? sum / counts[index]! : kind === "M" ? 1 : 0));
  const curve = period > mostPositions ? smooth(raw) : raw;
  const mean = curve.reduce((sum, effect) => sum + effect, 0) / period;
  const effects = curve.map((effect) => (kind === "M" ? effect / mean : effect - mean));
  if (kind === "M" && effects.some((effect) => !(effect > 0.01))) return adjust(y, period, "A");
  const adjusted = y.map((value, step) => (kind === "M" ? value / effects[step % period]! : value - effects[step % period]!));
  return { adjusted, effects, kind };
}

export function unseasoned(y: Float64Array): Adjusted {
  return { adjusted: y, effects: new Float64Array(1), kind: "N" };
}

/** Without its season where it has one, multiplicative where every value is positive. */
export function withoutSeason(y: Float64Array, period: number): Adjusted {
  if (!isSeasonal(y, period)) return unseasoned(y);
  return adjust(y, period, y.every((value) => value > 0) ? "M" : "A");
}

/** Puts the season back into forecasts of the adjusted series that begin at step `from`. */
export function withSeason(forecast: Float64Array, from: number, { effects, kind }: Adjusted): Float64Array {
  if (kind === "N") return forecast;
  return forecast.map((value, step) => {
    const effect = effects[(from + step) % effects.length]!;
    return kind === "M" ? value * effect : value + effect;
  });
}

/**
 * What each step is to an average one, from step 0 of `y` on: 1.2 = a fifth more than usual; null where `y` shows no season. `periods` are
 * steps in a cycle; `y` at equal distances, null where a value is missing. Only for values of which more means more: none below zero.
 */
export function seasonalEffects(values: readonly (number | null)[], periods: readonly number[]): ((step: number) => number) | null {
  const from = values.findIndex((value) => value !== null);
  const y = observedPart(values);
  if (y === null || y.some((value) => value < 0)) return null;
  const [short, long] = [Math.min(...periods), Math.max(...periods)];
  const whole = interpolate(y, short);
  const slow = long > short ? withoutSeason(whole, long) : unseasoned(whole);
  const quick = withoutSeason(slow.adjusted, short);
  if (slow.kind === "N" && quick.kind === "N") return null;
  const level = quick.adjusted.reduce((sum, value) => sum + value, 0) / y.length;
  if (!(level > 0)) return null;
  const effect = ({ kind, effects }: Adjusted, step: number): number => {
    const own = effects[(((step - from) % effects.length) + effects.length) % effects.length]!;
    return kind === "N" ? 1 : kind === "M" ? own : Math.max(0, 1 + own / level);
  };
  return (step) => effect(quick, step) * effect(slow, step);
}
