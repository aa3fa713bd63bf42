import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { grains } from "../../src/calendar/index.ts";
import { expectedSeries } from "./oracle.ts";
import { judgedMetrics, ordersOf } from "./orders.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask, queryOf, type Row } from "./shop.ts";

const orders = ordersOf(300, 42);
const metrics = judgedMetrics.map(({ metric }) => metric);
const ids = metrics.map(({ id }) => id);

const conditions: readonly { readonly text: string | null; readonly passes: (row: Row) => boolean }[] = [
  { text: null, passes: () => true },
  { text: "paid", passes: (row) => row["paid"] === true },
  { text: "size >= 2 or channel = 'shop'", passes: (row) => (row["size"] as number) >= 2 || row["channel"] === "shop" },
  { text: "amount > 100000", passes: () => false },
];

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  await makeTable(connection, orders);
});

async function agree(query: Parameters<typeof queryOf>[0], condition = conditions[0]!, fiscalStart = "01-01"): Promise<number> {
  const asked = queryOf({ ...query, where: condition.text });
  const found = await ask(connection, [orders], metrics, asked, { fiscalStart });
  const judged = asked.metrics.map((id) => judgedMetrics.find(({ metric }) => metric.id === id)!);
  const expected = expectedSeries(orders, judged, asked, condition.passes, fiscalStart);
  expect(found.series.map(({ metric, segment }) => ({ metric, segment }))).toEqual(
    expected.map(({ metric, segment }) => ({ metric, segment })),
  );
  found.series.forEach((series, index) => {
    expect(series.points.map(rounded), `${series.metric} ${JSON.stringify(series.segment)}`).toEqual(expected[index]!.points.map(rounded));
  });
  return found.series.reduce((points, series) => points + series.points.length, 0);
}

function rounded<P extends { value: number | null; n: number | null; compared?: number | null }>(point: P) {
  const round = (value: number | null) => (value === null ? null : Number(value.toPrecision(11)));
  return { ...point, value: round(point.value), ...(point.compared === undefined ? {} : { compared: round(point.compared) }) };
}

describe("every type, grain and dimension gives what loops over the rows give", () => {
  for (const grain of grains) {
    for (const by of [[], ["channel"], ["size", "paid"]]) {
      test(`${grain} by ${by.join(", ") || "nothing"}`, async () => {
        expect(await agree({ metrics: ids, grain, by })).toBeGreaterThan(0);
      });
    }
  }

  test("fiscal years", async () => {
    for (const start of ["07-01", "12-15", "02-29"])
      expect(await agree({ metrics: ids, grain: "year", by: ["size"] }, conditions[0], start)).toBeGreaterThan(0);
  });

  test("any range, condition, as-of and comparison", async () => {
    const day = fc.integer({ min: -40, max: 150 }).map((offset) => new Date(Date.UTC(2025, 10, 17 + offset)).toISOString().slice(0, 10));
    const query = fc.record({
      metrics: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
      grain: fc.constantFrom(...grains),
      by: fc.constantFrom<readonly string[]>([], ["channel"], ["size"], ["paid", "channel"]),
      range: fc.tuple(fc.option(day), fc.option(day)),
      asOf: fc.oneof(day, fc.constant("2026-12-31")),
      compare: fc.constantFrom(null, "previous" as const, "year" as const, "year-weekday" as const),
      condition: fc.constantFrom(...conditions),
      fiscalStart: fc.constantFrom("01-01", "01-01", "02-01"),
    });
    await fc.assert(
      fc.asyncProperty(query, async ({ range: [a, b], condition, fiscalStart, ...asked }) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        await agree({ ...asked, from, to }, condition, fiscalStart);
      }),
      { numRuns: 100, seed: 11 },
    );
  });
});
