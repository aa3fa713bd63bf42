/** From the first to the last value that is there, gaps as NaN; null where there is none. */
export function observedPart(values: readonly (number | null)[]): Float64Array | null {
  const first = values.findIndex((value) => value !== null);
  if (first < 0) return null;
  return Float64Array.from(values.slice(first, values.findLastIndex((value) => value !== null) + 1), (value) => value ?? NaN);
}

/** Fills gaps on the straight line between their neighbours, of the same position in the season where both those are there. */
export function interpolate(y: Float64Array, period: number): Float64Array {
  if (!y.some(Number.isNaN)) return y;
  const filled = y.map((value, step) => {
    if (!Number.isNaN(value) || period < 2) return value;
    return ((y[step - period] ?? NaN) + (y[step + period] ?? NaN)) / 2;
  });
  for (let step = 0, last = 0; step < filled.length; step++) {
    if (Number.isNaN(filled[step]!)) continue;
    for (let gap = last + 1; gap < step; gap++)
      filled[gap] = filled[last]! + ((filled[step]! - filled[last]!) * (gap - last)) / (step - last);
    last = step;
  }
  return filled;
}
