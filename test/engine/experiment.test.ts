import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../src/calendar/index.ts";
import { type ExperimentAnalysis, openLocalEngine, type LocalEngine } from "../../src/engine/index.ts";
import { Random } from "../../src/statistics/random.ts";

const opened: { engine: LocalEngine; directory: string }[] = [];
afterEach(async () => {
  for (const { engine, directory } of opened.splice(0)) {
    await engine.close();
    await rm(directory, { recursive: true, force: true });
  }
});

async function workspace(files: Readonly<Record<string, string>>): Promise<LocalEngine> {
  const directory = await mkdtemp(join(tmpdir(), "helder-experiment-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  const engine = openLocalEngine(directory);
  opened.push({ engine, directory });
  return engine;
}

interface Assignment {
  readonly customer: number;
  readonly day: string;
  readonly arm: string;
}
interface Order {
  readonly customer: number;
  readonly day: string;
  readonly cents: number;
  readonly express: boolean;
}
interface Visit {
  readonly customer: number;
  readonly day: string;
  readonly score: number | null;
}

const start = "2026-01-01";
const window = 14;

/** Customers with assignments (some twice, some to both arms) and rows before, within and after the window. */
function simulated(seed: number, customers: number, lift: number) {
  const random = new Random(seed);
  const chance = (p: number) => random.uniform() < p;
  const whole = (below: number) => Math.floor(random.uniform() * below);
  const [assignments, orders, visits]: [Assignment[], Order[], Visit[]] = [[], [], []];
  for (let customer = 1; customer <= customers; customer++) {
    const arm = chance(0.5) ? "B" : "A";
    const day = addDays(start, whole(30));
    assignments.push({ customer, day, arm });
    if (chance(0.1)) assignments.push({ customer, day: addDays(day, whole(5)), arm });
    if (chance(0.02)) assignments.push({ customer, day: addDays(day, 1 + whole(5)), arm: arm === "A" ? "B" : "A" });
    for (let count = whole(4); count > 0; count--) {
      const at = addDays(day, whole(40) - 12);
      visits.push({ customer, day: at, score: chance(0.6) ? whole(11) : null });
      if (chance(arm === "B" ? 0.4 * (1 + lift) : 0.4))
        orders.push({ customer, day: addDays(at, whole(4)), cents: 500 + whole(20_000), express: chance(0.3) });
    }
  }
  return { assignments, orders, visits };
}

const yaml = `
helder: 1
name: Test
datasets:
  - {id: assigned, file: assigned.csv, time: at, customer: who}
  - {id: orders, file: orders.csv, time: day, customer: customer}
  - {id: visits, file: visits.csv, time: day, customer: visitor}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
  - {id: basket, type: average, dataset: orders, of: amount}
  - {id: express, type: share, dataset: orders, of: express = 'yes'}
  - {id: buyers, type: count-distinct, dataset: orders, of: customer}
  - {id: visits, type: count, dataset: visits}
  - {id: per-visit, type: ratio, numerator: revenue, denominator: visits}
  - {id: bought, type: conversion, from: {dataset: visits}, to: {dataset: orders}, window: 3 days}
  - {id: nps, type: nps, dataset: visits, of: score}
  - {id: largest, type: max, dataset: orders, of: amount}
kpis:
  - {id: sales, name: Sales, metric: orders, direction: up}
cpis:
  - {id: easy, name: Easy, outcome: It is easy., metric: visits, direction: up}
links:
  - {id: easy-sales, from: easy, to: sales, because: Easy sells.}
experiments:
  - id: easier
    tests: easy-sales
    unit: customer
    assigned: assigned
    variant: arm
    control: A
    window: ${window} days
    metrics: [orders, revenue, basket, express, buyers, per-visit, bought, largest]
    guardrails: [nps]
    from: ${start}
    to: 2026-01-31
`;

function csv(header: string, rows: readonly (readonly unknown[])[]): string {
  return `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}

async function analysed(
  { assignments, orders, visits }: ReturnType<typeof simulated>,
  more = "",
  asOf = "2026-06-01",
): Promise<ExperimentAnalysis> {
  const engine = await workspace({
    "helder.yaml": yaml + more,
    // Text in one file and numbers in the other are the same customers.
    "assigned.csv": csv("who,at,arm", [
      ...assignments.map(({ customer, day, arm }) => [customer, day, arm]),
      ["unknown", "2026-01-02", "A"],
      ["other", "2026-01-02", "B"],
    ]),
    "orders.csv": csv(
      "customer,day,amount,express",
      orders.map(({ customer, day, cents, express }) => [customer, day, (cents / 100).toFixed(2), express ? "yes" : "no"]),
    ),
    "visits.csv": csv(
      "visitor,day,score",
      visits.map(({ customer, day, score }) => [customer, day, score ?? ""]),
    ),
  });
  return (await engine.experiments({ id: "easier", asOf })).experiments[0]!;
}

/** The same by loops over rows: every customer's own sums. */
function byHand({ assignments, orders, visits }: ReturnType<typeof simulated>) {
  const arms = new Map<number, Set<string>>();
  const first = new Map<number, string>();
  for (const { customer, day, arm } of assignments.filter((one) => one.day <= "2026-01-31")) {
    arms.set(customer, (arms.get(customer) ?? new Set()).add(arm));
    if (!first.has(customer) || day < first.get(customer)!) first.set(customer, day);
  }
  const within = (customer: number, day: string) => {
    const age = daysBetween(first.get(customer)!, day);
    return age >= 0 && age <= window;
  };
  const of = (arm: string) => [...arms].filter(([, own]) => own.size === 1 && own.has(arm)).map(([customer]) => customer);
  const value = (arm: string) => {
    const own = new Set(of(arm));
    const bought = orders.filter(({ customer, day }) => own.has(customer) && within(customer, day));
    const visited = visits.filter(({ customer, day }) => own.has(customer) && within(customer, day));
    const n = own.size + 1;
    const revenue = bought.reduce((sum, { cents }) => sum + cents / 100, 0);
    const converted = visited.filter(({ customer, day }) =>
      bought.some((order) => order.customer === customer && daysBetween(day, order.day) >= 0 && daysBetween(day, order.day) <= 3),
    );
    const scores = visited.flatMap(({ score }) => (score === null ? [] : [score]));
    return {
      orders: bought.length / n,
      revenue: revenue / n,
      basket: revenue / bought.length,
      express: bought.filter(({ express }) => express).length / bought.length,
      buyers: new Set(bought.map(({ customer }) => customer)).size / n,
      "per-visit": revenue / visited.length,
      bought: new Set(converted.map(({ customer }) => customer)).size / new Set(visited.map(({ customer }) => customer)).size,
      nps: (100 * (scores.filter((score) => score >= 9).length - scores.filter((score) => score <= 6).length)) / scores.length,
    };
  };
  const counts = (arm: string) => {
    const own = new Set(of(arm));
    return Array.from([...own], (customer) => orders.filter((order) => order.customer === customer && within(customer, order.day)).length);
  };
  return { A: value("A"), B: value("B"), counts, excluded: [...arms.values()].filter((own) => own.size > 1).length, size: of };
}

describe("an experiment", () => {
  test.each([1, 2])("equals loops over customers (seed %i)", async (seed) => {
    const data = simulated(seed, 600, 0.3);
    const hand = byHand(data);
    const found = await analysed(data);
    expect(found.excluded).toBe(hand.excluded);
    expect(hand.excluded).toBeGreaterThan(0);
    expect(found.arms).toEqual({ A: hand.size("A").length + 1, B: hand.size("B").length + 1 });
    for (const { metric, values, problem } of [...found.metrics, ...found.guardrails]) {
      if (metric === "largest") {
        expect(problem!.code).toBe("experiment-metric");
        continue;
      }
      const name = metric as keyof typeof hand.A;
      expect(values!.control, metric).toBeCloseTo(hand.A[name], 8);
      expect(values!.treatment, metric).toBeCloseTo(hand.B[name], 8);
    }
    // Welch's t of the orders per customer, those without orders included.
    const [a, b] = (["A", "B"] as const).map((arm) => {
      const values = [...hand.counts(arm), 0];
      const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
      return { mean, of: values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1) / values.length };
    }) as [{ mean: number; of: number }, { mean: number; of: number }];
    const { absolute } = found.metrics[0]!;
    expect(absolute!.estimate).toBeCloseTo(b.mean - a.mean, 10);
    expect(absolute!.standardError).toBeCloseTo(Math.sqrt(a.of + b.of), 10);
  });

  test("finds a planted effect, and none where both arms are alike", async () => {
    const planted = await analysed(simulated(7, 3_000, 0.6));
    expect([planted.verdict, planted.reason]).toEqual(["supported", "clear-effect"]);
    const alike = await analysed(simulated(8, 3_000, 0));
    expect(alike.verdict).not.toBe("supported");
    expect(alike.metrics.every(({ adjustedPValue }) => adjustedPValue === null || adjustedPValue > 0.05)).toBe(true);
  });

  test("no effect with much data refutes only a minimum that was named, and only if the cause moved", async () => {
    const data = simulated(8, 3_000, 0);
    expect((await analysed(data, "    minimumEffect: 0.25\n")).verdict).toBe("refuted");
    expect((await analysed(data, "    minimumEffect: 0.01\n")).reason).toBe("too-little-data");
    const unmoved = yaml.replace("metrics: [orders,", "metrics: [orders, visits,");
    const engine = await workspace({
      "helder.yaml": `${unmoved}    minimumEffect: 0.25\n`,
      "assigned.csv": csv(
        "who,at,arm",
        data.assignments.map(({ customer, day, arm }) => [customer, day, arm]),
      ),
      "orders.csv": csv(
        "customer,day,amount,express",
        data.orders.map(({ customer, day, cents, express }) => [customer, day, cents / 100, express ? "yes" : "no"]),
      ),
      "visits.csv": csv(
        "visitor,day,score",
        data.visits.map(({ customer, day, score }) => [customer, day, score ?? ""]),
      ),
    });
    const { experiments } = await engine.experiments({ id: "easier", asOf: "2026-06-01" });
    expect([experiments[0]!.verdict, experiments[0]!.reason]).toEqual(["inconclusive", "cause-did-not-move"]);
  });

  test("a split that was not planned voids it", async () => {
    const found = await analysed(simulated(7, 3_000, 0.6), "    weights: {A: 0.8, B: 0.2}\n");
    expect([found.srm!.mismatch, found.verdict, found.reason]).toEqual([true, "inconclusive", "sample-ratio"]);
  });

  test("sequential may be looked at while it runs; fixed may not", async () => {
    const data = simulated(7, 3_000, 0.9);
    const early = await analysed(data, "    design: fixed\n", "2026-02-01");
    expect([early.running, early.verdict, early.reason]).toEqual([true, "inconclusive", "running"]);
    expect(early.immature).toBeGreaterThan(0);
    const sequential = await analysed(data, "    design: sequential\n", "2026-02-01");
    expect([sequential.running, sequential.verdict]).toEqual([false, "supported"]);
    const late = await analysed(data, "    design: fixed\n");
    const [wide, narrow] = [sequential, late].map(({ metrics }) => metrics[0]!.relative!.standardError);
    expect(wide!).toBeGreaterThan(narrow!);
  });

  test("results typed by hand count and are marked so", async () => {
    const data = simulated(1, 20, 0);
    const typed = await analysed(data, "    results: {on: 2026-02-10, estimate: 0.12, interval: [0.05, 0.19]}\n");
    expect([typed.source, typed.verdict, typed.ended]).toEqual(["typed", "supported", "2026-02-10"]);
    const sums = await analysed(data, "    results: {metrics: {orders: {control: {n: 1000, sum: 100}, treatment: {n: 1000, sum: 130}}}}\n");
    expect(sums.metrics[0]!.absolute!.estimate).toBeCloseTo(0.03, 12);
    expect(sums.metrics[0]!.absolute!.pValue).toBeCloseTo(0.0354, 3);
    expect(sums.srm!.mismatch).toBe(false);
    for (const wrong of [
      "{estimate: much}",
      "{on: soon, estimate: 0.1, interval: [0, 0.2]}",
      "{users: [1], estimate: 0.1, interval: [0, 0.2]}",
    ]) {
      await expect(analysed(data, `    results: ${wrong}\n`)).rejects.toMatchObject({ code: "bad-input" });
    }
    expect((await analysed(data, "    results: {note: nothing yet}\n")).reason).toBe("not-computed");
  });

  test("hours count where both datasets know them, and arms may be of any type", async () => {
    const engine = await workspace({
      "helder.yaml": `
helder: 1
name: Test
timezone: Europe/Amsterdam
datasets:
  - {id: assigned, file: assigned.csv, time: at, customer: who}
  - {id: orders, file: orders.csv, time: at, customer: who}
  - {id: timeless, file: timeless.csv, customer: who}
metrics:
  - {id: orders, type: count, dataset: orders}
  - {id: again, type: conversion, from: {dataset: orders}, to: {dataset: orders, where: kind = 'second'}, window: 12 months}
  - {id: back, type: retention, dataset: orders, age: 1 day, mode: within}
  - {id: points, type: sum, dataset: timeless, of: points}
kpis:
  - {id: sales, name: Sales, metric: orders, direction: up}
links:
  - {id: sells, from: sales, to: sales}
experiments:
  - {id: hours, assigned: assigned, variant: arm, control: "false", window: 1 day, metrics: [orders, again, back, points]}
  - {id: whole, assigned: assigned, variant: arm, control: "false", window: 99999 years, tests: sells}
  - {id: open, assigned: timeless, variant: arm, control: "1", tests: sells, metrics: [points, points]}
`,
      "assigned.csv": csv("who,at,arm", [
        [1, "2026-01-05 10:00:00", "true"],
        [2, "2026-01-05 10:00:00", "true"],
        [3, "2026-01-05 10:00:00", "false"],
        [4, "2026-01-05 10:00:00", "false"],
      ]),
      "orders.csv": csv("who,at,kind", [
        [1, "2026-01-05 09:59:00", "first"],
        [2, "2026-01-05 10:00:00", "first"],
        [2, "2026-01-06 09:59:00", "second"],
        [3, "2026-01-05 11:00:00", "first"],
        [3, "2026-01-06 10:00:01", "second"],
        [4, "2026-01-06 10:00:00", "first"],
      ]),
      "timeless.csv": csv("who,points,arm", [
        [1, 5, 1],
        [2, 7, 1],
        [3, 9, 2],
        [4, 10, 2],
        [4, 4, 2],
      ]),
    });
    const values = async (id: string) => {
      const { experiments } = await engine.experiments({ id, asOf: "2026-02-01" });
      return Object.fromEntries(experiments[0]!.metrics.map((one) => [one.metric, one.values]));
    };
    expect(await values("hours")).toEqual({
      orders: { control: 1, treatment: 1 },
      again: { control: 0, treatment: 1 },
      // Who had a first row before the assignment is no newcomer of the test.
      back: { control: 0, treatment: 1 },
      points: { control: 11.5, treatment: 6 },
    });
    expect(await values("open")).toEqual({ points: { control: 6, treatment: 11.5 } });
    const whole = (await engine.experiments({ id: "whole", asOf: "2026-02-01" })).experiments[0]!;
    expect([whole.immature, whole.verdict, whole.reason, whole.links[0]!.metric]).toEqual([4, "inconclusive", "running", "orders"]);
  });

  test("says what is missing", async () => {
    const engine = await workspace({
      "helder.yaml": `
helder: 1
name: Test
datasets:
  - {id: assigned, file: assigned.csv, time: at, customer: who}
metrics:
  - {id: rows, type: count, dataset: assigned}
experiments:
  - {id: bare}
  - {id: no-column, assigned: assigned, variant: group, control: A, metrics: [rows]}
  - {id: one-arm, assigned: assigned, variant: arm, control: A, metrics: [rows]}
  - {id: no-control, assigned: assigned, variant: arm, control: Z, metrics: [rows]}
`,
      "assigned.csv": "who,at,arm\n1,2026-01-01,A\n2,2026-01-01,A\n",
    });
    const failing = (id: string) => engine.experiments({ id, asOf: "2026-06-01" });
    await expect(failing("bares")).rejects.toMatchObject({
      code: "unknown-experiment",
      message: expect.stringContaining("bare") as string,
    });
    await expect(failing("bare")).rejects.toMatchObject({ code: "experiment-incomplete" });
    await expect(failing("no-column")).rejects.toMatchObject({ code: "unknown-column" });
    await expect(failing("one-arm")).rejects.toMatchObject({ code: "experiment-empty" });
    await expect(failing("no-control")).rejects.toMatchObject({ code: "experiment-empty" });
    const { failures } = await engine.experiments({ id: null, asOf: "2026-06-01" });
    expect(failures.map(({ id }) => id)).toEqual(["bare", "no-column", "one-arm", "no-control"]);
    await expect(engine.planExperiment({ link: "x", minimumEffect: null, alpha: null, power: null, asOf: null })).rejects.toMatchObject({
      code: "unknown-link",
    });
  });
});
