import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { assemble, type Catalog, planQuery, type QueryResult } from "../../src/metric/index.ts";
import { compile, compileSets } from "../../src/sql/index.ts";
import { connect, type Connection, dialect, makeTable, run } from "../metric/place.ts";
import { catalogOf, frameworkOf, queryOf, type Row, type TestDataset } from "../metric/shop.ts";

const metrics = [
  { id: "revenue", type: "sum", dataset: "orders", of: "quantity * price" },
  { id: "web-revenue", type: "sum", dataset: "orders", of: "quantity * price", where: "channel = 'web'" },
  { id: "paid-revenue", type: "sum", dataset: "orders", of: "quantity * price", where: "paid and quantity > 2" },
  { id: "units", type: "sum", dataset: "orders", of: "quantity", where: "not paid" },
  { id: "orders", type: "count", dataset: "orders" },
  { id: "web-orders", type: "count", dataset: "orders", where: "channel = 'web' and paid" },
  { id: "priced", type: "count", dataset: "orders", where: "price is not null" },
  { id: "dearest", type: "max", dataset: "orders", of: "price", where: "channel <> 'web'" },
  { id: "cheapest", type: "min", dataset: "orders", of: "price", where: "paid or quantity > 3" },
  { id: "average", type: "average", dataset: "orders", of: "price", where: "paid" },
  { id: "paid-share", type: "share", dataset: "orders", of: "paid", where: "quantity > 1" },
  { id: "aov", type: "ratio", numerator: "paid-revenue", denominator: "web-orders" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "paying", type: "count-distinct", dataset: "orders", of: "customer", where: "paid" },
  { id: "web-paying", type: "count-distinct", dataset: "orders", of: "customer", where: "paid and channel = 'web'" },
];

function ordersOf(rows: readonly Row[]): TestDataset {
  return {
    id: "orders",
    time: "on",
    columns: { on: "date", channel: "text", customer: "integer", quantity: "integer", price: "decimal", paid: "boolean" },
    rows,
  };
}

const span = { low: -3, high: 40 };

/** The same rows, said to be so many that it pays to take them in two levels. */
function many(catalog: Catalog): Catalog {
  const datasets = [...catalog.datasets].map(
    ([id, dataset]) => [id, { ...dataset, rows: 5_000_000, spans: new Map([["customer", span]]), few: new Set(["channel"]) }] as const,
  );
  return { ...catalog, datasets: new Map(datasets) };
}

const query = queryOf({ metrics: metrics.map(({ id }) => id), by: ["channel"] });

async function answer(connection: Connection, catalog: Catalog, dataset: TestDataset, asked = query): Promise<QueryResult> {
  const planned = planQuery(frameworkOf([dataset], metrics), catalog, asked, new Map());
  const tables = [];
  for (const plan of planned.plans) tables.push(await run(connection, compile(plan, dialect, { bitmaps: true })));
  return assemble(planned, tables, new Map());
}

describe("many rows, in two levels", () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect();
  });

  const row = fc.record({
    on: fc.constantFrom("2026-01-05", "2026-01-31", "2026-02-01", "2026-04-30", null),
    channel: fc.constantFrom("web", "shop", null),
    customer: fc.option(fc.integer({ min: span.low, max: span.high })),
    quantity: fc.option(fc.integer({ min: 0, max: 5 })),
    price: fc.option(fc.constantFrom(0, 1.25, 10.1, -3.5)),
    paid: fc.option(fc.boolean()),
  });

  test("give what one level gives, whatever the rows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.subarray(metrics, { minLength: 1 }),
        fc.boolean(),
        async (rows, some, byChannel) => {
          const dataset = ordersOf(rows);
          await makeTable(connection, dataset);
          const catalog = catalogOf([dataset], query.asOf);
          const asked = {
            ...query,
            metrics: some.map(({ id }) => id),
            by: byChannel ? ["channel"] : [],
            where: byChannel ? null : "quantity < 5",
          };
          expect(await answer(connection, many(catalog), dataset, asked)).toEqual(await answer(connection, catalog, dataset, asked));
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ["two-levels", ["channel"]],
    ["two-levels-carried", []],
  ])("look at each thing that is added up once for each combination of conditions: %s", async (name, by) => {
    const dataset = ordersOf([]);
    const { plans } = planQuery(frameworkOf([dataset], metrics), many(catalogOf([dataset], query.asOf)), { ...query, by }, new Map());
    expect(plans).toHaveLength(2);
    const statements = plans.map((plan) => compile(plan, dialect, { bitmaps: true }).text);
    await expect(`${statements.join(";\n\n")};\n`).toMatchFileSnapshot(`../golden/${dialect.name}-${name}.sql`);
  });

  test.runIf(dialect.bitmaps !== null)("say beforehand how many sets of bits there will be", async () => {
    const rows = [
      { on: "2026-01-05", channel: "web", customer: 1, paid: true },
      { on: "2026-01-06", channel: "web", customer: 2, paid: true },
      { on: "2026-01-07", channel: "web", customer: 3, paid: null },
      { on: "2026-02-07", channel: "shop", customer: 3, paid: false },
    ];
    const dataset = ordersOf(rows);
    await makeTable(connection, dataset);
    const { plans } = planQuery(frameworkOf([dataset], metrics), many(catalogOf([dataset], query.asOf)), query, new Map());
    const asked = plans.map((plan) => compileSets(plan, dialect)).filter((one) => one !== null);
    expect(asked).toHaveLength(1);
    expect(asked[0]!.span).toEqual(span);
    // January's web orders that are paid, those that are not, and February's of the shop
    expect((await run(connection, asked[0]!.statement)).rows).toEqual([[3]]);
  });

  test("so many measures that FILTER would be slow give what each gives alone", async () => {
    const thresholds = Array.from({ length: 24 }, (_, index) => index - 12);
    const crowd = thresholds.flatMap((least, index) => [
      { id: `sum-${index}`, type: "sum", dataset: "orders", of: "price", where: `customer > ${least}` },
      { id: `count-${index}`, type: "count", dataset: "orders", where: `customer > ${least}` },
      { id: `distinct-${index}`, type: "count-distinct", dataset: "orders", of: "channel", where: `customer > ${least}` },
      { id: `max-${index}`, type: "max", dataset: "orders", of: "price", where: `customer > ${least} and paid` },
      { id: `median-${index}`, type: "percentile", p: 0.5, dataset: "orders", of: "price", where: `customer > ${least} or paid` },
    ]);
    const rows = Array.from({ length: 60 }, (_, index) => ({
      on: `2026-0${1 + (index % 3)}-11`,
      channel: ["web", "shop", null][index % 3]!,
      customer: (index % 25) - 12,
      price: index % 7 === 0 ? null : index / 4,
      paid: index % 5 === 0 ? null : index % 2 === 0,
      quantity: index,
    }));
    const dataset = ordersOf(rows);
    await makeTable(connection, dataset);
    const framework = frameworkOf([dataset], crowd);
    for (const catalog of [catalogOf([dataset], query.asOf), many(catalogOf([dataset], query.asOf))]) {
      const answered = async (ids: readonly string[]): Promise<QueryResult["series"]> => {
        const planned = planQuery(framework, catalog, { ...query, metrics: ids }, new Map());
        const tables = [];
        for (const plan of planned.plans) tables.push(await run(connection, compile(plan, dialect)));
        // Which segments there are depends on all that is asked; what they hold does not.
        return assemble(planned, tables, new Map()).series.filter(({ points }) => points.some(({ n }) => n !== null && n > 0));
      };
      const together = await answered(crowd.map(({ id }) => id));
      for (const { id } of crowd.filter((_, index) => index % 9 === 0))
        expect(together.filter(({ metric }) => metric === id)).toEqual(await answered([id]));
    }
  });

  test("few rows stay one plain SELECT", () => {
    const dataset = ordersOf([]);
    const { plans } = planQuery(frameworkOf([dataset], metrics), catalogOf([dataset], query.asOf), query, new Map());
    expect(plans).toHaveLength(1);
    expect(compile(plans[0]!, dialect, { bitmaps: true }).text.match(/SELECT/g)).toHaveLength(1);
  });
});
