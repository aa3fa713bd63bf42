import { type Adjusted, straightLine, withSeason } from "./season.ts";
import { type Fit, fit } from "./fit.ts";

/**
 * The standard Theta method: simple exponential smoothing of the seasonally adjusted series plus half the slope of its straight line:
 * ŷ(n + h) = level + ½·slope·(h − 1 + (1 − (1 − α)ⁿ)/α), then the season put back. Null for fewer than four values or none that vary.
 * Sources: Assimakopoulos & Nikolopoulos (2000), Int. J. Forecasting 16, 521–530; Hyndman & Billah (2003), ibid. 19, 287–290, eq. 7.
 */
export function theta(deseasoned: Adjusted, horizon: number, smooth = smoothed(deseasoned)): Float64Array | null {
  const y = deseasoned.adjusted;
  if (smooth === null) return null;
  const n = y.length;
  const drift = straightLine(y).slope / 2;
  const { alpha } = smooth.smoothing;
  const ahead = new Float64Array(horizon).map((_, step) => smooth.state.level + drift * (step + (1 - (1 - alpha) ** n) / alpha));
  return withSeason(ahead, n, deseasoned);
}

function smoothed({ adjusted }: Adjusted): Fit | null {
  return fit({ error: "A", trend: "N", damped: false, season: "N" }, adjusted, adjusted, 1);
}
