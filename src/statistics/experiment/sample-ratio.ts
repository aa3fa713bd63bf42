import { badInput } from "../refusal.ts";
import { chiSquareUpper } from "../special/tails.ts";

export interface SampleRatio {
  readonly pValue: number;
  /** p below 0.01: the arms are not the size they should be, and the test says nothing */
  readonly mismatch: boolean;
}

/**
 * Sample-ratio mismatch: Pearson's χ² of the customers per arm against the planned weights (any scale; equal where absent), with
 * (arms with a weight − 1) degrees of freedom. Customers in an arm of weight zero are not counted. Throws `bad-input` for fewer than two
 * arms with a weight, or no customers.
 */
export function sampleRatio(users: readonly number[], weights: readonly number[] = users.map(() => 1)): SampleRatio {
  if (weights.length !== users.length) {
    throw badInput({ nl: "users en weights zijn niet even lang", en: "users and weights are not of equal length" });
  }
  const arms = users.map((count, index) => ({ count, weight: weights[index]! })).filter(({ weight }) => weight > 0);
  const total = arms.reduce((sum, { count }) => sum + count, 0);
  const weight = arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (arms.length < 2 || total === 0) {
    throw badInput({ nl: "een steekproefverdeling vraagt twee groepen met klanten", en: "a sample ratio needs two arms, and customers" });
  }
  const statistic = arms.reduce((sum, arm) => {
    const expected = (total * arm.weight) / weight;
    return sum + (arm.count - expected) ** 2 / expected;
  }, 0);
  const pValue = chiSquareUpper(statistic, arms.length - 1);
  return { pValue, mismatch: pValue < 0.01 };
}
