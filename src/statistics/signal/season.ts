import { smooth } from "../forecast/season.ts";

/** A fixed pattern of a season, as far as the baseline shows one. */
export interface SeasonalPattern {
  /** what to take off the value at each position of the cycle, in the unit of the values; they average about 0 */
  readonly effects: readonly number[];
  /** how many free numbers they cost the baseline */
  readonly parameters: number;
  /** variance that their own error adds to a later value, in variances of a value */
  readonly error: number;
}

/** A longer cycle has too few values at each position; its effects are drawn as a smooth curve of six harmonics. */
const mostPositions = 24;
const harmonics = 6;

/**
 * The mean at each position of the cycle less the overall mean, shrunk by the positive-part James–Stein factor
 * 1 − (q − 2)/q · ν/(ν + 2) / F, where q are the effects' degrees of freedom, ν those of the rest and F their ratio of mean squares (Efron &
 * Morris 1973, JASA 68, 117–130). A season that is not there so costs next to nothing. Null with fewer than two whole cycles.
 */
export function seasonalPattern(baseline: readonly (number | null)[], period: number): SeasonalPattern | null {
  const known = baseline.filter((value) => value !== null);
  const q = Math.min(period - 1, period > mostPositions ? 2 * harmonics : period - 1);
  const free = known.length - 1 - q;
  if (known.length < 2 * period || free < 8) return null;
  const centre = known.reduce((sum, value) => sum + value, 0) / known.length;
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  baseline.forEach((value, index) => {
    if (value === null) return;
    sums[index % period]! += value - centre;
    counts[index % period]! += 1;
  });
  const means = sums.map((sum, position) => (counts[position]! > 0 ? sum / counts[position]! : 0));
  const raw = period > mostPositions ? smooth(means) : means;
  let [between, within] = [0, 0];
  baseline.forEach((value, index) => {
    if (value === null) return;
    const effect = raw[index % period]!;
    between += effect ** 2;
    within += (value - centre - effect) ** 2;
  });
  if (between === 0) return null;
  const ratio = (within / free) * (q / between);
  const kept = Math.max(0, 1 - ((Math.max(0, q - 2) / q) * free * ratio) / (free + 2));
  return { effects: [...raw].map((effect) => kept * effect), parameters: kept * q, error: (kept ** 2 * q) / known.length };
}
