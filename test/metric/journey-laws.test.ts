import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { QueryResult } from "../../src/metric/index.ts";
import { journeyMetrics, journeys } from "./journeys.ts";
import { journeysOf } from "./journey-rows.ts";
import { seeded } from "./orders.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask, type Row, type TestDataset } from "./shop.ts";

const datasets = journeysOf(120, 3);
const ids = journeys.map(({ metric }) => metric.id);

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
});

async function answers(from: readonly TestDataset[], query: Parameters<typeof ask>[3]): Promise<QueryResult> {
  for (const dataset of from) await makeTable(connection, dataset);
  return ask(connection, from, journeyMetrics, query);
}

function change(rows: (rows: readonly Row[]) => readonly Row[]): readonly TestDataset[] {
  return datasets.map((dataset) => ({ ...dataset, rows: rows(dataset.rows) }));
}

/** Values by metric, segment and period, to 11 digits. */
function valuesOf({ series }: QueryResult): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    series.flatMap(({ metric, segment, points }) =>
      points.map(({ period, value }) => [
        `${metric} ${JSON.stringify(segment)} ${period}`,
        value === null ? null : Number(value.toPrecision(11)),
      ]),
    ),
  );
}

describe("laws of what follows customers and windows", () => {
  test("rows may come in any order, from any number of files", async () => {
    const before = valuesOf(await answers(datasets, { metrics: ids }));
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const next = seeded(seed);
        const shuffled = change((rows) =>
          rows
            .map((row) => [next(), row] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, row]) => row),
        );
        expect(valuesOf(await answers(shuffled, { metrics: ids }))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  test("a later as-of alone changes nothing that its rows cannot reach", async () => {
    const [early, late] = [
      await answers(datasets, { metrics: ["mrr", "silent-1-month", "rolling-revenue"], asOf: "2020-12-31", to: "2020-11-30" }),
      await answers(datasets, { metrics: ["mrr", "silent-1-month", "rolling-revenue"], to: "2020-11-30" }),
    ];
    expect(valuesOf(early)).toEqual(valuesOf(late));
  });

  test("twice the money is twice the revenue, and the same ratios", async () => {
    const money = ["mrr", "new", "expansion", "contraction", "churned", "ltv-3-months", "rolling-revenue", "running-aov", "rolling-middle"];
    const ratios = ["nrr", "grr", "logo-churn", "on-1-month", "visit-to-order", "silent-3-months", "back-after-1-month"];
    const plain = valuesOf(await answers(datasets, { metrics: [...money, ...ratios], by: ["channel"] }));
    const twice = (row: Row, key: string) => (typeof row[key] === "number" ? { [key]: row[key] * 2 } : {});
    const doubled = change((rows) => rows.map((row) => ({ ...row, ...twice(row, "amount"), ...twice(row, "fee") })));
    const found = valuesOf(await answers(doubled, { metrics: [...money, ...ratios], by: ["channel"] }));
    for (const [place, value] of Object.entries(plain)) {
      const factor = money.includes(place.split(" ")[0]!) ? 2 : 1;
      if (value === null) expect(found[place]).toBeNull();
      else expect(found[place], place).toBeCloseTo(value * factor, 6);
    }
  });

  test("recurring revenue: what was there, less what went, with what came, is what is there", async () => {
    const metrics = ["mrr", "new", "expansion", "contraction", "churned"];
    for (const by of [[], ["channel"]]) {
      const found = valuesOf(await answers(datasets, { metrics, by, compare: "previous" }));
      const at = (metric: string, place: string) => found[`${metric} ${place}`]!;
      const places = Object.keys(found).flatMap((key) => (key.startsWith("mrr ") ? [key.slice(4)] : []));
      places.slice(1).forEach((place, index) => {
        const before = places[index]!;
        if (before.split(" ")[0] !== place.split(" ")[0]) return;
        const moved = at("new", place) + at("expansion", place) - at("contraction", place) - at("churned", place);
        expect(at("mrr", before) + moved, place).toBeCloseTo(at("mrr", place), 6);
      });
    }
  });

  test("segments of recurring revenue add up, and cohorts of months to those of the quarter", async () => {
    const whole = valuesOf(await answers(datasets, { metrics: ["mrr"] }));
    const parts = await answers(datasets, { metrics: ["mrr"], by: ["channel"] });
    for (const [index, { period }] of parts.series[0]!.points.entries()) {
      const sum = parts.series.reduce((total, { points }) => total + points[index]!.value!, 0);
      expect(sum).toBeCloseTo(whole[`mrr {} ${period}`]!, 6);
    }
    const cohorts = async (grain: "month" | "total") => (await answers(datasets, { metrics: ["within-30-days"], grain })).series[0]!.points;
    const [months, [total]] = [await cohorts("month"), await cohorts("total")];
    const sum = (of: (point: (typeof months)[number]) => number) => months.reduce((all, point) => all + of(point), 0);
    expect(sum(({ n }) => n!)).toBe(total!.n);
    expect(sum(({ n, value }) => Math.round(n! * (value ?? 0)))).toBe(Math.round(total!.n! * total!.value!));
  });

  test("a longer window never converts fewer, a longer age never brings back fewer", async () => {
    const windows = ["1 day", "7 days", "30 days", "90 days"];
    const more = windows.flatMap((window, index) => [
      { id: `c${index}`, type: "conversion", from: { dataset: "visits" }, to: { dataset: "orders" }, window },
      { id: `r${index}`, type: "retention", dataset: "orders", age: window, mode: "within" },
    ]);
    for (const dataset of datasets) await makeTable(connection, dataset);
    const { series } = await ask(connection, datasets, more, { metrics: more.map(({ id }) => id) });
    for (const kind of ["c", "r"]) {
      const values = windows.map((_, index) =>
        series.find(({ metric }) => metric === `${kind}${index}`)!.points.map(({ value }) => value ?? 0),
      );
      for (const [index, longer] of values.entries()) {
        if (index > 0) longer.forEach((value, at) => expect(value).toBeGreaterThanOrEqual(values[index - 1]![at]!));
      }
      expect(Math.max(...values.at(-1)!)).toBeGreaterThan(Math.max(...values[0]!));
    }
  });

  test("answers do not depend on what else is asked", async () => {
    const together = valuesOf(await answers(datasets, { metrics: ids, by: ["channel"] }));
    for (const id of ids) {
      const alone = valuesOf(await ask(connection, datasets, journeyMetrics, { metrics: [id], by: ["channel"] }));
      for (const [place, value] of Object.entries(alone)) expect(together[place], place).toBe(value);
    }
  });
});
