import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, total, truth, values, workspaceWith } from "./shared.ts";

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
`;

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
