import fc from "fast-check";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Engine, openLocalEngine, type QueryRequest } from "../../src/engine/index.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { folder, put } from "../load/folder.ts";

// HELDER_REFRESHES=200 is how often to trust it; each is a chain of changes, and a new start after each of them.
const chains = Number(process.env["HELDER_REFRESHES"] ?? 2);

const yaml = (where: string) => `helder: 1
name: Proef
language: nl
currency: EUR
timezone: Europe/Amsterdam
fiscalYear: {starts: 04-01}
segments:
  - {id: web, dataset: orders, where: channel = 'web'}
datasets:
  - {id: orders, file: "orders-*.csv", key: id, time: on, customer: customer, columns: {double: amount * 2}}
  - {id: visits, file: "visits-*.csv", time: on, customer: customer}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: double, where: "${where}"}
  - {id: customers, type: count-distinct, dataset: orders, of: customer}
  - {id: typical, type: median, dataset: orders, of: amount}
  - {id: least, type: min, dataset: orders, of: amount}
  - {id: spend, type: ratio, numerator: revenue, denominator: customers}
  - {id: recent, type: rolling, metric: spend, window: 2 months}
  - {id: this-year, type: running, metric: revenue, since: year}
  - {id: ever, type: running, metric: customers, since: start}
  - {id: back, type: reactivation, dataset: orders, lapsed: 1 month}
  - {id: silent, type: churn, kind: silence, dataset: orders, after: 2 months}
  - {id: returns, type: retention, dataset: orders, age: 1 month, mode: on}
  - {id: worth, type: lifetime-value, dataset: orders, of: amount, horizon: 2 months}
  - {id: web-orders, type: count, dataset: orders, segment: web}
  - {id: converted, type: conversion, from: {dataset: visits}, to: {dataset: orders}, window: 20 days}
  - {id: stay, type: duration, dataset: visits, start: on, end: left, statistic: average, in: days}
`;
const all = yaml("true").match(/(?<=^ {2}- \{id: )[^,]+(?=, type)/gm)!;
const ofOrders = all.filter((id) => !["converted", "stay"].includes(id));

type Query = Pick<QueryRequest, "metrics" | "grain" | "by" | "from" | "to" | "compare">;
const queries: readonly Query[] = [
  { metrics: all, grain: "month", by: [], from: null, to: null, compare: "previous" },
  { metrics: ofOrders, grain: "quarter", by: ["channel"], from: null, to: null, compare: null },
  { metrics: ofOrders, grain: "week", by: [], from: "2026-02-10", to: "2026-05-20", compare: null },
  { metrics: all, grain: "total", by: [], from: "2026-02-01", to: "2026-04-30", compare: "previous" },
];

interface Row {
  readonly day: number;
  readonly customer: number;
  readonly amount: number;
  readonly channel: string;
}

const row: fc.Arbitrary<Row> = fc.record({
  day: fc.integer({ min: 0, max: 170 }),
  customer: fc.integer({ min: 0, max: 5 }),
  amount: fc.integer({ min: 1, max: 9_999 }),
  channel: fc.constantFrom("web", "shop", "phone"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 8 });

type Change =
  | { readonly kind: "new file"; readonly rows: readonly Row[] }
  | { readonly kind: "more rows"; readonly rows: readonly Row[] }
  | { readonly kind: "other row" | "row less" | "file less" | "same key"; readonly at: number; readonly row: Row }
  | { readonly kind: "other metric"; readonly where: string }
  | { readonly kind: "other day"; readonly asOf: string };

const placed = { at: fc.nat(1_000), row };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("new file"), rows }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("more rows"), rows }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("other row", "row less", "file less", "same key"), ...placed }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("other metric"), where: fc.constantFrom("true", "amount > 20", "channel = 'web'") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("other day"), asOf: fc.constantFrom("2026-02-20", "2026-03-31", "2026-05-10", "2026-07-31") }),
  },
);

/** A workspace in memory: changes to it are written to disk whole. */
interface State {
  readonly orders: (readonly (readonly [number, Row])[])[];
  where: string;
  asOf: string;
  next: number;
}

function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

function write(directory: string, { orders, where }: State): void {
  for (const name of Array.from({ length: 40 }, (_, index) => String(index).padStart(2, "0"))) {
    rmSync(join(directory, `orders-${name}.csv`), { force: true });
    rmSync(join(directory, `visits-${name}.csv`), { force: true });
  }
  put(directory, "helder.yaml", yaml(where));
  orders.forEach((file, index) => {
    const name = String(index).padStart(2, "0");
    const lines = file.map(([id, one]) => `o${id},${day(one.day)},c${one.customer},${money(one.amount)},${one.channel}`);
    put(directory, `orders-${name}.csv`, ["id,on,customer,amount,channel", ...lines, ""].join("\n"));
    const visits = file.map(([, one]) => `${day(one.day - (one.amount % 9))},c${one.customer},${day(one.day)}`);
    put(directory, `visits-${name}.csv`, ["on,customer,left", ...visits, ""].join("\n"));
  });
}

function apply(state: State, made: Change): void {
  const { orders } = state;
  const numbered = (some: readonly Row[]) => some.map((one) => [state.next++, one] as const);
  switch (made.kind) {
    case "new file":
      orders.push(numbered(made.rows));
      return;
    case "more rows":
      orders[orders.length - 1] = [...orders.at(-1)!, ...numbered(made.rows)];
      return;
    case "same key":
      orders.push([[made.at % state.next, made.row]]);
      return;
    case "other row":
    case "row less": {
      const file = made.at % orders.length;
      const rows = [...orders[file]!];
      rows.splice(made.at % rows.length, 1, ...(made.kind === "row less" && rows.length > 1 ? [] : numbered([made.row])));
      orders[file] = rows;
      return;
    }
    case "file less":
      if (orders.length > 1) orders.splice(made.at % orders.length, 1);
      return;
    case "other metric":
      state.where = made.where;
      return;
    case "other day":
      state.asOf = made.asOf;
  }
}

/** Everything that a person can see of the data and the answers. */
async function seen(engine: Engine, asOf: string): Promise<unknown> {
  const answers = [];
  for (const query of queries) answers.push(await engine.query({ ...query, where: null, asOf }));
  const { datasets, failures } = await engine.load({ datasets: null });
  return { answers, failures, datasets: datasets.map((loaded) => ({ ...loaded, seconds: null, skipped: null })) };
}

async function anew(state: State): Promise<unknown> {
  const directory = folder();
  write(directory, state);
  const engine = openLocalEngine(directory);
  try {
    return await seen(engine, state.asOf);
  } finally {
    await engine.close();
    rmSync(directory, { recursive: true });
  }
}

test("whatever changes, the answers are those of a new start", { timeout: 60_000 + chains * 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rows, { minLength: 2, maxLength: 3 }),
      fc.array(change, { minLength: 3, maxLength: 6 }),
      async (first, changes) => {
        const state: State = { orders: [], where: "true", asOf: "2026-07-31", next: 0 };
        for (const rows of first) apply(state, { kind: "new file", rows });
        const directory = folder();
        write(directory, state);
        const engine = openLocalEngine(directory);
        try {
          await seen(engine, state.asOf);
          for (const made of changes) {
            apply(state, made);
            write(directory, state);
            expect(await seen(engine, state.asOf), JSON.stringify(made)).toEqual(await anew(state));
          }
        } finally {
          await engine.close();
        }
      },
    ),
    { numRuns: chains },
  );
});

test("a new file is read alone, unless a row of it takes another's place", async () => {
  const state: State = { orders: [], where: "true", asOf: "2026-07-31", next: 0 };
  const made = (day: number, amount: number): Row => ({ day, customer: 1, amount, channel: "web" });
  apply(state, { kind: "new file", rows: [made(1, 250), made(40, 1_275)] });
  apply(state, { kind: "new file", rows: [made(2, 325), made(41, 1_450)] });
  const directory = folder();
  write(directory, state);
  const read: string[] = [];
  const engine = openLocalEngine(directory, { progress: (line) => read.push(line) });
  try {
    await seen(engine, state.asOf);
    const changes: readonly Change[] = [
      { kind: "new file", rows: [made(3, 415)] },
      { kind: "same key", at: 0, row: made(4, 515) },
    ];
    for (const one of changes) {
      read.length = 0;
      apply(state, one);
      write(directory, state);
      expect(await seen(engine, state.asOf)).toEqual(await anew(state));
      expect(read.findLast((line) => line.startsWith("orders"))).toBe(
        one.kind === "new file" ? "orders ← orders-02.csv" : "orders ← 4 × orders-*.csv",
      );
    }
  } finally {
    await engine.close();
  }
});

test("after late rows only their periods are asked of the data", async () => {
  const state: State = { orders: [], where: "true", asOf: "2026-07-31", next: 0 };
  apply(state, { kind: "new file", rows: [5, 36, 65, 95, 125].map((at) => ({ day: at, customer: at, amount: 100 + at, channel: "web" })) });
  const directory = folder();
  write(directory, state);
  const request = {
    metrics: ["revenue"],
    grain: "month",
    by: [],
    where: null,
    from: null,
    to: null,
    compare: null,
    asOf: state.asOf,
  } as const;
  const parts = async (): Promise<Record<string, unknown>> => {
    const engine = openLocalEngine(directory);
    await engine.query(request);
    await engine.close();
    const warehouse = await openWarehouse(join(directory, ".helder"));
    const { rows } = await warehouse.query('SELECT answer FROM "helder"."answers"');
    await warehouse.close();
    expect(rows.length).toBe(1);
    return (JSON.parse(String(rows[0]![0])) as { parts: Record<string, unknown> }).parts;
  };
  const before = await parts();
  expect(Object.keys(before).map((name) => name.slice(0, 7))).toEqual(["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]);
  apply(state, { kind: "new file", rows: [{ day: 37, customer: 9, amount: 205, channel: "shop" }] });
  write(directory, state);
  const after = await parts();
  const fresh = Object.keys(after).filter((name) => !(name in before));
  expect(fresh.map((name) => name.slice(0, 7))).toEqual(["2026-02"]);
});
