import { expect, test } from "vitest";
import { ask, sampleSize } from "../../src/statistics/index.ts";
import { present, vectors } from "./shared.ts";

test.skipIf(!present)("for the smallest effect that others find with so many customers it asks as many", () => {
  let compared = 0;
  for (const { id, inputs, expected_full_precision_recomputed: effect } of vectors("experiment_upstream_cases.json").cases.filter(
    ({ method }: { method: string }) => method === "mde_frequentist",
  )) {
    const { metric, n_total: total, variations, alpha, power, sequential_tuning: tuning } = inputs;
    // Few customers: they take the normal where Student's t belongs.
    if (metric.type !== "mean" || typeof effect !== "number" || total / variations < 1000 || tuning > 0) continue;
    const found = ask(sampleSize, { baseline: metric.mean, variance: metric.variance, effect, alpha, power });
    expect(found.control / (total / variations), id).toBeCloseTo(1, 2);
    compared++;
  }
  expect(compared).toBeGreaterThan(5);
});

test("a proportion of 10 % that should become 11 %", () => {
  const found = ask(sampleSize, { baseline: 0.1, effect: 0.1, perDay: 1000 });
  // (1.9600 + 0.8416)² · (0.11·0.89 + 0.1·0.9·1.21)/0.01² = 16,232, and one more for Student’s t.
  expect(found.control).toBe(16_233);
  expect(found).toMatchObject({ treatment: found.control, total: 2 * found.control, days: 33 });
  expect(found.power).toBeGreaterThanOrEqual(0.8);
});

test("more power, looking all the time and uneven arms take more customers; one side takes fewer", () => {
  const base = { baseline: 0.1, effect: 0.01, difference: "absolute" };
  const { total } = ask(sampleSize, base);
  expect(ask(sampleSize, { ...base, power: 0.9 }).total).toBeGreaterThan(total);
  expect(ask(sampleSize, { ...base, sequential: { tuning: 20_000 } }).total).toBeGreaterThan(total);
  expect(ask(sampleSize, { ...base, test: "greater" }).total).toBeLessThan(total);
  expect(ask(sampleSize, { ...base, treatmentShare: 0.2 }).total).toBeGreaterThan(total);
});

test.each<[string, object]>([
  ["no effect", { baseline: 0.1, effect: 0 }],
  ["the wrong direction", { baseline: 0.1, effect: -0.1, test: "greater" }],
  ["a share above 1", { baseline: 0.9, effect: 0.5 }],
  ["a share of 10", { baseline: 10, effect: 0.1 }],
  ["percents of nothing", { baseline: 0, variance: 1, effect: 0.1 }],
  ["an effect that nobody can see", { baseline: 1, variance: 1e9, effect: 1e-9 }],
  ["a text", { baseline: "10 %", effect: 0.1 }],
])("refuses %s", (_, asked) => {
  expect(() => ask(sampleSize, asked)).toThrow(expect.objectContaining({ code: "bad-input" }));
});
