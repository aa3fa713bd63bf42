/** The limits of an XmR chart, in the unit of the values. */
export interface XmrLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** the most that two neighbours should differ */
  readonly rangeUpper: number;
}

/** 3/1.128, because a range of two normal values is 1.128 σ on average. */
const limitsPerRange = 2.66;
const upperRangePerRange = 3.267;

/**
 * XmR limits (Wheeler & Chambers 1992; NIST/SEMATECH e-Handbook 6.3.2.2): mean ± 2.66 · mean moving range, and 3.267 · mean moving
 * range for the range itself. Assumes that neighbours do not depend on each other: this is a chart to look at, not what alarms.
 * `screened` leaves out ranges above their own limit, once, as NHS England's
 * “plot the dots” does. Two values at least. Example: 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1 → 50.81, 45.82 – 55.80.
 */
export function xmrLimits(values: readonly number[], screened: boolean): XmrLimits {
  const centre = mean(values);
  const all = movingRanges(values);
  const rangeOfAll = mean(all);
  const range = screened ? mean(all.filter((one) => one <= upperRangePerRange * rangeOfAll)) : rangeOfAll;
  return {
    centre,
    lower: centre - limitsPerRange * range,
    upper: centre + limitsPerRange * range,
    rangeUpper: upperRangePerRange * range,
  };
}

/** How much each value differs from the one before it. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - values[index]!));
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
