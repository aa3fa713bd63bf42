import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { grains, periodOf } from "../../src/calendar/index.ts";
import { isAdditive, type QueryResult } from "../../src/metric/index.ts";
import { judgedMetrics, ordersOf, seeded } from "./orders.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask, frameworkOf } from "./shop.ts";

const metrics = judgedMetrics.map(({ metric }) => metric);
const additive = frameworkOf([], metrics)
  .metrics.filter(isAdditive)
  .map(({ id }) => id);

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
});

const orders = fc
  .record({ count: fc.integer({ min: 0, max: 120 }), seed: fc.nat(1_000_000) })
  .map(({ count, seed }) => ordersOf(count, seed));

function summed({ series }: QueryResult, metric: string, group: (period: string) => string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of series.filter((candidate) => candidate.metric === metric)) {
    for (const { period, value } of one.points) sums[group(period)] = (sums[group(period)] ?? 0) + value!;
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum.toFixed(6)) + 0]));
}

describe("laws", () => {
  test("there are additive metrics to hold them", () => {
    expect(additive).toEqual(["revenue", "total-weight", "orders", "paid-web"]);
  });

  test("segments of an additive metric add up to the whole", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.constantFrom(...grains), async (dataset, grain) => {
        await makeTable(connection, dataset);
        const whole = await ask(connection, [dataset], metrics, { metrics: additive, grain });
        const split = await ask(connection, [dataset], metrics, { metrics: additive, grain, by: ["channel", "size"] });
        for (const metric of additive) {
          const parts = summed(split, metric, (period) => period);
          const total = summed(whole, metric, (period) => period);
          for (const [period, value] of Object.entries(total)) expect(parts[period] ?? 0).toBeCloseTo(value, 5);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("days of an additive metric add up to their month", async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (dataset) => {
        await makeTable(connection, dataset);
        const days = await ask(connection, [dataset], metrics, { metrics: additive, grain: "day", by: ["paid"] });
        const months = await ask(connection, [dataset], metrics, { metrics: additive, grain: "month", by: ["paid"] });
        for (const metric of additive) {
          const rolled = summed(days, metric, (day) => periodOf(day, "month", "01-01").label);
          for (const [month, value] of Object.entries(summed(months, metric, (period) => period)))
            expect(rolled[month]).toBeCloseTo(value, 5);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("the order of rows changes no digit", async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(1000), async (dataset, seed) => {
        const next = seeded(seed);
        const shuffled = dataset.rows
          .map((row) => ({ row, place: next() }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
        const query = { metrics: metrics.map(({ id }) => id), grain: "month" as const, by: ["size"] };
        await makeTable(connection, dataset);
        const before = JSON.stringify(await ask(connection, [dataset], metrics, query));
        await makeTable(connection, { ...dataset, rows: shuffled });
        expect(JSON.stringify(await ask(connection, [dataset], metrics, query))).toBe(before);
      }),
      { numRuns: 12 },
    );
  });
});
