import { unsafe } from "../refusal.ts";

/**
 * Additive logarithmic mean Divisia index (LMDI-I; Ang, Energy Policy 2005) of V = Σ over rows of the product of a row's factors: per
 * factor k, ΔVₖ = Σᵢ L(Vᵢ¹, Vᵢ⁰)·ln(xₖᵢ¹/xₖᵢ⁰) with L(a, b) = (a − b)/ln(a/b). The effects add up to the change. `before` and `after`
 * hold a row per part of the whole, a column per factor. Example: 10·5 → 12·4 gives 8.93 and −10.93. Throws `approximation-unsafe` for a
 * factor that is not positive.
 */
export function lmdi(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number[] {
  if ([...before, ...after].flat().some((factor) => !(factor > 0 && Number.isFinite(factor)))) {
    throw unsafe({ nl: "een factor is niet groter dan 0", en: "a factor is not above 0" }, { nl: "Shapley", en: "Shapley" });
  }
  const effects = (before[0] ?? []).map(() => 0);
  for (const [row, factors] of before.entries()) {
    const later = after[row]!;
    const weight = logarithmicMean(product(later), product(factors));
    for (const [index, factor] of factors.entries()) effects[index]! += weight * Math.log(later[index]! / factor);
  }
  return effects;
}

function product(factors: readonly number[]): number {
  return factors.reduce((result, factor) => result * factor, 1);
}

function logarithmicMean(a: number, b: number): number {
  const growth = a / b - 1;
  if (growth === 0) return a;
  // ln(1 + g) keeps its digits where a and b hardly differ, ln(a/b) where they differ much.
  return Math.abs(growth) < 0.5 ? (b * growth) / Math.log1p(growth) : (a - b) / Math.log(a / b);
}
