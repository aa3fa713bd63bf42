import { z } from "zod";
import type { Method } from "../method.ts";
import { forecastCustomers, type LifetimeResult, type ModelName } from "./forecast-customers.ts";
import { aggregate, type History } from "./histories.ts";

/** Times of another size are a mistake in the unit, and would leave what a number can hold. */
const Time = z
  .number()
  .min(0)
  .max(1e9)
  .refine((time) => time === 0 || time >= 1e-6, { message: "0, or at least 0.000001" });
const Customer = z
  .strictObject({
    x: z.int().min(0).max(1e9),
    recency: Time,
    age: Time,
    /** how many customers have this history */
    customers: z.int().min(1).max(1e12).optional(),
    /** mean value of a repeat purchase */
    spend: z.number().min(0).max(1e12).nullable().optional(),
    /** purchases in the horizon */
    later: z.int().min(0).max(1e12).optional(),
  })
  .refine(({ recency, age }) => recency <= age, { message: "recency ≤ age" })
  .refine(({ x, recency }) => (x === 0) === (recency === 0), { message: "recency = 0 ⇔ x = 0" });
const Input = z.strictObject({
  customers: z.array(Customer).min(1),
  model: z.enum(["bg-nbd", "pareto-nbd"]).default("bg-nbd"),
  horizon: z.number().min(1e-6).max(1e6).default(39),
  /** continuous, per unit of time: 15 % a year is ln 1.15 / 52.18 a week */
  discount: z.number().min(1e-9).max(10).optional(),
});

/**
 * How many purchases, and how much money, to expect of customers who are bound by nothing. `x` repeat purchases, the last of them at
 * `recency` and the observation ending at `age` after the first purchase, all in one unit of time; `horizon` in the same. Models and
 * formulas: `bg-nbd.ts`, `pareto-nbd.ts`, `spend.ts`. Throws `bad-input` where nobody came back.
 */
export const lifetime: Method<z.infer<typeof Input>, LifetimeResult> = {
  name: "lifetime",
  told: {
    nl: "klantwaarde uit aankopen: wie komt terug, hoe vaak, voor hoeveel",
    en: "lifetime value from purchases: who returns, how often, for how much",
  },
  input: Input,
  compute({ customers, model, horizon, discount }) {
    return forecastCustomers(dataOf(customers), model satisfies ModelName, horizon, discount ?? null).result;
  },
};

function dataOf(customers: readonly z.infer<typeof Customer>[]): Parameters<typeof forecastCustomers>[0] {
  const histories = aggregate(customers);
  const key = ({ x, recency, age }: History): string => `${x} ${recency} ${age}`;
  const at = new Map(
    [...histories.x].map((x, index) => [key({ x, recency: histories.recency[index]!, age: histories.age[index]! }), index]),
  );
  const [known, sum, later] = [new Float64Array(at.size), new Float64Array(at.size), new Float64Array(at.size)];
  for (const customer of customers) {
    const index = at.get(key(customer))!;
    const count = customer.customers ?? 1;
    if (customer.x > 0 && customer.spend !== null && customer.spend !== undefined) {
      known[index]! += count;
      sum[index]! += count * customer.spend;
    }
    later[index]! += customer.later ?? 0;
  }
  const spenders = customers.filter(({ x, spend }) => x > 0 && spend !== undefined && spend !== null && spend >= 1e-9);
  const column = (of: (customer: z.infer<typeof Customer>) => number): Float64Array => Float64Array.from(spenders, of);
  return {
    histories,
    spend:
      spenders.length === 0
        ? null
        : {
            spends: {
              x: column(({ x }) => x),
              mean: column(({ spend }) => spend!),
              customers: column(({ customers: count }) => count ?? 1),
            },
            known,
            sum,
          },
    later: customers.every((customer) => customer.later !== undefined) ? later : null,
  };
}
