/**
 * ln ₂F₁(a, b; c; z) for a, b, c > 0 and z < 1, for z < 0 with c > a: the series of positive terms, rescaled as it grows, so that it does not
 * overflow where ₂F₁ itself does; for z < 0 after Pfaff's transformation. Takes about 40 / (1 − z) terms. Source: Abramowitz & Stegun
 * 15.1.1 and 15.3.5. Example: (1, 1, 2, ½) → ln(2 ln 2) = 0.3266.
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  if (z < 0) return logHypergeometric(c - a, b, c, z / (z - 1)) - b * Math.log1p(-z);
  let [sum, term, scale] = [1, 1, 0];
  for (let n = 0; ; n++) {
    const ratio = ((a + n) / (c + n)) * ((b + n) / (n + 1)) * z;
    term *= ratio;
    sum += term;
    // Once terms shrink, what follows is at most a geometric series.
    if (ratio < 1 && term < sum * (1 - ratio) * 1e-17) return scale + Math.log(sum);
    if (sum > 1e200) {
      scale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
}
