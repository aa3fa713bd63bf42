import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { ask, benjaminiHochberg, experiment, type ExperimentResult, holm, sampleRatio } from "../../src/statistics/index.ts";
import { present, vectors } from "./shared.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any;

/** An arm as others write it, as ours; null where ours has no such input. */
function arm(raw: Raw): Record<string, unknown> | null {
  switch (raw.type) {
    case "ProportionStatistic":
      return { n: raw.n, sum: raw.sum };
    case "SampleMeanStatistic":
      return { n: raw.n, sum: raw.sum, sumSquares: raw.sum_squares };
    case "RatioStatistic":
      return {
        n: raw.n,
        sum: raw.m_statistic.sum,
        sumSquares: raw.m_statistic.sum_squares,
        denominatorSum: raw.d_statistic.sum,
        denominatorSumSquares: raw.d_statistic.sum_squares,
        crossSum: raw.m_d_sum_of_products,
      };
    case "RegressionAdjustedStatistic":
      if (raw.post_statistic.type !== "SampleMeanStatistic" || raw.pre_statistic.type !== "SampleMeanStatistic") return null;
      return {
        n: raw.n,
        sum: raw.post_statistic.sum,
        sumSquares: raw.post_statistic.sum_squares,
        covariate: { sum: raw.pre_statistic.sum, sumSquares: raw.pre_statistic.sum_squares, crossSum: raw.post_pre_sum_of_products },
      };
    default:
      return null;
  }
}

const kinds: Record<string, string> = { ProportionStatistic: "proportion", RatioStatistic: "ratio" };

function input(control: Raw, treatment: Raw, config: Raw, of: Record<string, unknown>): Record<string, unknown> | null {
  const [a, b] = [arm(control), arm(treatment)];
  if (a === null || b === null) return null;
  return {
    kind: kinds[control.type] ?? "mean",
    control: a,
    treatment: b,
    difference: config.difference_type,
    alpha: config.alpha,
    ...of,
  };
}

function refusedOr<T>(compute: () => T): T | string {
  try {
    return compute();
  } catch (problem) {
    if (problem instanceof HelderError) return problem.code;
    throw problem;
  }
}

function near(found: number, wanted: number, tolerance: number, about: string): void {
  expect(Math.abs(found - wanted), `${about}: ${found} for ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(wanted), 1e-12));
}

function bounds(found: readonly (number | null)[], wanted: readonly (number | string)[], id: string): void {
  for (const [index, end] of wanted.entries()) {
    if (typeof end === "string") expect(found[index], id).toBeNull();
    else near(found[index]!, end, 1e-8, `${id} interval`);
  }
}

describe.skipIf(!present)("the same numbers as an engine that many trust", () => {
  test("simulated inputs: effect, interval, p-value, chance and risk", () => {
    let [compared, refused] = [0, 0];
    for (const given of vectors("experiment_random_cases.json").cases ?? []) {
      const { id, test: kind, config, expected } = given;
      const bayes = kind === "bayes";
      if (bayes && !config.prior.proper) continue;
      const base = given.intermediate.control_mean;
      // Ours is in the unit of the difference, theirs here relative.
      const scale =
        bayes && config.difference_type === "absolute" && config.prior.type === "relative"
          ? Math.abs(given.intermediate.control_unadjusted_mean ?? base)
          : 1;
      const asked = input(given.control, given.treatment, config, {
        test: kind.endsWith("greater") ? "greater" : kind.endsWith("lesser") ? "less" : "two-sided",
        ...(kind.startsWith("seq") ? { sequential: { tuning: config.sequential_tuning_parameter } } : {}),
        ...(bayes ? { prior: { mean: config.prior.mean * scale, variance: config.prior.variance * scale ** 2 } } : {}),
      });
      if (asked === null) continue;
      const found = refusedOr(() => ask(experiment, asked));
      if (typeof found === "string") {
        expect(found, id).toBe("approximation-unsafe");
        refused++;
        continue;
      }
      compared++;
      near(found.standardError, given.intermediate.standard_error, 1e-8, `${id} SE`);
      if (bayes) {
        if (config.inverse) continue;
        near(found.posterior!.mean, expected.expected, 1e-8, `${id} posterior`);
        bounds(found.posterior!.interval, expected.ci, id);
        near(found.chanceToWin!, expected.chanceToWin, 1e-8, `${id} chance`);
        near(found.risk![0], expected.risk[0], 1e-8, `${id} risk`);
        near(found.risk![1], expected.risk[1], 1e-8, `${id} risk`);
        continue;
      }
      near(found.estimate, expected.expected, 1e-8, id);
      bounds(found.interval, expected.ci, id);
      if (kind === "seq_greater" || kind === "seq_lesser") {
        expect(Math.abs(Math.min(0.4999, Math.max(1e-5, found.pValue)) - expected.pValue), id).toBeLessThanOrEqual(1e-3);
      } else if (expected.pValue > 1e-13)
        near(found.pValue, expected.pValue, kind.startsWith("seq") || expected.pValue > 1e-7 ? 1e-8 : 1e-2, `${id} p`);
      if (!kind.startsWith("seq")) near(found.degreesOfFreedom, given.intermediate.dof, 1e-8, `${id} df`);
    }
    expect(compared).toBeGreaterThan(90);
    expect(refused).toBeLessThan(20);
  });

  test("the inputs of its own test suite", () => {
    const tests: Record<string, string> = {
      TwoSidedTTest: "two-sided",
      OneSidedTreatmentGreaterTTest: "greater",
      OneSidedTreatmentLesserTTest: "less",
      SequentialTwoSidedTTest: "two-sided",
    };
    let compared = 0;
    for (const { id, method, inputs, expected } of vectors("experiment_upstream_cases.json").cases) {
      if (!(method in tests) || inputs.stats.length !== 1 || expected.errorMessage !== null || inputs.config.test_value !== 0) continue;
      const [control, treatment] = inputs.stats[0];
      const asked = input(control, treatment, inputs.config, {
        test: tests[method],
        ...(inputs.sequential ? { sequential: { tuning: inputs.sequential.tuning_parameter } } : {}),
      });
      if (asked === null) continue;
      const found = refusedOr(() => ask(experiment, asked));
      if (typeof found === "string") continue;
      compared++;
      near(found.estimate, expected.expected, 1e-8, id);
      bounds(found.interval, expected.ci, id);
      if (expected.pValue > 1e-7) near(found.pValue, expected.pValue, 1e-8, `${id} p`);
    }
    expect(compared).toBeGreaterThanOrEqual(8);
  });

  test("sample ratios", () => {
    for (const { id, users, weights, expected_p: p } of vectors("experiment_random_cases.json").srm) {
      near(sampleRatio(users, weights).pValue, p, 1e-8, id);
    }
  });
});

describe("experiment", () => {
  const control = { n: 1000, sum: 100 };
  const treatment = { n: 1000, sum: 130 };

  test("the example of its page", () => {
    const found: ExperimentResult = ask(experiment, { kind: "proportion", control, treatment });
    expect(found.estimate).toBeCloseTo(0.03, 12);
    expect(found.interval.map((end) => end!.toFixed(4))).toEqual(["0.0021", "0.0579"]);
    expect(found.pValue).toBeCloseTo(0.0354, 4);
    expect(found).not.toHaveProperty("chanceToWin");
    expect(found).not.toHaveProperty("srm");
  });

  test("a far tail keeps its digits", () => {
    const found = ask(experiment, { kind: "proportion", control: { n: 1e6, sum: 1e5 }, treatment: { n: 1e6, sum: 2e5 } });
    expect(found.pValue).toBe(0);
    const near20 = ask(experiment, { kind: "proportion", control: { n: 1e5, sum: 1e4 }, treatment: { n: 1e5, sum: 12_800 } });
    expect(near20.pValue).toBeGreaterThan(0);
    expect(near20.pValue).toBeLessThan(1e-50);
  });

  test("a ratio over denominators of one is a mean, with a covariate too", () => {
    const arms = [
      { n: 100, sum: 500, sumSquares: 3000, covariate: { sum: 200, sumSquares: 600, crossSum: 1150 } },
      { n: 120, sum: 640, sumSquares: 4100, covariate: { sum: 250, sumSquares: 800, crossSum: 1500 } },
    ];
    const [control, treatment] = arms.map((one) => ({
      ...one,
      denominatorSum: one.n,
      denominatorSumSquares: one.n,
      crossSum: one.sum,
      covariate: { ...one.covariate, denominatorCrossSum: one.covariate.sum },
    }));
    const mean = ask(experiment, { kind: "mean", difference: "relative", control: arms[0], treatment: arms[1] });
    const ratio = ask(experiment, { kind: "ratio", difference: "relative", control, treatment });
    expect(ratio.estimate).toBeCloseTo(mean.estimate, 12);
    expect(ratio.standardError).toBeCloseTo(mean.standardError, 12);
    const without = ask(experiment, {
      kind: "mean",
      control: { ...arms[0], covariate: undefined },
      treatment: { ...arms[1], covariate: undefined },
    });
    expect(ask(experiment, { kind: "mean", control: arms[0], treatment: arms[1] }).standardError).toBeLessThan(without.standardError);
  });

  test("an arm of weight zero is not counted", () => {
    expect(sampleRatio([500, 500, 0], [1, 1, 0])).toEqual(sampleRatio([500, 500]));
    expect(sampleRatio([5000, 4000]).mismatch).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["few expected", { kind: "proportion", control: { n: 20, sum: 1 }, treatment: { n: 20, sum: 2 } }, "approximation-unsafe"],
    [
      "a control mean near zero",
      { kind: "mean", difference: "relative", control: { n: 10, sum: 1, sumSquares: 90 }, treatment: { n: 10, sum: 2, sumSquares: 90 } },
      "approximation-unsafe",
    ],
    ["one customer", { kind: "mean", control: { n: 1, sum: 1, sumSquares: 1 }, treatment: { n: 10, sum: 2, sumSquares: 90 } }, "bad-input"],
    ["nothing varies", { kind: "mean", control: { n: 5, sum: 5, sumSquares: 5 }, treatment: { n: 5, sum: 5, sumSquares: 5 } }, "bad-input"],
    [
      "impossible squares",
      { kind: "mean", control: { n: 5, sum: 50, sumSquares: 5 }, treatment: { n: 5, sum: 5, sumSquares: 9 } },
      "bad-input",
    ],
    ["NaN", { kind: "mean", control: { n: 5, sum: Number.NaN }, treatment }, "bad-input"],
    ["more than n", { kind: "proportion", control: { n: 50, sum: 51 }, treatment }, "bad-input"],
    ["nothing", {}, "bad-input"],
    ["null", null, "bad-input"],
  ])("refuses %s", (_, asked, code) => {
    expect(refusedOr(() => ask(experiment, asked))).toBe(code);
  });

  test("whatever the sums: finite numbers or a refusal", () => {
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -5, max: 500 }));
    const some = fc.record({
      n: fc.nat(1000),
      sum: number,
      sumSquares: number,
      denominatorSum: number,
      denominatorSumSquares: number,
      crossSum: number,
    });
    fc.assert(
      fc.property(
        fc.constantFrom("proportion", "mean", "ratio"),
        some,
        some,
        fc.constantFrom("absolute", "relative"),
        fc.constantFrom("two-sided", "greater", "less"),
        fc.boolean(),
        (kind, a, b, difference, test, peeking) => {
          const found = refusedOr(() =>
            ask(experiment, { kind, control: a, treatment: b, difference, test, ...(peeking ? { sequential: { tuning: 100 } } : {}) }),
          );
          if (typeof found === "string") return;
          for (const value of [found.estimate, found.standardError, found.pValue, found.degreesOfFreedom])
            expect(Number.isFinite(value)).toBe(true);
          for (const end of found.interval) expect(end === null || Number.isFinite(end)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("p-values of several tests", () => {
  const rounded = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(10)));
  expect(rounded(holm([0.01, 0.04, 0.03]))).toEqual([0.03, 0.06, 0.06]);
  expect(rounded(benjaminiHochberg([0.01, 0.04, 0.03]))).toEqual([0.03, 0.04, 0.04]);
  expect(rounded(benjaminiHochberg([0.898, 0.138, 0.007, 0.964, 0.538, 0.006, 0.138]))).toEqual([
    0.964, 0.2415, 0.0245, 0.964, 0.7532, 0.0245, 0.2415,
  ]);
  expect(holm([])).toEqual([]);
});
