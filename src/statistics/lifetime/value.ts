import type { FittedCustomers } from "./fit.ts";
import type { History } from "./histories.ts";

/**
 * What a customer is worth: Σ over i = 1 … `periods` of the purchases expected in period i × `spend` / (1 + rate)^i. `period` is in the
 * histories' unit of time (a month is 4.345 weeks), `rate` per period, `spend` in money per purchase. Source: Fader, Hardie & Lee (2005),
 * JMR 42, 415–430. Example: BG/NBD 0.243, 4.414, 0.793, 2.426; x 2, recency 30.43, age 38.86; 12 months at 1 %; 24.66 a purchase → 36.29.
 */
export function discountedValue(
  { model, parameters }: Pick<FittedCustomers, "model" | "parameters">,
  history: History,
  { periods, period, rate, spend }: { readonly periods: number; readonly period: number; readonly rate: number; readonly spend: number },
): number {
  let [worth, before] = [0, 0];
  for (let step = 1; step <= periods; step++) {
    const now = model.expected(parameters, history, step * period);
    worth += (now - before) / (1 + rate) ** step;
    before = now;
  }
  return worth * spend;
}
