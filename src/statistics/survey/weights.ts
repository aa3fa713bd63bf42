/** Kish's effective number of answers: (Σw)²/Σw². Equal weights: the number of answers. */
export function effectiveAnswers(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (sum * sum) / weights.reduce((total, weight) => total + weight * weight, 0);
}

/** A weighted mean with its standard error by Taylor linearisation: √(n/(n − 1)·Σ(w(y − ȳ))²)/Σw. One value: no standard error. */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): { readonly mean: number; readonly standardError: number | null } {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = values.reduce((total, value, index) => total + weights[index]! * value, 0) / sum;
  const n = weights.filter((weight) => weight > 0).length;
  if (n < 2) return { mean, standardError: null };
  const squares = values.reduce((total, value, index) => total + (weights[index]! * (value - mean)) ** 2, 0);
  return { mean, standardError: Math.sqrt((n / (n - 1)) * squares) / sum };
}
