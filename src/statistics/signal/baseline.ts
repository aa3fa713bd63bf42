import { normalDensity, normalUpper } from "../special/tails.ts";
import { mean, movingRanges } from "./xmr.ts";

/** What is normal for a series, from its baseline. */
export interface Baseline {
  /** in the unit of the values */
  readonly centre: number;
  /** standard deviation of one value, in the unit of the values */
  readonly spread: number;
  /** of neighbours, 0–0.9 */
  readonly autocorrelation: number;
}

/** Beyond so many spreads a value of the baseline counts as if it stood there. */
const clip = 2.8;
/** Variance that normal values keep when clipped there. */
const keptVariance = 1 - 2 * normalUpper(clip) - 2 * clip * normalDensity(clip) + 2 * clip ** 2 * normalUpper(clip);

/** What business series show before anything is known of this one, and how many values that is worth. */
const prior = { autocorrelation: 0.15, weight: 40 };

/**
 * Centre and spread of a baseline: mean and standard deviation with values clipped at 2.8 spreads (Huber's proposal 2, from the median
 * and the median absolute deviation), so that an outlier in the baseline does not blind what follows. `parameters` that were fitted
 * before (a season) cost degrees of freedom.
 *
 * Autocorrelation at one step: of the clipped deviations, plus (1 + 3r)/n for its bias in short series (Kendall 1954, Biometrika 41,
 * 403–404), drawn to 0.15 as if that had been seen in 40 values. A series whose neighbours agree shows too small a spread, which is put
 * right: E s² = σ² (1 − (λ² − 1)/n) with λ² = (1 + ρ)/(1 − ρ).
 */
export function baselineOf(values: readonly (number | null)[], parameters: number): Baseline {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  const { centre, spread } = clipped(known);
  const scores = values.map((value) => (value === null ? null : within(value - centre, clip * spread)));
  let [products, squares] = [0, 0];
  scores.forEach((score, index) => {
    if (score === null) return;
    squares += score ** 2;
    products += score * (scores[index - 1] ?? 0);
  });
  const seen = squares > 0 ? products / squares : 0;
  const drawn = (n * (seen + (1 + 3 * seen) / n) + prior.weight * prior.autocorrelation) / (n + prior.weight);
  const autocorrelation = Math.min(0.9, Math.max(0, drawn));
  const hidden = Math.max(0.3, 1 - (longRun(autocorrelation) ** 2 - 1) / n);
  // Of a baseline that never changed nothing is known but that it did not: whatever differs, beyond rounding, is then far away.
  const rounding = 1e-9 * known.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-290);
  const free = Math.max(1, n - 1 - parameters);
  return { centre, spread: Math.max(rounding, spread * Math.sqrt((n - 1) / free / hidden)), autocorrelation };
}

/** λ: how much more a sum of many neighbours varies than were they independent, as a standard deviation. */
export function longRun(autocorrelation: number): number {
  return Math.sqrt((1 + autocorrelation) / (1 - autocorrelation));
}

function clipped(known: readonly number[]): { centre: number; spread: number } {
  let centre = median(known);
  let spread = 1.4826 * median(known.map((value) => Math.abs(value - centre)));
  if (spread === 0) spread = mean(movingRanges(known)) / 1.128;
  if (spread === 0) return { centre, spread };
  for (let round = 0; round < 5; round++) {
    centre += known.reduce((sum, value) => sum + within(value - centre, clip * spread), 0) / known.length;
    const squares = known.reduce((sum, value) => sum + within(value - centre, clip * spread) ** 2, 0);
    spread = Math.sqrt(squares / (known.length - 1) / keptVariance);
  }
  return { centre, spread };
}

function within(deviation: number, most: number): number {
  return Math.min(most, Math.max(-most, deviation));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
