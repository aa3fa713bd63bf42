import { baselineOf, longRun } from "./baseline.ts";

/** A straight line that the baseline follows. */
export interface Trend {
  /** per step, in the unit of the values */
  readonly slope: number;
  /** the index at which the line has the baseline's mean */
  readonly middle: number;
  /** Σ (index − middle)², which says how well the slope is known */
  readonly leverage: number;
}

/** So many standard errors must the slope be from zero. More would leave trends in, which then alarm; fewer would draw lines by chance. */
const sure = 2;

/** The least-squares line of a baseline, or null where it may be chance. Neighbours that agree make the slope less sure by λ. */
export function trendOf(baseline: readonly (number | null)[]): Trend | null {
  const known = baseline.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  if (known.length < 8) return null;
  const middle = known.reduce((sum, { index }) => sum + index / known.length, 0);
  const leverage = known.reduce((sum, { index }) => sum + (index - middle) ** 2, 0);
  const slope = known.reduce((sum, { index, value }) => sum + (index - middle) * (value / leverage), 0);
  const line: Trend = { slope, middle, leverage };
  const { spread, autocorrelation } = baselineOf(withoutTrend(line, baseline), 1);
  return Math.abs(slope) > (sure * spread * longRun(autocorrelation)) / Math.sqrt(leverage) ? line : null;
}

export function withoutTrend({ slope, middle }: Trend, values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, index) => (value === null ? null : value - slope * (index - middle)));
}

/** As how many values the baseline's `n` count, for where the line lies at an index: 1/(1/n + (index − middle)²/leverage). */
export function worth({ middle, leverage }: Trend, n: number, index: number): number {
  return 1 / (1 / n + (index - middle) ** 2 / leverage);
}
