import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, shiftDay } from "../../src/calendar/index.ts";
import { lines, present, total, truth, values, workspaceWith } from "./shared.ts";

const yaml = `
helder: 1
name: CDNOW
datasets:
  - {id: purchases, file: data/cdnow_sample.csv, time: date, customer: customer_id}
metrics:
  - {id: revenue, type: sum, dataset: purchases, of: amount, unit: currency}
  - {id: cds, type: sum, dataset: purchases, of: cds}
  - {id: rows, type: count, dataset: purchases}
  - {id: free, type: count, dataset: purchases, where: amount = 0}
  - {id: customers, type: count-distinct, dataset: purchases, of: customer_id}
  - {id: next-month, type: retention, dataset: purchases, age: 1 month, mode: on}
  - {id: within-half-year, type: retention, dataset: purchases, age: 182 days, mode: within}
  - {id: ever-again, type: retention, dataset: purchases, age: 600 days, mode: within}
  - {id: worth, type: lifetime-value, dataset: purchases, of: amount, horizon: 12 months}
  - {id: silent, type: churn, kind: silence, dataset: purchases, after: 3 months}
  - {id: returned, type: reactivation, dataset: purchases, lapsed: 3 months}
`;

interface Purchase {
  readonly customer: string;
  readonly day: string;
  readonly cents: number;
}

function purchases(): readonly Purchase[] {
  const [header, ...rows] = lines("cdnow/cdnow_sample.csv").map((line) => line.split(","));
  const [customer, day, amount] = ["customer_id", "date", "amount"].map((name) => header!.indexOf(name)) as [number, number, number];
  return rows.map((row) => ({ customer: row[customer]!, day: row[day]!, cents: Math.round(Number(row[amount]) * 100) }));
}

describe.skipIf(!present)("CDNOW", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(["cdnow/cdnow_sample.csv"], yaml);
  });
  afterAll(() => opened.dispose());

  test("revenue by month is right to the cent, and sums to the total", async () => {
    const expected = truth["cdnow_sample"];
    expect(await values(opened.engine, "revenue")).toEqual(expected.revenue_by_month);
    expect(await total(opened.engine, "revenue")).toBe(expected.total_amount);
  });

  test("rows, customers and CDs", async () => {
    const expected = truth["cdnow_sample"];
    expect(await total(opened.engine, "rows")).toBe(expected.rows);
    expect(await total(opened.engine, "customers")).toBe(expected.customers);
    expect(await total(opened.engine, "cds")).toBe(expected.total_cds);
    expect(await total(opened.engine, "free")).toBe(expected.rows_amt_zero);
  });

  test("cohorts: who came back is counted as by hand", async () => {
    const rows = purchases();
    const first = new Map<string, string>();
    for (const { customer, day } of rows) if (!first.has(customer) || day < first.get(customer)!) first.set(customer, day);
    const months = ["1997-01", "1997-02", "1997-03"];
    const cohorts = months.map((month) => [...first].filter(([, day]) => day.startsWith(month)).map(([customer]) => customer));
    // All 2,357 customers are those of the first quarter of 1997.
    expect(cohorts.flat()).toHaveLength(truth["cdnow_sample"].customers);
    const share = (back: (row: Purchase) => boolean) =>
      cohorts.map((cohort) => {
        const ids = new Set(cohort);
        return new Set(rows.filter((row) => ids.has(row.customer) && back(row)).map(({ customer }) => customer)).size / cohort.length;
      });
    const after = (customer: string, days: number) => addDays(first.get(customer)!, days);
    const found = async (metric: string) => Object.values(await values(opened.engine, metric, { from: "1997-01-01", to: "1997-03-31" }));
    expect(await found("next-month")).toEqual(
      share(({ customer, day }) => Number(day.slice(5, 7)) === Number(first.get(customer)!.slice(5, 7)) + 1 && day < "1998"),
    );
    expect(await found("within-half-year")).toEqual(
      share(({ customer, day }) => day > first.get(customer)! && day <= after(customer, 182)),
    );
    // The known repeaters are those with a purchase on another day.
    const repeaters = Math.round((await total(opened.engine, "ever-again"))! * truth["cdnow_sample"].customers);
    const fitted = truth["cdnow_sample"];
    expect(repeaters).toBe(fitted.repeat_customers);
    expect((await total(opened.engine, "ever-again"))! * 100).toBeCloseTo(fitted.repeat_rate_pct, 5);
    const worth = cohorts.map((cohort) => {
      const ids = new Set(cohort);
      const within = rows.filter(
        ({ customer, day }) => ids.has(customer) && day < shiftDay(first.get(customer)!, { count: 12, unit: "month" }),
      );
      return within.reduce((sum, { cents }) => sum + cents, 0) / 100 / cohort.length;
    });
    (await found("worth")).forEach((value, index) => expect(value).toBeCloseTo(worth[index]!, 9));
  });

  test("silence and return are counted as by hand", async () => {
    const days = new Map<string, string[]>();
    for (const { customer, day } of purchases()) days.set(customer, [...(days.get(customer) ?? []), day]);
    const within = (customer: string, from: string, before: string) => days.get(customer)!.some((day) => day >= from && day < before);
    const all = [...days.keys()];
    const active = all.filter((customer) => within(customer, "1997-07-01", "1997-10-01"));
    const lapsed = all.filter((customer) => !active.includes(customer) && within(customer, "1997-01-01", "1997-07-01"));
    const quarter = { grain: "quarter", from: "1997-10-01", to: "1997-12-31" } as const;
    const lost = active.filter((customer) => !within(customer, "1997-10-01", "1998-01-01"));
    const back = lapsed.filter((customer) => within(customer, "1997-10-01", "1998-01-01"));
    expect(await values(opened.engine, "silent", quarter)).toEqual({ "1997-Q4": lost.length / active.length });
    expect(await values(opened.engine, "returned", quarter)).toEqual({ "1997-Q4": back.length / lapsed.length });
  });

  test("the range of a total is that of the rows", async () => {
    const { series } = await opened.engine.query({
      metrics: ["rows"],
      grain: "total",
      by: [],
      where: null,
      from: null,
      to: null,
      asOf: null,
      compare: null,
    });
    expect(series[0]!.points[0]).toMatchObject({
      period: "total",
      from: truth["cdnow_sample"].date_min,
      to: truth["cdnow_sample"].date_max,
    });
  });
});
