import { describe, expect, test } from "vitest";
import { ask, newcombe, npsDifference, npsInterval, npsOf, npsStandardError, survey, wilson } from "../../src/statistics/index.ts";
import { present, vectors } from "./shared.ts";

const cases = vectors("survey_cases.json");

function close(found: readonly number[], wanted: readonly number[], digits = 9): void {
  for (const [index, value] of wanted.entries()) expect(found[index]).toBeCloseTo(value, digits);
}

describe.skipIf(!present)("the published numbers", () => {
  test("Wilson", () => {
    for (const { count, n, alpha, method, r_binom_ci: wanted } of cases.r_binom_literals.cases) {
      if (method === "wilson") close(wilson(count, n, alpha), wanted, 7);
    }
    for (const { count, n, alpha, wilson: wanted } of cases.wilson_more) close(wilson(count, n, alpha), wanted);
  });

  test("Newcombe", () => {
    for (const { x1, n1, x2, n2, newcomb } of cases.two_sample_proportion) close(newcombe([x1, n1], [x2, n2]), newcomb);
  });

  test("NPS, its standard error and adjusted Wald interval", () => {
    for (const { nps, se, adjusted_wald95: wald, ...counts } of cases.nps_computed) {
      close([npsOf(counts), npsStandardError(counts)], [100 * nps, 100 * se]);
      close(
        npsInterval(counts),
        wald.ci.map((end: number) => 100 * end),
      );
    }
  });

  test("the difference of two NPS", () => {
    const counts = ([detractors, passives, promoters]: number[]) => ({
      detractors: detractors!,
      passives: passives!,
      promoters: promoters!,
    });
    for (const { a, b, diff, ci95, p } of cases.nps_difference) {
      const found = npsDifference(counts(a), counts(b));
      close([found.difference, ...found.interval], [100 * diff, 100 * ci95[0], 100 * ci95[1]]);
      expect(found.pValue).toBeCloseTo(p, 9);
    }
  });

  test("weights", () => {
    const { scores, weights, nps, kish_neff: kish, "se_taylor_with_n/(n-1)": taylor } = cases.weighted_nps;
    const found = ask(survey, { kind: "nps", scores, weights, scale: [0, 10] });
    close([found.score!, found.effectiveN!, found.standardError!], [100 * nps, kish, 100 * taylor]);
  });
});

describe("survey", () => {
  test("blanks are not zeros, and what is off the scale is counted apart", () => {
    expect(ask(survey, { kind: "nps", scores: [9, null, 9, 7, 3, 11], scale: [0, 10] })).toMatchObject({
      score: 25,
      n: 4,
      promoters: 2,
      passives: 1,
      detractors: 1,
      refused: 1,
    });
  });

  test("csat is the share of the two highest, ces the mean", () => {
    const csat = ask(survey, { kind: "csat", scores: [5, 4, 3, 1], scale: [1, 5] });
    expect(csat).toMatchObject({ score: 0.5, n: 4 });
    expect(csat.interval).toEqual(wilson(2, 4));
    const ces = ask(survey, { kind: "ces", scores: [1, 2, 3, 4, 5], scale: [1, 7] });
    expect(ces.score).toBe(3);
    close(ces.interval!, [1.03675684, 4.96324316], 7);
  });

  test("equal weights change nothing but the rounding", () => {
    const plain = ask(survey, { kind: "ces", scores: [1, 5, 3, 7], scale: [1, 7] });
    const weighted = ask(survey, { kind: "ces", scores: [1, 5, 3, 7], scale: [1, 7], weights: [2, 2, 2, 2] });
    close([weighted.score!, ...weighted.interval!], [plain.score!, ...plain.interval!]);
    const tiny = ask(survey, { kind: "ces", scores: [1, 5, 3, 7], scale: [1, 7], weights: [1e-200, 1e-200, 1e-200, 1e-200] });
    close([tiny.score!, ...tiny.interval!], [plain.score!, ...plain.interval!]);
  });

  test("no answers, and one answer", () => {
    expect(ask(survey, { kind: "nps", scores: [null], scale: [0, 10] })).toMatchObject({ score: null, n: 0, interval: null });
    expect(ask(survey, { kind: "ces", scores: [4], scale: [1, 7] })).toMatchObject({ score: 4, n: 1, interval: null });
    expect(ask(survey, { kind: "nps", scores: [10], scale: [0, 10], weights: [0] })).toMatchObject({ score: null, n: 0 });
  });

  test.each<[string, unknown]>([
    ["an NPS of five choices", { kind: "nps", scores: [1], scale: [1, 5] }],
    ["a scale upside down", { kind: "csat", scores: [1], scale: [5, 1] }],
    ["a scale of two", { kind: "csat", scores: [1], scale: [0, 1] }],
    ["weights of another length", { kind: "csat", scores: [1], scale: [1, 5], weights: [] }],
    ["a negative weight", { kind: "csat", scores: [1], scale: [1, 5], weights: [-1] }],
    ["text", { kind: "csat", scores: ["1"], scale: [1, 5] }],
    ["another kind", { kind: "happiness", scores: [1], scale: [1, 5] }],
  ])("refuses %s", (_, asked) => {
    expect(() => ask(survey, asked)).toThrow(expect.objectContaining({ code: "bad-input" }));
  });
});
