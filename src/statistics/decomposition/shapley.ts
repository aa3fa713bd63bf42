import type { HelderError } from "../../framework/index.ts";
import { badInput } from "../refusal.ts";

/** Up to here every order in which the factors can change is counted, 2ⁿ values of the formula; one more factor doubles the work. */
export const exactFactors = 12;

/**
 * How much each factor of a formula did to its change: the Shapley value, the mean over all orders in which the factors can go from
 * `before` to `after` (Shapley 1953; equal to Das Gupta's P-factor effects, U.S. Bureau of the Census P23-186, 1993).
 *
 * φᵢ = Σ over sets S without i of |S|!(n − |S| − 1)!/n! · (f(S ∪ i) − f(S)), f(S) with the factors of S after and the others before.
 *
 * The contributions add up to the change within 1e-9 of the larger value; a factor that stays the same gets 0. `value` answers the
 * formula for the factors in the order given, null where it has no value. Example: 10·5 → 12·4 gives 9 and −11. Throws `bad-input`
 * where the formula has no value for a mixture, and for more than 12 factors that change.
 */
export function shapley(
  value: (factors: readonly number[]) => number | null,
  before: readonly number[],
  after: readonly number[],
): number[] {
  const changed = before.flatMap((factor, index) => (factor === after[index] ? [] : [index]));
  const count = changed.length;
  if (count > exactFactors) {
    throw badInput({
      nl: `er veranderen ${count} factoren, en dat kan tot ${exactFactors}: neem factoren samen`,
      en: `${count} factors change, and up to ${exactFactors} can be told apart: take some together`,
    });
  }
  const values = valuesOfSets(value, before, after, changed);
  const contributions = before.map(() => 0);
  // |S|!(n − |S| − 1)!/n! = 1/(n·C(n − 1, |S|))
  const weights = Array.from({ length: count }, (_, size) => 1 / (count * choose(count - 1, size)));
  for (let set = 0; set < values.length; set++) {
    const weight = weights[bits(set)]!;
    for (let bit = 0; bit < count; bit++) {
      if ((set & (1 << bit)) === 0) contributions[changed[bit]!]! += weight * (values[set | (1 << bit)]! - values[set]!);
    }
  }
  return contributions;
}

function valuesOfSets(
  value: (factors: readonly number[]) => number | null,
  before: readonly number[],
  after: readonly number[],
  changed: readonly number[],
): Float64Array {
  const values = new Float64Array(2 ** changed.length);
  const factors = [...before];
  for (let set = 0; set < values.length; set++) {
    for (let bit = 0; bit < changed.length; bit++) {
      const index = changed[bit]!;
      factors[index] = (set & (1 << bit)) === 0 ? before[index]! : after[index]!;
    }
    const found = value(factors);
    if (found === null || !Number.isFinite(found)) {
      throw noMixture();
    }
    values[set] = found;
  }
  return values;
}

/** What is wrong where a formula has no value for some factors of before and some of after. */
export function noMixture(): HelderError {
  return badInput({
    nl: "de formule heeft geen waarde voor een mengsel van voor en na",
    en: "the formula has no value for a mixture of before and after",
  });
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
