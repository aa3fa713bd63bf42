import { z } from "zod";
import type { Method } from "../method.ts";

const Customer = z.strictObject({ recency: z.number(), frequency: z.number(), monetary: z.number() });
const Input = z.strictObject({ customers: z.array(Customer).min(1) });

export interface RfmResult {
  /** per customer, in the order given: 5 is best */
  readonly scores: readonly { readonly recency: number; readonly frequency: number; readonly monetary: number }[];
}

/**
 * Scores 1–5 by fifths of the customers on time since the last purchase (`recency`: the less, the better), number (`frequency`) and value
 * (`monetary`) of purchases, in any units. Equal values get equal scores: a customer's place is the share of customers below plus half of
 * the share that is equal, and the score 1 + ⌊5 · place⌋. So where half of the customers bought once, they all score 2. Source: Hughes
 * (1994), Strategic Database Marketing. Example: recencies 10, 20, 30, 40, 50 → 5, 4, 3, 2, 1.
 */
export const rfm: Method<z.infer<typeof Input>, RfmResult> = {
  name: "rfm",
  told: { nl: "scores 1–5 op recentheid, frequentie en bedrag", en: "scores 1–5 on recency, frequency and value" },
  input: Input,
  compute({ customers }) {
    const recency = fifths(customers.map((one) => -one.recency));
    const frequency = fifths(customers.map((one) => one.frequency));
    const monetary = fifths(customers.map((one) => one.monetary));
    return {
      scores: customers.map((_, index) => ({ recency: recency[index]!, frequency: frequency[index]!, monetary: monetary[index]! })),
    };
  },
};

function fifths(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const score = new Map<number, number>();
  for (let first = 0; first < sorted.length;) {
    const value = sorted[first]!;
    let next = first;
    while (next < sorted.length && sorted[next] === value) next++;
    // In whole numbers: 5 · (first + next) / 2n, so that a fifth is a fifth.
    score.set(value, 1 + Math.floor((5 * (first + next)) / (2 * sorted.length)));
    first = next;
  }
  return values.map((value) => score.get(value)!);
}
