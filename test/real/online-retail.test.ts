import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, total, truth, values, workspaceWith } from "./shared.ts";

const sale = "InvoiceNo not like 'C%' and InvoiceNo not like 'A%' and Quantity > 0 and UnitPrice > 0";
const yaml = `
helder: 1
name: Online Retail
timezone: Europe/London
datasets:
  - &lines
    id: lines
    file: data/online_retail_first5000.csv
    time: InvoiceDate
    customer: CustomerID
    columns: {revenue: Quantity * UnitPrice}
  - id: sales
    file: data/online_retail_first5000.csv
    time: InvoiceDate
    customer: CustomerID
    columns: {revenue: Quantity * UnitPrice}
    where: ${sale}
  - id: distinct-sales
    file: data/online_retail_first5000.csv
    time: InvoiceDate
    key: all
    columns: {revenue: Quantity * UnitPrice}
    where: ${sale}
metrics:
  - {id: rows, type: count, dataset: lines}
  - {id: invoices, type: count-distinct, dataset: lines, of: InvoiceNo}
  - {id: cancelled, type: count, dataset: lines, where: InvoiceNo like 'C%'}
  - {id: cancelled-invoices, type: count-distinct, dataset: lines, of: InvoiceNo, where: InvoiceNo like 'C%'}
  - {id: anonymous, type: count, dataset: lines, where: CustomerID is null}
  - {id: sales-rows, type: count, dataset: sales}
  - {id: orders, type: count-distinct, dataset: sales, of: InvoiceNo}
  - {id: revenue, type: sum, dataset: sales, of: revenue, unit: currency}
  - {id: units, type: sum, dataset: sales, of: Quantity}
  - {id: aov, type: ratio, numerator: revenue, denominator: orders}
  - {id: known-revenue, type: sum, dataset: sales, of: revenue, where: CustomerID is not null}
  - {id: known-orders, type: count-distinct, dataset: sales, of: InvoiceNo, where: CustomerID is not null}
  - {id: known-customers, type: count-distinct, dataset: sales, of: CustomerID}
  - {id: known-share, type: formula, formula: '"known-revenue" / revenue', unit: percent}
  - {id: revenue-once, type: sum, dataset: distinct-sales, of: revenue}
`;

describe.skipIf(!present)("Online Retail", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(["retail/online_retail_first5000.csv"], yaml);
  });
  afterAll(() => opened.dispose());

  const answers = {
    rows: "rows",
    invoices: "distinct_invoices",
    cancelled: "cancel_rows",
    "cancelled-invoices": "cancel_invoices",
    anonymous: "rows_without_customer",
    "sales-rows": "sales.rows",
    orders: "sales.orders",
    revenue: "sales.revenue",
    units: "sales.units",
    aov: "sales.AOV",
    "known-revenue": "identified.revenue",
    "known-orders": "identified.orders",
    "known-customers": "identified.customers",
    "known-share": "identified.share_of_revenue",
    "revenue-once": "sales.revenue_without_exact_duplicates",
  };
  test.each(Object.entries(answers))("%s", async (metric, path) => {
    const expected = path.split(".").reduce((value, key) => value[key], truth["online_retail_first5000"]);
    expect(await total(opened.engine, metric)).toBeCloseTo(expected, 9);
  });

  test("revenue by day and by country", async () => {
    const { sales } = truth["online_retail_first5000"];
    expect(await values(opened.engine, "revenue", { grain: "day" })).toEqual(sales.revenue_by_day);
    expect(await values(opened.engine, "revenue", { grain: "total", by: ["Country"] })).toEqual(sales.revenue_by_country);
  });

  test("exact duplicates are counted where they are kept, and dropped where the key is `all`", async () => {
    const { datasets } = await opened.engine.load({ datasets: null });
    const duplicates = Object.fromEntries(datasets.map((dataset) => [dataset.id, dataset.duplicates]));
    expect(duplicates["lines"]).toEqual({ identical: 79, differing: 0 });
    expect(duplicates["distinct-sales"]).toEqual({ identical: 79, differing: 0 });
  });
});
