import type { FittedCustomers } from "./fit.ts";
import type { Histories } from "./histories.ts";

/** One bar of the calibration plot and one point of the holdout plot: customers by their repeat purchases in the calibration. */
export interface CalibrationGroup {
  /** repeat purchases; the last group is `x` or more */
  readonly x: number;
  readonly customers: number;
  /** customers with this many according to the model */
  readonly expectedCustomers: number;
  /** mean purchases in the horizon according to the model; null without customers */
  readonly expected: number | null;
  /** mean purchases that came; null without customers, or where the data end before the horizon does */
  readonly actual: number | null;
}

/** Where everybody who bought as often or more often stands together. */
const most = 7;

/**
 * How well a fit describes the customers it was made from, and what they did next: by repeat purchases 0 … 6 and 7 or more. Source: Fader,
 * Hardie & Lee (2005), figures 2 and 4.
 */
export function calibrationOf(
  { model, parameters }: FittedCustomers,
  { x, age, customers }: Histories,
  expected: Float64Array,
  later: Float64Array | null,
): readonly CalibrationGroup[] {
  const byAge = new Map<number, number>();
  for (const [index, one] of age.entries()) byAge.set(one, (byAge.get(one) ?? 0) + customers[index]!);
  const told = new Float64Array(most + 1);
  for (const [one, count] of byAge) {
    for (const [index, chance] of model.counts(parameters, one, most).entries()) told[index]! += chance * count;
  }
  const sums = Array.from({ length: most + 1 }, () => ({ customers: 0, expected: 0, actual: 0 }));
  for (const [index, repeats] of x.entries()) {
    const group = sums[Math.min(repeats, most)]!;
    group.customers += customers[index]!;
    group.expected += customers[index]! * expected[index]!;
    group.actual += later?.[index] ?? 0;
  }
  return sums.map((sum, repeats) => ({
    x: repeats,
    customers: sum.customers,
    expectedCustomers: told[repeats]!,
    expected: sum.customers === 0 ? null : sum.expected / sum.customers,
    actual: sum.customers === 0 || later === null ? null : sum.actual / sum.customers,
  }));
}
