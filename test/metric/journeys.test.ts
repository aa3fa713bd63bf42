import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { grains, type Period, shiftPeriod } from "../../src/calendar/index.ts";
import type { QueryResult } from "../../src/metric/index.ts";
import { type Journey, journeyMetrics, journeys, type Place } from "./journeys.ts";
import { journeysOf } from "./journey-rows.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask, dayOf, queryOf, type Row } from "./shop.ts";

const datasets = journeysOf(160, 7);
const ids = journeys.map(({ metric }) => metric.id);

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  for (const dataset of datasets) await makeTable(connection, dataset);
});

type Asked = Parameters<typeof queryOf>[0];

/** Holds every point of a metric's series against the loops; tells how many points had a value. */
function agree(found: QueryResult, journey: Journey, asked: Asked, passes: (row: Row) => boolean, fiscalStart: string): number {
  const { asOf, by, compare, grain } = queryOf(asked);
  const existing = (dataset: string): Row[] => {
    const { rows, time } = datasets.find(({ id }) => id === dataset)!;
    return rows.filter((row) => dayOf(row, time) !== null && dayOf(row, time)! <= asOf);
  };
  const series = found.series.filter(({ metric }) => metric === journey.metric.id);
  const column = by[0];
  let valued = 0;
  const told: unknown[] = [];
  const expected: unknown[] = [];
  for (const { segment, points } of series) {
    const at = ({ from, to }: Pick<Period, "from" | "to">): Place => ({
      from,
      to: to < asOf ? to : asOf,
      // Segments and the condition are about the rows that are counted, not about the goals they lead to.
      rows: (dataset) => existing(dataset).filter((row) => dataset !== journey.dataset || passes(row)),
      within: (row) => column === undefined || row[column] === segment[column],
      fiscalStart,
    });
    for (const point of points) {
      const { period, from, to, value, n } = point;
      if (from > asOf) continue;
      const answer = journey.answer(at(point));
      told.push({ segment, period, value: rounded(value), n });
      expected.push({ segment, period, value: rounded(answer.value), n: answer.n });
      const earlier = compare === "previous" && grain !== "total" ? shiftPeriod({ grain, label: period, from, to }, -1, fiscalStart) : null;
      // An earlier period that lies outside data and range is compared with nothing.
      if (earlier !== null && point.compared != null) {
        told.push({ segment, period: earlier.label, value: rounded(point.compared) });
        expected.push({ segment, period: earlier.label, value: rounded(journey.answer(at(earlier)).value) });
      }
      if (value !== null && value !== 0) valued++;
    }
  }
  expect(told).toEqual(expected);
  return valued;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(9)) + 0;
}

const none = () => true;

describe("every type that follows customers or windows gives what loops over the rows give", () => {
  for (const grain of grains) {
    for (const by of [[], ["channel"]]) {
      const asked: Asked = { metrics: ids, grain, by, ...(grain === "day" ? { from: "2020-12-20", to: "2021-01-12" } : {}) };
      describe(`${grain} by ${by.join() || "nothing"}`, () => {
        let found: QueryResult;
        beforeAll(async () => {
          found = await ask(connection, datasets, journeyMetrics, asked);
        });
        test.each(journeys.map((journey) => [journey.metric.id, journey] as const))("%s", (_, journey) => {
          const valued = agree(found, journey, asked, none, "01-01");
          // Over long periods nobody is seen to come, stay away and come back.
          if (grain === "week" || grain === "month") expect(valued).toBeGreaterThan(0);
        });
      });
    }
  }

  test("any range, condition, as-of and fiscal year", async () => {
    const day = fc.integer({ min: 0, max: 480 }).map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10));
    const query = fc.record({
      metrics: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
      grain: fc.constantFrom("week" as const, "month" as const, "quarter" as const, "year" as const, "total" as const),
      by: fc.constantFrom<readonly string[]>([], ["channel"]),
      range: fc.tuple(fc.option(day), fc.option(day)),
      asOf: fc.oneof(day, fc.constant("2026-12-31")),
      condition: fc.constantFrom(
        { text: null, passes: none },
        { text: "channel = 'web'", passes: (row: Row) => row["channel"] === "web" },
        { text: "customer <> 'c3' or customer is null", passes: (row: Row) => row["customer"] !== "c3" },
      ),
      fiscalStart: fc.constantFrom("01-01", "07-01", "02-29"),
      compare: fc.constantFrom(null, "previous" as const),
    });
    await fc.assert(
      fc.asyncProperty(query, async ({ range: [a, b], condition, fiscalStart, ...rest }) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        const asked = { ...rest, from, to, where: condition.text };
        const found = await ask(connection, datasets, journeyMetrics, asked, { fiscalStart });
        for (const id of asked.metrics)
          agree(
            found,
            journeys.find(({ metric }) => metric.id === id)!,
            asked,
            condition.passes,
            fiscalStart,
          );
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
