import fc from "fast-check";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { aggregate, ask, discountedValue, fitCustomers, fitSpend, type History, methodNamed, models } from "../../src/statistics/index.ts";
import { Random } from "../../src/statistics/random.ts";
import { logHypergeometric } from "../../src/statistics/special/hypergeometric.ts";
import { present, vectors } from "./shared.ts";

const cases = vectors("lifetime_cases.json");
const lifetime = methodNamed("lifetime");
const { "bg-nbd": bgNbd, "pareto-nbd": paretoNbd } = models;

function near(found: number, wanted: number, relative: number, about: string): void {
  expect(Math.abs(found - wanted), `${about}: ${found} for ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted) + 1e-300);
}

function cdnow(): readonly (History & { readonly later: number; readonly spend: number })[] {
  const file = fileURLToPath(new URL("../../../shared/stats/cdnow_btyd_cbs.csv", import.meta.url));
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  return rows.map((row) => {
    const [x, recency, age, later, spend] = row
      .split(",")
      .slice(1)
      .map((field) => Number(field.replaceAll('"', "")));
    return { x: x!, recency: recency!, age: age!, later: later!, spend: spend! };
  });
}

const atPaper = (): { readonly model: (typeof models)[keyof typeof models]; readonly key: string; readonly parameters: Float64Array }[] => [
  { model: bgNbd, key: "bgnbd", parameters: Float64Array.from(cases.exact_30_digit_reference.bgnbd_params) },
  { model: paretoNbd, key: "pnbd", parameters: Float64Array.from(cases.exact_30_digit_reference.pnbd_params) },
];

describe.skipIf(!present)("the published numbers", () => {
  test("CDNOW: parameters, likelihood and standard errors of both models", () => {
    const histories = aggregate(cdnow());
    for (const [model, key, least] of [
      [bgNbd, "bgnbd", -9582.43],
      [paretoNbd, "pnbd", -9594.98],
    ] as const) {
      const wanted = cases.refit_here.btyd_data_exact_weeks[key];
      const found = fitCustomers(model, histories);
      expect(found.logLikelihood).toBeGreaterThanOrEqual(least);
      expect(found.held).toBeNull();
      for (const [index, parameter] of model.parameters.entries()) {
        near(found.parameters[index]!, wanted.params[index], 2e-6, parameter);
        near(found.standardErrors![index]!, wanted.standard_errors[index], 1e-4, `error of ${parameter}`);
      }
    }
  });

  test("CDNOW: spend", () => {
    const spenders = cdnow().filter(({ x }) => x > 0);
    const found = fitSpend({
      x: Float64Array.from(spenders, ({ x }) => x),
      mean: Float64Array.from(spenders, ({ spend }) => spend),
      customers: new Float64Array(spenders.length).fill(1),
    })!;
    expect(found.logLikelihood).toBeCloseTo(-4055.9177, 3);
    for (const [name, wanted] of Object.entries({ p: 6.25, q: 3.74, v: 15.44 })) {
      near(found.parameters![name as "p"], wanted, 0.005, name);
    }
    const errors = cases.refit_here.lifetimes_data_2_decimals.gamma_gamma.standard_errors;
    for (const [index, name] of (["p", "q", "v"] as const).entries()) near(found.standardErrors![name], errors[index], 1e-3, name);
  });

  test("customers at 30 digits: likelihood, P(alive), conditional and discounted expectation", () => {
    for (const { model, key, parameters } of atPaper()) {
      for (const { x, t_x: recency, T: age, [key]: wanted } of cases.exact_30_digit_reference.customers) {
        const history = { x, recency, age };
        const about = `${key} ${JSON.stringify(history)}`;
        near(model.logLikelihood(parameters, aggregate([history]), new Float64Array(4)), wanted.log_likelihood, 1e-12, about);
        near(model.alive(parameters, history), wanted.p_alive, 1e-12, about);
        for (const [horizon, expected] of Object.entries<number>(wanted.cet)) {
          near(model.expected(parameters, history, Number(horizon)), expected, 1e-12, about);
        }
        const discounted = wanted["dert_0.0027"];
        if (discounted !== undefined) near(model.discounted(parameters, history, 0.0027), discounted, 1e-12, about);
      }
    }
  });

  test("purchases of a new customer, and the chance of each number of them", () => {
    const newcomer = { x: 0, recency: 0, age: 0 };
    for (const { fn, params, t, exact_at_rounded_params: exact, exact_at_paper_params: atPaperParameters } of cases.test_suite_values) {
      if (fn === "bgnbd.expected_purchases(t)") {
        for (const [index, time] of t.entries()) near(bgNbd.expected(Float64Array.from(params), newcomer, time), exact[index], 1e-12, fn);
      }
      if (fn.startsWith("pnbd.expected_purchases")) {
        const { parameters } = atPaper()[1]!;
        for (const [time, wanted] of atPaperParameters.entries()) near(paretoNbd.expected(parameters, newcomer, time), wanted, 1e-12, fn);
      }
    }
    const [{ parameters }] = atPaper() as [ReturnType<typeof atPaper>[number]];
    near(bgNbd.counts(parameters, 2, 11)[10]!, 1.07869e-7, 1e-5, "BG/NBD, 10 in 2 weeks");
    near(bgNbd.counts(parameters, 39, 1)[0]!, 0.5737864, 1e-6, "BG/NBD, 0 in 39 weeks");
    const { bgnbd_params: bg, pnbd_params: pareto, ...output } = cases.btyd_R_output;
    for (const [index, wanted] of output["bgnbd.pmf t=30 n=0..5"].entries()) {
      near(bgNbd.counts(Float64Array.from(bg), 30, 6)[index]!, wanted, 1e-10, `BG/NBD ${index}`);
    }
    for (const [index, wanted] of output["pnbd.pmf t=30 n=0..5"].entries()) {
      near(paretoNbd.counts(Float64Array.from(pareto), 30, 6)[index]!, wanted, 1e-10, `Pareto/NBD ${index}`);
    }
  });

  test("twelve months of customer value", () => {
    const [{ parameters }] = atPaper() as [ReturnType<typeof atPaper>[number]];
    for (const row of cases.clv_first_10_customers.rows) {
      const found = discountedValue(
        { model: bgNbd, parameters },
        { x: row.x, recency: row.t_x, age: row.T },
        { periods: 12, period: 4.345, rate: 0.01, spend: row.expected_mean_value },
      );
      near(found, row.clv_12m_1pct, 1e-11, `customer ${row.id}`);
    }
  });

  test("what all customers are worth for ever is the sum of what each is", () => {
    const customers = cdnow();
    const { discounted, parameters } = ask(lifetime, { customers, discount: 0.0027 }) as {
      discounted: { rate: number; purchases: number; value: number | null };
      parameters: Record<string, number>;
    };
    const at = Float64Array.from(bgNbd.parameters, (name) => parameters[name]!);
    const sum = customers.reduce((total, customer) => total + bgNbd.discounted(at, customer, 0.0027), 0);
    near(discounted.purchases, sum, 1e-9, "DERT");
    expect(discounted.rate).toBe(0.0027);
    expect(discounted.value).toBeGreaterThan(0);
  });

  test("the holdout, group by group", () => {
    const { holdout, calibration } = ask(lifetime, { customers: cdnow(), horizon: 39 }) as {
      holdout: { expected: number; actual: number };
      calibration: { x: number; customers: number; expected: number; actual: number; expectedCustomers: number }[];
    };
    const wanted = cases.holdout_39_weeks;
    near(holdout.expected, wanted.result.bgnbd.total_expected, 1e-3, "expected");
    expect(holdout.actual).toBe(1882);
    for (const [index, key] of ["0", "1", "2", "3", "4", "5", "6", "7+"].entries()) {
      const group = calibration[index]!;
      expect([group.x, group.customers]).toEqual([index, wanted.by_calibration_frequency[key].n]);
      near(group.actual, wanted.by_calibration_frequency[key].actual, 1e-12, key);
      near(group.expected, wanted.by_calibration_frequency[key].bgnbd, 3e-3, key);
    }
    expect(calibration.reduce((sum, group) => sum + group.expectedCustomers, 0)).toBeCloseTo(2357, 6);
  });

  test("₂F₁ at 40 digits, and beyond what fits in a number", () => {
    for (const [a, b, c, z, wanted] of vectors("specfun_cases.json").cases.hyp2f1) {
      near(logHypergeometric(a, b, c, z), Math.log(wanted), 1e-11, `${a} ${b} ${c} ${z}`);
    }
    // ₂F₁(a, b; b; z) = (1 − z)^−a.
    near(logHypergeometric(5000, 300, 300, 0.99), -5000 * Math.log(0.01), 1e-12, "a large one");
  });
});

test("the traps: many purchases in a short time do not overflow", () => {
  const trap = Float64Array.of(10.465, 0.00798565181, 3.0516, 2.82);
  const other = Float64Array.of(0.5143, 2.8845, 0.2856, 14.1087);
  const customers: [Float64Array, number, number, number][] = [
    [trap, 40, 5, 6],
    [trap, 50, 1, 37],
    [trap, 400, 5, 6],
    [trap, 500, 4, 37],
    [other, 221, 103.42857, 103.57143],
    [other, 254, 97.14286, 97.28571],
    [other, 161, 94.71429, 98],
    [other, 204, 98.57143, 99.42857],
  ];
  for (const model of Object.values(models)) {
    for (const [parameters, x, recency, age] of customers) {
      const alive = model.alive(parameters, { x, recency, age });
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
      const likelihood = model.logLikelihood(parameters, aggregate([{ x, recency, age }]), new Float64Array(4));
      expect(Number.isFinite(likelihood)).toBe(true);
    }
  }
});

/** Customers who follow BG/NBD, in weeks. */
function simulated(count: number, random: Random): History[] {
  const wait = (rate: number): number => -Math.log(1 - random.uniform()) / rate;
  return Array.from({ length: count }, () => {
    const age = 20 + 30 * random.uniform();
    // Gamma(1, 10) and Beta(1, 3): both by inversion.
    const rate = wait(10);
    const drop = 1 - random.uniform() ** (1 / 3);
    let [x, recency] = [0, 0];
    for (let at = wait(rate); at <= age; at += wait(rate)) {
      x++;
      recency = at;
      if (random.uniform() < drop) break;
    }
    return { x, recency, age };
  });
}

test("parameters that made the data are found, within their errors", () => {
  const { parameters, standardErrors } = fitCustomers(bgNbd, aggregate(simulated(4000, new Random(7))));
  for (const [index, wanted] of [1, 10, 1, 3].entries()) {
    expect(Math.abs(parameters[index]! - wanted) / standardErrors![index]!).toBeLessThan(3);
  }
});

test("the unit of time changes alpha and nothing else", () => {
  const weeks = simulated(500, new Random(3));
  const days = weeks.map(({ x, recency, age }) => ({ x, recency: recency * 7, age: age * 7 }));
  for (const model of Object.values(models)) {
    const [one, other] = [fitCustomers(model, aggregate(weeks)), fitCustomers(model, aggregate(days))];
    for (const [index, isTime] of model.times.entries()) {
      expect(other.parameters[index]! / one.parameters[index]!).toBeCloseTo(isTime ? 7 : 1, 4);
    }
    expect(model.expected(one.parameters, weeks[0]!, 10)).toBeCloseTo(model.expected(other.parameters, days[0]!, 70), 5);
  }
});

const histories = fc
  .array(
    fc.record({
      x: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.integer({ min: 0, max: 100_000 })),
      share: fc.double({ min: 0.001, max: 1, noNaN: true }),
      age: fc.oneof(fc.constantFrom(0, 30), fc.double({ min: 0.01, max: 500, noNaN: true })),
      spend: fc.option(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e6, noNaN: true }))),
      later: fc.integer({ min: 0, max: 50 }),
      customers: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((customers) =>
    customers.map(({ share, ...one }) => {
      const x = one.age * share > 0 ? one.x : 0;
      return { ...one, x, recency: x === 0 ? 0 : one.age * share };
    }),
  );

test("the slope is the slope", () => {
  fc.assert(
    fc.property(
      histories,
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...Object.values(models)),
      (customers, logs, model) => {
        const data = aggregate(customers.map((one) => ({ ...one, x: Math.min(one.x, 50) })));
        const parameters = Float64Array.from(logs, Math.exp);
        const [gradient, unused] = [new Float64Array(4), new Float64Array(4)];
        const value = model.logLikelihood(parameters, data, gradient);
        for (const [index, parameter] of parameters.entries()) {
          const step = 1e-4 * parameter;
          const at = (shift: number): number => model.logLikelihood(parameters.with(index, parameter + shift), data, unused);
          const slope = (at(step) - at(-step)) / (2 * step);
          const size = Math.abs(value) / parameter + Math.abs(gradient[index]!);
          expect(Math.abs(slope - gradient[index]!)).toBeLessThanOrEqual(1e-5 * size + 1e-6);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("whatever comes in: finite, never negative, or a refusal in words", () => {
  fc.assert(
    fc.property(
      histories,
      fc.constantFrom("bg-nbd", "pareto-nbd"),
      fc.double({ min: 0.1, max: 300, noNaN: true }),
      (customers, model, horizon) => {
        try {
          const told = JSON.stringify(ask(lifetime, { customers, model, horizon }), (_, value: unknown) =>
            typeof value === "number" && !Number.isFinite(value) ? "not finite" : value,
          );
          expect(told).not.toContain("not finite");
          const { totals, alive } = JSON.parse(told) as { totals: { purchases: number; value: number | null }; alive: number };
          expect(Math.min(totals.purchases, totals.value ?? 0, alive, 1 - alive + 1e-9)).toBeGreaterThanOrEqual(0);
        } catch (problem) {
          if (!(problem instanceof HelderError)) throw problem;
          expect(problem.code).toBe("bad-input");
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe("what cannot be learned", () => {
  const refused = (customers: unknown): string => {
    try {
      ask(lifetime, { customers });
    } catch (problem) {
      if (problem instanceof HelderError) return `${problem.code}: ${problem.sentence("en")}`;
    }
    return "";
  };
  test("nobody came back; one customer; a purchase after the end", () => {
    expect(refused([{ x: 0, recency: 0, age: 3, customers: 9 }])).toMatch(/^bad-input: .*no customer bought a second time/);
    expect(refused([{ x: 2, recency: 1, age: 3 }])).toMatch(/^bad-input: .*fewer than two customers/);
    expect(refused([{ x: 2, recency: 4, age: 3 }])).toMatch(/^bad-input: .*recency ≤ age/);
    expect(refused([{ x: 0, recency: 1, age: 3 }])).toMatch(/^bad-input: /);
  });

  test("equal customers settle no differences: the fit is held, and says so", () => {
    const { fallback, standardErrors, totals } = ask(lifetime, { customers: [{ x: 3, recency: 20, age: 30, customers: 100 }] }) as {
      fallback: { en: string }[];
      standardErrors: unknown;
      totals: { purchases: number };
    };
    expect(standardErrors).toBeNull();
    expect(fallback[0]!.en).toMatch(/^these data do not settle /);
    expect(totals.purchases).toBeGreaterThan(0);
  });

  test("equal spend settles no model of spend: everybody spends that", () => {
    const customers = simulated(300, new Random(5)).map((one) => ({ ...one, spend: one.x > 0 ? 10 : null }));
    const { spend, totals } = ask(lifetime, { customers }) as {
      spend: { p: number | null; mean: number };
      totals: { purchases: number; value: number };
    };
    expect([spend.p, spend.mean]).toEqual([null, 10]);
    expect(totals.value).toBeCloseTo(10 * totals.purchases, 6);
  });
});
