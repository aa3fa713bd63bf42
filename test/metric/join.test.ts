import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { customersOf } from "../../src/metric/index.ts";
import { clickhouse, compile, duckdb } from "../../src/sql/index.ts";
import { planQuery } from "../../src/metric/index.ts";
import { journeyMetrics } from "./journeys.ts";
import { journeysOf } from "./journey-rows.ts";
import { connect, type Connection, dialect, makeTable, run } from "./place.ts";
import { ask, catalogOf, frameworkOf, queryOf, type Row, type TestDataset } from "./shop.ts";

const journeys = journeysOf(120, 11);
const customersIn = [...new Set(journeys.flatMap(({ rows, customer }) => rows.map((row) => row[customer!] ?? null)))];
const countries = ["NL", "BE", null, "DE"];
/** Not every customer has a row, and one of them signs up only later. */
const people: TestDataset = {
  id: "people",
  time: "since",
  customer: "who",
  key: ["WHO"],
  columns: { since: "date", who: "text", Country: "text", channel: "text", limit: "decimal" },
  rows: customersIn
    .filter((who, index) => who !== null && index % 7 !== 0)
    .map((who, index) => ({
      since: index === 3 ? "2026-06-01" : index % 5 === 0 ? null : "2019-05-05",
      who: String(who),
      Country: countries[index % 4]!,
      channel: "own",
      limit: index / 4,
    })),
};
const asOf = "2021-03-31";
const datasets = [...journeys, people];
const segments = [
  { id: "best", dataset: "orders", top: 0.25, of: "amount" },
  { id: "dutch-web", dataset: "orders", where: "country = 'NL' and channel = 'web'" },
];

/** What a loop over the rows finds of a row's customer. */
function partnerOf(row: Row, customer: string): Row | undefined {
  const who = row[customer];
  return who === null
    ? undefined
    : people.rows.find((one) => one["who"] === String(who) && (one["since"] === null || String(one["since"]) <= asOf));
}

/** Tables that have the columns of others in their own rows. */
function flattened(members: ReadonlyMap<string, ReadonlySet<string>> = new Map()): TestDataset[] {
  return journeys.map((dataset) => ({
    ...dataset,
    columns: {
      ...dataset.columns,
      country: "text",
      "people.limit": "decimal",
      ...Object.fromEntries([...members.keys()].map((id) => [id, "boolean" as const])),
    },
    rows: dataset.rows.map((row) => {
      const partner = partnerOf(row, dataset.customer!);
      const who = row[dataset.customer!] ?? null;
      const of = [...members].map(([id, among]) => [id, who !== null && among.has(String(who))] as const);
      return { ...row, country: partner?.["Country"] ?? null, "people.limit": partner?.["limit"] ?? null, ...Object.fromEntries(of) };
    }),
  }));
}

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  for (const dataset of datasets) await makeTable(connection, dataset);
});

async function other(tables: readonly TestDataset[]): Promise<Connection> {
  const made = await connect();
  for (const dataset of tables) await makeTable(made, dataset);
  return made;
}

const ids = journeyMetrics.map((metric) => (metric as { id: string }).id);
const range = { metrics: ids, from: "2020-02-01", to: "2021-02-28", asOf };
/** Sums of doubles and averages may differ in their last digit where rows come in another order. */
const close = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === "number" ? Number(one.toPrecision(11)) : one)));

describe("columns of a joined dataset", () => {
  test("count for every metric type as if they stood in the rows themselves", async () => {
    const tables = flattened();
    const place = await other(tables);
    for (const grain of ["month", "total"] as const)
      for (const [by, where] of [
        [["country"], null],
        [["channel"], "country = 'NL'"],
        [[], "people.limit > 3 or country is null"],
      ] as const) {
        const asked = { ...range, grain, by: [...by], where };
        const answer = await ask(connection, datasets, journeyMetrics, asked);
        const expected = await ask(place, tables, journeyMetrics, asked);
        const named = expected.series.map((one) => ({
          ...one,
          segment: Object.fromEntries(Object.entries(one.segment).map(([name, value]) => [name === "country" ? "Country" : name, value])),
        }));
        expect(close(answer.series)).toEqual(close(named));
        expect(answer.series.some(({ points }) => points.some(({ value }) => value !== null && value !== 0))).toBe(true);
      }
  });

  test("a join never doubles a row, whatever is asked of it", async () => {
    const count = [{ id: "visits", type: "count", dataset: "visits" }];
    const column = fc.constantFrom("country", "people.country", '"people.limit"', "people.channel", "PEOPLE.since", "best");
    await fc.assert(
      fc.asyncProperty(fc.array(column, { minLength: 1, maxLength: 3 }), async (by) => {
        const asked = { metrics: ["visits"], grain: "total" as const, asOf };
        const whole = await ask(connection, datasets, count, asked, { segments });
        const split = await ask(connection, datasets, count, { ...asked, by }, { segments });
        const sum = split.series.reduce((total, { points }) => total + points[0]!.value!, 0);
        expect(sum).toBe(whole.series[0]!.points[0]!.value);
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  test("in measures, and a column of one's own comes first", async () => {
    const metrics = [
      { id: "limits", type: "sum", dataset: "orders", of: "people.limit" },
      { id: "own", type: "count", dataset: "orders", where: "channel = 'own'" },
      { id: "theirs", type: "count", dataset: "orders", where: "people.channel = 'own'" },
    ];
    const { series } = await ask(connection, datasets, metrics, { metrics: ["limits", "own", "theirs"], grain: "total", asOf });
    const orders = journeys.find(({ id }) => id === "orders")!;
    const existing = orders.rows.filter((row) => row["at"] === null || String(row["at"]).slice(0, 10) <= asOf);
    const inTime = existing.filter((row) => row["at"] !== null);
    const partners = inTime.map((row) => partnerOf(row, orders.customer!)).filter((one) => one !== undefined);
    const [limits, own, theirs] = series.map(({ points }) => points[0]!.value);
    expect(limits).toBeCloseTo(
      partners.reduce((sum, one) => sum + Math.round((one["limit"] as number) * 100) / 100, 0),
      6,
    );
    expect(own).toBe(0);
    expect(theirs).toBe(partners.length);
  });
});

const products: TestDataset = {
  id: "stock-items",
  time: null,
  key: ["sku", "shop"],
  columns: { sku: "integer", shop: "text", kind: "text" },
  rows: [
    { sku: 1, shop: "a", kind: "bath" },
    { sku: 1, shop: "b", kind: "tap" },
    { sku: null, shop: "a", kind: "void" },
  ],
};
const lines: TestDataset = {
  id: "lines",
  time: "at",
  columns: { at: "date", sku: "text", shop: "text", $day_note: "text", "$stock-items 1": "text" },
  join: [{ to: "stock-items", on: { sku: "sku", shop: "shop" } }],
  rows: [
    { at: "2026-01-05", sku: "1", shop: "a", $day_note: "x", "$stock-items 1": "y" },
    { at: "2026-01-05", sku: "1", shop: "b", $day_note: "x", "$stock-items 1": "y" },
    { at: "2026-01-05", sku: "2", shop: "b", $day_note: "x", "$stock-items 1": "y" },
    { at: "2026-01-05", sku: null, shop: "a", $day_note: "x", "$stock-items 1": "z" },
  ],
};
const counted = [{ id: "lines", type: "count", dataset: "lines" }];

describe("a declared join", () => {
  const values = async (by: string[], from: TestDataset = lines, to: TestDataset = products) => {
    await makeTable(connection, from);
    await makeTable(connection, to);
    const { series } = await ask(connection, [from, to], counted, { metrics: ["lines"], grain: "total", by });
    return series.map(({ segment, points }) => [...Object.values(segment), points[0]!.value]);
  };

  test("on several columns, a number and a text alike; rows without partner have nothing", async () => {
    expect(await values(["kind"])).toEqual([
      ["bath", 1],
      ["tap", 1],
      [null, 2],
    ]);
    expect(await values(["stock-items.kind", "$stock-items 1"])).toEqual([
      ["bath", "y", 1],
      ["tap", "y", 1],
      [null, "y", 1],
      [null, "z", 1],
    ]);
  });

  test.each([
    ["join-not-unique", "on a part of its key", lines, { ...products, key: ["sku", "shop", "kind"] }],
    ["join-not-unique", "without a key", { ...lines, join: [{ to: "stock-items", on: "sku" }] }, { ...products, key: ["all"] }],
    ["unknown-column", "on no column", { ...lines, join: [{ to: "stock-items", on: { colour: "sku" } }] }, products],
  ] as const)("%s: %s, and only where it is used", async (code, _, from, to) => {
    await expect(values(["kind"], from, to)).rejects.toMatchObject({ code });
    expect(await values(["shop"], from, to)).toEqual([
      ["a", 2],
      ["b", 2],
    ]);
  });
});

describe("segments as columns", () => {
  async function members(id: string): Promise<Set<string>> {
    const root = customersOf(frameworkOf(datasets, [], "01-01", segments), catalogOf(datasets, asOf), id, asOf);
    const { rows } = await run(connection, compile({ dataset: "orders", root, rows: null }, dialect));
    return new Set(rows.map(([customer]) => String(customer)));
  }

  test("every metric type is split by membership as if the rows told it", async () => {
    const told = new Map([
      ["best", await members("best")],
      ["dutch-web", await members("dutch-web")],
    ] as const);
    for (const among of told.values()) expect(among.size).toBeGreaterThan(2);
    const tables = flattened(told);
    const place = await other(tables);
    for (const [by, where] of [
      [["best"], null],
      [["dutch-web", "channel"], null],
      [["country"], 'best or "dutch-web"'],
    ] as const) {
      const asked = { ...range, grain: "quarter" as const, by: [...by], where };
      const answer = await ask(connection, datasets, journeyMetrics, asked, { segments });
      const expected = await ask(place, tables, journeyMetrics, asked);
      const bare = (series: typeof answer.series) => series.map((one) => ({ ...one, segment: Object.values(one.segment) }));
      expect(close(bare(answer.series))).toEqual(close(bare(expected.series)));
    }
  });

  test("a segment is split into the one part that it is", async () => {
    const count = [{ id: "orders", type: "count", dataset: "orders" }];
    const asked = { metrics: ["orders"], grain: "total" as const, asOf, segment: "best" };
    const { series } = await ask(connection, datasets, count, { ...asked, by: ["best"] }, { segments });
    expect(series.map(({ segment }) => segment)).toEqual([{ best: true }]);
  });
});

test.each([duckdb, clickhouse])("golden SQL of joins and segments as columns: $name", async (written) => {
  const metrics = [{ id: "revenue", type: "sum", dataset: "orders", of: "amount", where: "people.country = 'NL'" }];
  const framework = frameworkOf(datasets, metrics, "01-01", segments);
  const query = queryOf({ metrics: ["revenue"], by: ["country", "best"] });
  const { plans } = planQuery(framework, catalogOf(datasets, "2026-12-31"), query);
  const text = `${plans.map((plan) => compile(plan, written).text).join(";\n\n")};\n`;
  await expect(text).toMatchFileSnapshot(`../golden/${written.name}-joins.sql`);
});
