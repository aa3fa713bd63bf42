import { expect, test } from "vitest";
import { coverage, falsePositives, foundShare } from "../../bench/experiment-simulations.mjs";
import { ask, experiment, type ExperimentResult, sampleSize } from "../../src/statistics/index.ts";
import { Random } from "../../src/statistics/random.ts";

const analyse = (input: unknown): ExperimentResult => ask(experiment, input);

/** Four standard errors of a share among so many. */
function slack(share: number, tests: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / tests);
}

test("without an effect: 5 % at one look, at most 5 % at 20 looks sequentially, far more when peeking", () => {
  const found = falsePositives(analyse, new Random(1), { tests: 1000, looks: 20, customers: 40 });
  expect(Math.abs(found.once - 0.05)).toBeLessThanOrEqual(slack(0.05, 1000));
  expect(found.sequential).toBeLessThanOrEqual(0.05);
  expect(found.peeking).toBeGreaterThan(0.15);
});

test.each(["proportion", "mean", "ratio", "covariate"] as const)("95 % intervals cover 95 %: %s", (metric) => {
  const { covered } = coverage(analyse, new Random(2), metric, { tests: 2000, customers: 400 });
  expect(Math.abs(covered - 0.95)).toBeLessThanOrEqual(slack(0.95, 2000));
});

test("CUPED narrows by √(1 − correlation²)", () => {
  const wide = coverage(analyse, new Random(3), "covariate", { tests: 100, customers: 500, adjusted: false });
  const narrow = coverage(analyse, new Random(3), "covariate", { tests: 100, customers: 500 });
  expect(narrow.width / wide.width).toBeCloseTo(0.6, 1);
});

test("the planned power is reached", () => {
  const { control } = ask(sampleSize, { baseline: 0.2, effect: 0.1 });
  const found = foundShare(analyse, new Random(4), { tests: 600, customers: control });
  expect(Math.abs(found - 0.8)).toBeLessThanOrEqual(slack(0.8, 600));
});
