import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { apartBy, ofTouched, type Plan, planQuery } from "../../src/metric/index.ts";
import { compile } from "../../src/sql/index.ts";
import { connect, type Connection, dialect, makeTable, run } from "./place.ts";
import { catalogOf, frameworkOf, queryOf, type Row, type TestDataset } from "./shop.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
});

const asOf = "2026-12-31";
const metrics = {
  back: { type: "reactivation", dataset: "orders", lapsed: "2 months" },
  "best-back": { type: "reactivation", dataset: "orders", lapsed: "2 months", active: "6 months", top: 0.2, of: "amount" },
  silent: { type: "churn", kind: "silence", dataset: "orders", after: "2 months" },
  returns: { type: "retention", dataset: "orders", age: "1 month", mode: "on" },
  soon: { type: "conversion", from: { dataset: "orders", where: "channel = 'web'" }, to: { dataset: "orders" }, window: "40 days" },
  converted: { type: "conversion", from: { dataset: "visits" }, to: { dataset: "orders" }, window: "20 days" },
  worth: { type: "lifetime-value", dataset: "orders", of: "amount", horizon: "2 months" },
  revenue: { type: "sum", dataset: "orders", of: "amount" },
  orders: { type: "count", dataset: "orders" },
};

function datasetOf(id: string, rows: readonly Row[]): TestDataset {
  return { id, time: "on", customer: "customer", columns: { on: "date", customer: "text", channel: "text", amount: "decimal" }, rows };
}

function plansOf(metric: keyof typeof metrics, by: readonly string[], datasets: readonly TestDataset[]): readonly Plan[] {
  const framework = frameworkOf(datasets, [{ id: metric, ...metrics[metric] }]);
  return planQuery(framework, catalogOf(datasets, asOf), queryOf({ metrics: [metric], by, asOf, from: "2026-01-01", to: asOf }), new Map())
    .plans;
}

const empty = [datasetOf("orders", [{ on: "2026-01-05", customer: "a", channel: "web", amount: 1 }]), datasetOf("visits", [])];
const apart = (metric: keyof typeof metrics, by: readonly string[] = []) => plansOf(metric, by, empty).map(apartBy);
const customers = { dataset: "orders", column: "customer" };

test("counts that follow customers of one dataset are apart by them", () => {
  for (const metric of ["back", "silent", "returns", "soon"] as const) expect(apart(metric), metric).toEqual([customers]);
});

test("sums are not, nor what follows customers from one dataset to another, nor rows without a customer", () => {
  for (const metric of ["worth", "converted", "revenue", "orders", "best-back"] as const)
    expect(apart(metric), metric).not.toContainEqual(customers);
});

test("by a column only where an empty group can be told from a full one", () => {
  expect(apart("returns", ["channel"])).toEqual([customers]);
  expect(apart("back", ["channel"])).toEqual([null]);
});

const row = fc.record({
  on: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, "0")}-10`),
  customer: fc.constantFrom("a", "b", "c", "d", "e", null),
  channel: fc.constantFrom("web", "shop"),
  amount: fc.integer({ min: 1, max: 50 }),
});

test("less what those with new rows added before, with what they add now, is what all add now", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), fc.array(row, { minLength: 1, maxLength: 4 }), async (old, fresh) => {
      const all = datasetOf("orders", [...old, ...fresh]);
      for (const [metric, by] of [
        ["back", []],
        ["silent", []],
        ["returns", ["channel"]],
        ["soon", []],
      ] as const) {
        const [plan] = plansOf(metric, by, [all]);
        const counts = async (asked: Plan, rows: readonly Row[]): Promise<Map<string, readonly number[]>> => {
          await makeTable(connection, datasetOf("orders", rows));
          const keys = asked.root.op === "aggregate" ? asked.root.keys.length : 0;
          const answer = await run(connection, compile(asked, dialect));
          return new Map(answer.rows.map((one) => [JSON.stringify(one.slice(0, keys)), one.slice(keys).map(Number)]));
        };
        const before = await counts(plan!, old);
        const now = await counts(plan!, [...old, ...fresh]);
        const then = await counts(ofTouched(plan!, customers, old.length, true), [...old, ...fresh]);
        const touched = await counts(ofTouched(plan!, customers, old.length, false), [...old, ...fresh]);
        for (const key of new Set([...before.keys(), ...now.keys()])) {
          const at =
            (index: number) =>
            (of: Map<string, readonly number[]>): number =>
              of.get(key)?.[index] ?? 0;
          for (const index of [0, 1]) {
            const of = at(index);
            expect(of(before) - of(then) + of(touched), `${metric} ${key}`).toBe(of(now));
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});
