import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

// Every tail is computed as a tail: 1 − cdf loses all digits below 1e-16.

/** P(Z > z) of the standard normal. */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** z with P(Z > z) = p. Not by `stats-base-dists-normal-quantile`, which loses six digits at p = 1e-12 and all at 1e-300. */
export function normalUpperQuantile(p: number): number {
  return Math.SQRT2 * erfcinv(2 * p);
}

/** P(T > t) of Student's t. Where t² is far below `df` the complement's side of the beta function keeps the digits. */
export function tUpper(t: number, df: number): number {
  const square = t * t;
  const tail =
    square < df ? betainc(square / (df + square), 0.5, df / 2, true, true) / 2 : betainc(df / (df + square), df / 2, 0.5, true, false) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** t with P(T > t) = p. */
export function tUpperQuantile(p: number, df: number): number {
  return -tQuantile(p, df);
}

/** P(X > x) of χ² with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}
