import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pooledEffect } from "../../src/statistics/index.ts";

/** Colditz et al. 1994: tuberculosis with and without the BCG vaccine in 13 trials; cases and the others, vaccinated and not. */
const trials = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

const logRiskRatios = trials.map(([a, b, c, d]) => ({
  estimate: Math.log(a / (a + b) / (c / (c + d))),
  standardError: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
}));

describe("effects of several experiments together", () => {
  test("the BCG trials, as R's metafor has them by DerSimonian and Laird", () => {
    const { estimate, standardError, variance, heterogeneity } = pooledEffect(logRiskRatios);
    expect(estimate).toBeCloseTo(-0.7141, 4);
    expect(standardError).toBeCloseTo(0.1787, 4);
    expect(variance).toBeCloseTo(0.3088, 4);
    expect(heterogeneity).toBeCloseTo(0.9212, 4);
  });

  test("one effect is its own pool, and equal ones only gain certainty", () => {
    expect(pooledEffect([{ estimate: 0.05, standardError: 0.02 }])).toMatchObject({
      estimate: 0.05,
      standardError: 0.02,
      variance: 0,
      heterogeneity: 0,
    });
    const four = pooledEffect(Array.from({ length: 4 }, () => ({ estimate: 0.05, standardError: 0.02 })));
    expect(four.estimate).toBeCloseTo(0.05, 12);
    expect(four.standardError).toBeCloseTo(0.01, 12);
  });

  test("the example of the docstring", () => {
    const { estimate, variance, interval } = pooledEffect([
      { estimate: 0.04, standardError: 0.01 },
      { estimate: 0.08, standardError: 0.01 },
    ]);
    expect([estimate, variance, ...interval].map((value) => Number(value.toFixed(4)))).toEqual([0.06, 0.0007, 0.0208, 0.0992]);
  });

  test("lies between the effects, does not depend on their order, and scales with them", () => {
    const effect = fc.record({
      estimate: fc.double({ min: -1, max: 1, noNaN: true }),
      standardError: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(effect, { minLength: 1, maxLength: 8 }), (effects) => {
        const one = pooledEffect(effects);
        const estimates = effects.map(({ estimate }) => estimate);
        expect(one.estimate).toBeGreaterThanOrEqual(Math.min(...estimates) - 1e-12);
        expect(one.estimate).toBeLessThanOrEqual(Math.max(...estimates) + 1e-12);
        expect(pooledEffect(effects.toReversed()).estimate).toBeCloseTo(one.estimate, 9);
        const tenfold = pooledEffect(
          effects.map(({ estimate, standardError }) => ({ estimate: 10 * estimate, standardError: 10 * standardError })),
        );
        expect(tenfold.estimate).toBeCloseTo(10 * one.estimate, 6);
        expect(tenfold.heterogeneity).toBeCloseTo(one.heterogeneity, 6);
      }),
    );
  });
});
