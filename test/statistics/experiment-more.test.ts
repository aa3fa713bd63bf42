import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, holm, methodNamed, sumOfEffects, typedResult, verdictOf } from "../../src/statistics/index.ts";
import { winsorised } from "../../src/statistics/experiment/winsorise.ts";
import { Random } from "../../src/statistics/random.ts";

interface Interval {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: readonly [number, number];
}
const bootstrap = (input: object) => ask(methodNamed("bootstrap"), input) as Interval & { winsorised?: { limit: number } };
const beforeAfter = (input: object) => ask(methodNamed("before-after"), input) as Interval & { evidence: string; degreesOfFreedom: number };
const interim = (input: object) => ask(methodNamed("interim"), input) as { powerAsPlanned: number; powerAsSeen: number; futile: boolean };

describe("bootstrap", () => {
  const random = new Random(5);
  const normal = (n: number, mean: number) => Array.from({ length: n }, () => mean + random.normal());

  test("is Student’s interval where values are normal, and the same for the same seed", () => {
    const [control, treatment] = [normal(400, 1), normal(400, 1.5)];
    const found = bootstrap({ control, treatment });
    const sums = (of: readonly number[]) => ({
      n: of.length,
      sum: of.reduce((sum, one) => sum + one, 0),
      sumSquares: of.reduce((sum, one) => sum + one * one, 0),
    });
    const student = ask(methodNamed("experiment"), { kind: "mean", control: sums(control), treatment: sums(treatment) }) as Interval;
    expect(found.estimate).toBeCloseTo(student.estimate, 10);
    for (const end of [0, 1] as const) expect(Math.abs(found.interval[end] - student.interval[end])).toBeLessThan(0.015);
    expect(bootstrap({ control, treatment })).toEqual(found);
    expect(bootstrap({ control, treatment, seed: 2 })).not.toEqual(found);
  });

  test("leans to the side of the tail", () => {
    const skewed = Array.from({ length: 80 }, () => Math.exp(1.2 * random.normal()));
    const { estimate, interval } = bootstrap({ control: normal(400, 0), treatment: skewed });
    expect(interval[1] - estimate).toBeGreaterThan(estimate - interval[0]);
  });

  // As scipy's BCa does too: 0.89 of 600 such samples.
  test("covers about nine in ten where values are log-normal and few", () => {
    const own = new Random(11);
    const draw = (n: number) => Array.from({ length: n }, () => Math.exp(own.normal()));
    const tests = 250;
    let covered = 0;
    for (let index = 0; index < tests; index++) {
      const { interval } = bootstrap({ control: draw(60), treatment: draw(60), samples: 400, seed: index });
      if (interval[0] <= 0 && interval[1] >= 0) covered++;
    }
    expect(covered / tests).toBeGreaterThan(0.86);
    expect(covered / tests).toBeLessThan(0.95);
  });

  test("says what was capped", () => {
    const found = bootstrap({ control: [0, 1, 2, 3], treatment: [1, 2, 3, 100], winsorise: 0.75 });
    expect(found.winsorised).toEqual({ limit: 3, control: 0, treatment: 1 });
    expect(found.estimate).toBeCloseTo(0.75, 12);
    expect(
      winsorised(
        [
          [0, 1],
          [2, 100],
        ],
        0.75,
      ),
    ).toEqual({
      values: [
        [0, 1],
        [2, 26.5],
      ],
      limit: 26.5,
      changed: [0, 1],
    });
  });

  test.each([
    { control: [1, 1], treatment: [1, 1] },
    { control: [-1, 1], treatment: [1, 2], difference: "relative" },
    { control: [1], treatment: [1, 2] },
    { control: [1, NaN], treatment: [1, 2] },
    { control: Array.from({ length: 100_000 }, (_, index) => index), treatment: [1, 2], samples: 20_000 },
  ])("refuses %#", (input) => {
    expect(() => bootstrap(input)).toThrow(expect.objectContaining({ code: "bad-input" }));
  });
});

describe("before and after", () => {
  const side = (mean: number, variance = 4, n = 100) => ({ n, mean, variance });
  test("is the difference of the differences", () => {
    const found = beforeAfter({
      control: { before: side(10), after: side(11) },
      treatment: { before: side(10), after: side(14) },
    });
    expect([found.estimate, found.evidence]).toEqual([3, "weaker"]);
    expect(found.standardError).toBeCloseTo(0.4, 12);
    expect(found.degreesOfFreedom).toBeCloseTo(396, 8);
    expect(found.interval[0]).toBeCloseTo(2.2136, 3);
  });

  test("the same customers before and after are told more exactly", () => {
    const same = (correlation?: number) => ({ before: side(10), after: side(12), ...(correlation === undefined ? {} : { correlation }) });
    const apart = beforeAfter({ control: same(), treatment: same() }).standardError;
    expect(beforeAfter({ control: same(0.8), treatment: same(0.8) }).standardError).toBeCloseTo(apart * Math.sqrt(0.2), 12);
    expect(beforeAfter({ control: same(0), treatment: same(0) }).standardError).toBeCloseTo(apart, 12);
    const unlike = { before: side(10, 4, 50), after: side(12), correlation: 0.5 };
    expect(() => beforeAfter({ control: unlike, treatment: same(0.5) })).toThrow(expect.objectContaining({ code: "bad-input" }));
  });
});

describe("in the middle of a test", () => {
  test("conditional power as published", () => {
    // Half way with nothing seen, of a test with 80 % power: B(0.5) = 0, drift 2.8 (Lan & Wittes).
    const drift = 1.959964 + 0.841621;
    const found = interim({ estimate: 0, standardError: 1, fraction: 0.5, effect: drift * Math.SQRT1_2 });
    // 1 − Φ((1.96 − 1.4008)/0.7071) = 0.2145
    expect(found.powerAsPlanned).toBeCloseTo(0.2145, 3);
    expect(found.powerAsSeen).toBeCloseTo(0.00557, 4);
    expect(found.futile).toBe(false);
    expect(interim({ estimate: -0.5, standardError: 1, fraction: 0.5, effect: drift * Math.SQRT1_2 }).futile).toBe(true);
  });

  test("at the end what is seen decides", () => {
    const last = (estimate: number) => interim({ estimate, standardError: 1, fraction: 1 - 1e-9, effect: 1 }).powerAsSeen;
    expect([last(1.9), last(2.1)].map((one) => Math.round(one))).toEqual([0, 1]);
  });

  test("its chances come true", () => {
    const random = new Random(3);
    const [half, effect, runs] = [200, 0.2, 4_000];
    const z = 1.2;
    // n customers an arm at the end, unit variance: half way the mean difference is z standard errors.
    const standardError = Math.sqrt(2 / half);
    const { powerAsPlanned } = interim({ estimate: z * standardError, standardError, fraction: 0.5, effect });
    let significant = 0;
    for (let run = 0; run < runs; run++) {
      const rest = effect + random.normal() * standardError;
      if (Math.abs((z * standardError + rest) / 2) / Math.sqrt(1 / half) > 1.959964) significant++;
    }
    expect(Math.abs(significant / runs - powerAsPlanned)).toBeLessThan(0.025);
  });
});

describe("a verdict", () => {
  test.each([
    [[0.01, 0.09], "up", 0.05, true, "supported"],
    [[0.01, 0.09], "up", 0.05, false, "inconclusive"],
    [[-0.01, 0.03], "up", 0.05, false, "refuted"],
    [[0.01, 0.03], "up", 0.05, true, "refuted"],
    [[-0.01, 0.09], "up", 0.05, false, "inconclusive"],
    [[-0.09, -0.01], "up", 0, true, "refuted"],
    [[-0.09, -0.01], "down", 0.05, true, "supported"],
    [[-0.03, 0.01], "down", 0.05, false, "refuted"],
    [[0.01, null], "up", 0.05, true, "supported"],
    [[null, 0.01], "up", 0.05, false, "refuted"],
  ] as const)("%j %s, at least %d, significant %s: %s", (interval, expected, minimum, significant, verdict) => {
    expect(verdictOf(interval, expected, minimum, significant)).toBe(verdict);
  });

  test("mirrors", () => {
    const end = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.double({ min: 0, max: 0.5, noNaN: true }), fc.boolean(), (a, b, minimum, significant) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(verdictOf([-high, -low], "down", minimum, significant)).toBe(verdictOf([low, high], "up", minimum, significant));
      }),
    );
  });
});

test("effects that were measured apart add up", () => {
  const { estimate, interval } = sumOfEffects([
    { estimate: 0.04, standardError: 0.01 },
    { estimate: 0.03, standardError: 0.02 },
  ]);
  expect(estimate).toBeCloseTo(0.07, 12);
  expect(interval[0]).toBeCloseTo(0.02617, 4);
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
});

test("a typed lift has the p-value of its interval", () => {
  expect(typedResult({ estimate: 0.1, interval: [0, 0.2] }, 0.05).relative).toMatchObject({ pValue: expect.closeTo(0.05, 6) as number });
  for (const wrong of [
    null,
    {},
    { estimate: 1 },
    { estimate: 1, interval: [2, 3] },
    { control: 1, treatment: 2 },
    { control: null, treatment: null },
  ]) {
    const tried = () => {
      const { absolute, relative } = typedResult(wrong, 0.05);
      if (absolute instanceof Error && relative instanceof Error) throw relative;
    };
    expect(tried).toThrow(expect.objectContaining({ code: "bad-input" }));
  }
});
