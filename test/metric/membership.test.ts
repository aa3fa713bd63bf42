import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDuration, shiftDay } from "../../src/calendar/index.ts";
import { customersOf, definitionOf, fingerprintOf, measuredDatasets, spokenDefinition } from "../../src/metric/index.ts";
import { compile } from "../../src/sql/index.ts";
import { journeyMetrics } from "./journeys.ts";
import { journeysOf } from "./journey-rows.ts";
import { connect, type Connection, dialect, makeTable, run } from "./place.ts";
import { ask, catalogOf, dayOf, frameworkOf, type Row, type TestDataset } from "./shop.ts";

const datasets = journeysOf(160, 7);
const orders = datasets.find(({ id }) => id === "orders")!;
const segments = [
  { id: "web", dataset: "orders", where: "channel = 'web' and amount > 50" },
  { id: "away", dataset: "orders", lapsed: "3 months" },
  { id: "best", dataset: "orders", top: 0.25, of: "amount" },
  { id: "champions", dataset: "orders", rfm: ["5**", "*45", "1*1"], of: "amount" },
  { id: "best-of-web", dataset: "orders", where: "channel = 'web'", top: 0.5, lapsed: "1 month", of: "amount" },
  { id: "everyone", dataset: "orders", rfm: "***", of: "amount" },
];
type Id = "web" | "away" | "best" | "champions" | "best-of-web" | "everyone";

/** What loops over the rows say of a segment's customers. */
function members(id: Id, asOf: string): string[] {
  const cents = (row: Row) => Math.round((row["amount"] as number) * 100);
  const existing = orders.rows.filter((row) => row["customer"] !== null && dayOf(row, "at") !== null && dayOf(row, "at")! <= asOf);
  const rows = existing.filter((row) => {
    if (id === "web") return row["channel"] === "web" && cents(row) > 5000;
    return id === "best-of-web" ? row["channel"] === "web" : true;
  });
  const customers = [...new Set(rows.map((row) => String(row["customer"])))].sort().map((customer) => {
    const own = rows.filter((row) => row["customer"] === customer);
    const days = own.map((row) => dayOf(row, "at")!);
    return { customer, last: days.sort().at(-1)!, days: new Set(days).size, worth: own.reduce((sum, row) => sum + cents(row), 0) };
  });
  const best = (count: number) => new Set([...customers].sort((a, b) => b.worth - a.worth).slice(0, count));
  const silent = (duration: string, last: string) => last <= shiftDay(asOf, parseDuration(duration)!, -1);
  const score = (below: number) => Math.floor((5 * below) / customers.length) + 1;
  const kept = customers.filter((one) => {
    if (id === "away") return silent("3 months", one.last);
    if (id === "best") return best(Math.ceil(customers.length / 4)).has(one);
    if (id === "best-of-web") return best(Math.ceil(customers.length / 2)).has(one) && silent("1 month", one.last);
    if (id !== "champions") return true;
    const recency = score(customers.filter(({ last }) => last < one.last).length);
    const frequency = score(customers.filter(({ days }) => days < one.days).length);
    const money = score(customers.filter(({ worth }) => worth < one.worth).length);
    return recency === 5 || (frequency === 4 && money === 5) || (recency === 1 && money === 1);
  });
  return kept.map(({ customer }) => customer);
}

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  for (const dataset of datasets) await makeTable(connection, dataset);
});

async function found(id: string, asOf: string, from: readonly TestDataset[] = datasets, of: readonly unknown[] = segments) {
  const root = customersOf(frameworkOf(from, [], "01-01", of), catalogOf(from, asOf), id, asOf);
  const { rows } = await run(connection, compile({ dataset: "orders", root, rows: null }, dialect));
  return rows.map(([customer]) => String(customer)).sort();
}

describe("who is in a segment", () => {
  const days = ["2020-01-25", "2020-02-29", "2020-07-15", "2020-12-31", "2021-03-31", "2026-12-31"];
  test.each(segments.map(({ id }) => id as Id))("%s: whom loops over the rows find", async (id) => {
    let most = 0;
    for (const asOf of days) {
      const expected = members(id, asOf);
      expect(await found(id, asOf), asOf).toEqual(expected);
      most = Math.max(most, expected.length);
    }
    expect(most).toBeGreaterThan(0);
  });

  test("a tenth of thirty is three; of equal customers the first ids", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ at: "2026-01-05", customer: `k${10 + index}`, revenue: 10 }));
    const sales: TestDataset = {
      id: "sales",
      time: "at",
      customer: "customer",
      columns: { at: "date", customer: "text", revenue: "decimal" },
      rows,
    };
    await makeTable(connection, sales);
    expect(await found("tenth", "2026-02-01", [sales], [{ id: "tenth", top: 0.1 }])).toEqual(["k10", "k11", "k12"]);
    expect(await found("low", "2026-02-01", [sales], [{ id: "low", rfm: "111" }])).toHaveLength(30);
  });
});

describe("metrics of a segment", () => {
  /** Tables with only the rows of some customers. */
  async function only(customers: readonly string[]): Promise<Connection> {
    const other = await connect();
    const kept = new Set(customers);
    for (const dataset of datasets)
      await makeTable(other, { ...dataset, rows: dataset.rows.filter((row) => kept.has(String(row["customer"]))) });
    return other;
  }

  const ids = journeyMetrics.map((metric) => (metric as { id: string }).id);
  const customerless = new Set(datasets.filter(({ customer }) => customer === undefined).map(({ id }) => id));

  test("every type that follows customers counts as if there were no other customers", async () => {
    expect(customerless.size).toBe(0);
    for (const id of ["web", "away", "best"] as const) {
      const asked = { metrics: ids, grain: "month" as const, from: "2020-02-01", to: "2021-02-28", asOf: "2021-03-31" };
      const other = await only(members(id, asked.asOf));
      for (const by of [[], ["channel"]]) {
        const whole = await ask(connection, datasets, journeyMetrics, { ...asked, by, segment: id }, { segments });
        expect(whole).toEqual(await ask(other, datasets, journeyMetrics, { ...asked, by }));
        expect(whole.series.some(({ points }) => points.some(({ value }) => value !== null && value !== 0))).toBe(true);
      }
    }
  });

  const metrics = [
    { id: "all", type: "count", dataset: "visits" },
    { id: "of-web", type: "count", dataset: "visits", segment: "web" },
    { id: "people", type: "count-distinct", dataset: "visits", of: "customer", segment: "web" },
    { id: "part", type: "ratio", numerator: "of-web", denominator: "all" },
    { id: "year", type: "rolling", metric: "of-web", window: "12 months" },
    {
      id: "bought",
      type: "conversion",
      from: { dataset: "visits" },
      to: { dataset: "orders" },
      window: "30 days",
      segment: "web",
    },
  ];
  const plain = metrics.map((metric) => Object.fromEntries(Object.entries(metric).filter(([key]) => key !== "segment")));
  const range = { from: "2020-02-01", to: "2021-02-28", asOf: "2021-03-31" };

  test("a metric's own segment is its own alone, and is met together with the query's", async () => {
    const asked = { metrics: ["all", "of-web", "people", "part", "year", "bought"], grain: "quarter" as const, ...range };
    const answer = await ask(connection, datasets, metrics, asked, { segments });
    const of = ({ series }: typeof answer, id: string) => series.find(({ metric }) => metric === id)!.points.map(({ value }) => value);
    const all = await ask(connection, datasets, plain, asked);
    const web = await ask(await only(members("web", range.asOf)), datasets, plain, asked);
    expect(of(answer, "all")).toEqual(of(all, "all"));
    for (const id of ["of-web", "people", "year", "bought"]) expect(of(answer, id)).toEqual(of(web, id));
    expect(of(answer, "part")).toEqual(of(all, "all").map((whole, index) => of(web, "of-web")[index]! / whole!));

    const both = members("web", range.asOf).filter((one) => members("away", range.asOf).includes(one));
    const narrowed = await ask(connection, datasets, metrics, { ...asked, segment: "away" }, { segments });
    expect(of(narrowed, "of-web")).toEqual(of(await ask(await only(both), datasets, plain, asked), "of-web"));
  });

  test("a customer is the same one as a number and as a text", async () => {
    const columns = { at: "date", customer: "integer" } as const;
    const rows = [7, 7, 8, null].map((customer) => ({ at: "2026-01-05", customer }));
    const calls: TestDataset = { id: "tickets", time: "at", customer: "customer", columns, rows };
    const people: TestDataset = {
      id: "people",
      time: null,
      customer: "customer",
      columns: { customer: "text", country: "text" },
      rows: [
        { customer: "7", country: "NL" },
        { customer: "8", country: "BE" },
        { customer: null, country: "NL" },
      ],
    };
    await makeTable(connection, calls);
    await makeTable(connection, people);
    const dutch = [{ id: "dutch", dataset: "people", where: "country = 'NL'" }];
    const count = { id: "tickets", type: "count", dataset: "tickets" };
    const { series } = await ask(connection, [calls, people], [count], { metrics: ["tickets"], segment: "dutch" }, { segments: dutch });
    expect(series[0]!.points.map(({ value }) => value)).toEqual([2]);
  });

  test("any segment, condition and as-of splits the customers' rows in two parts", async () => {
    const day = fc.integer({ min: 0, max: 480 }).map((offset) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10));
    const counted = [{ id: "visits", type: "count", dataset: "visits", where: "customer is not null" }];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...segments.map(({ id }) => id as Id)), day, fc.boolean(), async (id, asOf, web) => {
        const where = web ? "channel = 'web'" : null;
        const asked = { metrics: ["visits"], grain: "total" as const, asOf, where };
        const value = async (segment: string | null) =>
          (await ask(connection, datasets, counted, { ...asked, segment }, { segments })).series[0]?.points[0]?.value ?? 0;
        const those = new Set(members(id, asOf));
        const visits = datasets
          .find((one) => one.id === "visits")!
          .rows.filter((row) => dayOf(row, "at")! <= asOf && row["customer"] !== null);
        const passing = visits.filter((row) => !web || row["channel"] === "web");
        expect(await value(id)).toBe(passing.filter((row) => those.has(String(row["customer"]))).length);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test("definitions and fingerprints know the segment", () => {
    const framework = frameworkOf(datasets, metrics, "01-01", segments);
    const changed = frameworkOf(datasets, metrics, "01-01", [{ ...segments[0], where: "amount > 60" }]);
    expect(definitionOf(framework, "of-web")).toBe("count of rows over visits of web");
    expect(spokenDefinition(framework, "of-web").nl).toContain("visits van “web”");
    expect(measuredDatasets(framework, "of-web")).toEqual(["visits", "orders"]);
    expect(fingerprintOf(framework, "of-web")).not.toBe(fingerprintOf(changed, "of-web"));
    expect(fingerprintOf(framework, "all")).toBe(fingerprintOf(changed, "all"));
  });

  test.each([
    ["unknown-segment", "there is none", { id: "other", where: "true" }],
    ["broken-segment", "no rule", { id: "x", dataset: "orders" }],
    ["broken-segment", "several datasets", { id: "x", lapsed: "1 month" }],
    ["unknown-dataset", "no such dataset", { id: "x", dataset: "order", lapsed: "1 month" }],
    ["unknown-column", "no revenue", { id: "x", dataset: "orders", top: 0.1 }],
    ["unknown-column", "no such column", { id: "x", dataset: "orders", where: "colour = 'red'" }],
    ["broken-expression", "no condition", { id: "x", dataset: "orders", where: "amount" }],
    ["not-a-number", "money in words", { id: "x", dataset: "orders", rfm: "5**", of: "channel" }],
  ])("%s: %s", async (code, _, segment) => {
    const asked = ask(connection, datasets, plain, { metrics: ["all"], segment: "x" }, { segments: [segment] });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test("rows without customers have no segment, and customers without days have not lapsed", async () => {
    const counters: TestDataset = { id: "counters", time: "at", columns: { at: "date" }, rows: [{ at: "2026-01-05" }] };
    const people: TestDataset = { id: "people", time: null, customer: "customer", columns: { customer: "text" }, rows: [] };
    const count = { id: "counted", type: "count", dataset: "counters" };
    const asked = (segment: unknown) =>
      ask(connection, [counters, people], [count], { metrics: ["counted"], segment: "x" }, { segments: [segment] });
    await expect(asked({ id: "x", where: "true" })).rejects.toMatchObject({ code: "no-customer" });
    await expect(asked({ id: "x", lapsed: "1 month" })).rejects.toMatchObject({ code: "time-needed" });
  });
});
