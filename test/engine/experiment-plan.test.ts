import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../src/calendar/index.ts";
import { type LocalEngine, openLocalEngine } from "../../src/engine/index.ts";
import { ask, methodNamed } from "../../src/statistics/index.ts";

const yaml = `
helder: 1
name: Test
datasets:
  - {id: quotes, file: quotes.csv, time: day, customer: customer}
metrics:
  - {id: bought, type: share, dataset: quotes, of: bought = 'yes'}
  - {id: worth, type: sum, dataset: quotes, of: worth}
objectives:
  - {id: grow, name: Grow}
kpis:
  - {id: sales, name: Sales, metric: bought, measures: grow, direction: up}
  - {id: nothing, name: Nothing}
cpis:
  - {id: easy, name: Easy, outcome: It is easy., direction: up}
links:
  - {id: easy-sales, from: easy, to: sales}
  - {id: easy-nothing, from: easy, to: nothing}
experiments:
  - {id: first, tests: easy-sales, metrics: [bought], minimumEffect: 0.1, window: 7 days, from: 2026-01-01, to: 2026-01-31, results: {estimate: 0.1, interval: [0.06, 0.14]}}
  - {id: second, tests: easy-sales, metrics: [bought], from: 2026-01-15, to: 2026-02-15, results: {estimate: 0.2, interval: [0.12, 0.28]}}
  - {id: third, tests: easy-sales, metrics: [bought], from: 2026-03-01, to: 2026-03-31, results: {estimate: 0.05, interval: [-0.1, 0.2]}}
`;

describe("planning a test of a link", () => {
  let engine: LocalEngine;
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "helder-plan-"));
    await writeFile(join(directory, "helder.yaml"), yaml);
    // Ten customers a day, one quote each; two of them buy.
    const rows = Array.from({ length: 3_000 }, (_, index) =>
      [index, addDays("2026-01-01", Math.floor(index / 10)), index % 10 < 2 ? "yes" : "no", index % 7].join(","),
    );
    await writeFile(join(directory, "quotes.csv"), `${["customer,day,bought,worth", ...rows].join("\n")}\n`);
    engine = openLocalEngine(directory);
  });
  afterAll(async () => {
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  });
  const planned = (link: string, more: object = {}) =>
    engine.planExperiment({ link, minimumEffect: null, alpha: null, power: null, asOf: "2026-12-01", ...more });

  test("takes baseline, arrivals and what the experiment settled from the history", async () => {
    const plan = await planned("easy-sales");
    expect(plan).toMatchObject({ experiment: "first", metric: "bought", minimumEffect: 0.1, alpha: 0.05, power: 0.8, window: "7 days" });
    expect(plan.baseline).toBeCloseTo(0.2, 10);
    expect(plan.customersPerWeek).toBeCloseTo(70, 10);
    // The last customer of the history has had the whole window: the newest row is of 27 October.
    expect(plan.history).toEqual({ from: "2026-04-22", to: "2026-10-20", customers: 1_820 });
    const sized = ask(methodNamed("sample-size"), {
      baseline: plan.baseline,
      variance: plan.variance,
      treatmentVariance: (plan.variance * (0.22 * 0.78)) / (0.2 * 0.8),
      effect: 0.1,
      perDay: 10,
    }) as {
      total: number;
      days: number;
    };
    expect([plan.fixed.total, plan.fixed.assignDays, plan.fixed.totalDays]).toEqual([sized.total, sized.days, sized.days + 7]);
    expect(plan.sequential.total).toBeGreaterThan(plan.fixed.total);
  });

  test("a larger effect takes fewer customers, more power more", async () => {
    const { total } = (await planned("easy-sales")).fixed;
    expect((await planned("easy-sales", { minimumEffect: 0.2 })).fixed.total).toBeLessThan(total / 3);
    expect((await planned("easy-sales", { power: 0.9 })).fixed.total).toBeGreaterThan(total);
  });

  test("says what it cannot plan", async () => {
    await expect(planned("easy-nothing")).rejects.toMatchObject({ code: "indicator-without-metric" });
    await expect(planned("easy")).rejects.toMatchObject({ code: "unknown-link" });
    await expect(planned("easy-sales", { asOf: "2025-01-01" })).rejects.toMatchObject({ code: "experiment-empty" });
    await expect(planned("easy-sales", { minimumEffect: 9 })).rejects.toMatchObject({ code: "bad-input" });
  });

  test("supported effects add up per objective, and those of one time are named", async () => {
    const { objectives, links, experiments } = await engine.experiments({ id: null, asOf: "2026-12-01" });
    expect(experiments.map(({ verdict }) => verdict)).toEqual(["supported", "supported", "inconclusive"]);
    expect(objectives).toHaveLength(1);
    const [{ objective, metric, estimate, interval, effects, overlapping }] = objectives as [(typeof objectives)[number]];
    expect([objective, metric, effects.map((one) => one.experiment), overlapping]).toEqual([
      "grow",
      "bought",
      ["first", "second"],
      [["first", "second"]],
    ]);
    expect(estimate).toBeCloseTo(0.3, 12);
    expect(interval[1] - estimate).toBeCloseTo(Math.hypot(0.04, 0.08), 10);
    expect(links[0]).toMatchObject({ status: "supported", experiments: ["first", "second"], until: "2027-02-15" });
    // A year after the newest of them nothing is proven any more, whatever an inconclusive one adds.
    const later = await engine.experiments({ id: null, asOf: "2027-03-01" });
    expect(later.links[0]).toMatchObject({ status: "expired" });
    expect(later.links[1]).toMatchObject({ status: "hypothesis", experiments: [], until: null });
    const { report } = await engine.run({ asOf: "2026-12-01" });
    expect(report.tree.edges.filter(({ kind }) => kind === "link").map(({ evidence }) => evidence)).toEqual(["supported", "hypothesis"]);
  });
});
