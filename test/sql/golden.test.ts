import { describe, expect, test } from "vitest";
import { type MetricQuery, planQuery } from "../../src/metric/index.ts";
import { clickhouse, compile, duckdb } from "../../src/sql/index.ts";
import { catalogOf, frameworkOf, queryOf, type TestDataset } from "../metric/shop.ts";

const orders: TestDataset = {
  id: "orders",
  time: "ordered_at",
  columns: {
    ordered_at: "timestamp",
    channel: "text",
    customer_id: "text",
    quantity: "integer",
    unit_price: "decimal",
    weight: "double",
    status: "text",
    paid: "boolean",
    delivered_on: "date",
  },
  rows: [],
};
const telco: TestDataset = { id: "telco", time: null, columns: { churn: "text", contract: "text" }, rows: [] };

const metrics = [
  { id: "revenue", type: "sum", dataset: "orders", of: "quantity * unit_price", unit: "currency" },
  { id: "orders", type: "count", dataset: "orders" },
  { id: "web-orders", type: "count", dataset: "orders", where: "channel = 'web'" },
  { id: "web-revenue", type: "sum", dataset: "orders", of: "quantity * unit_price", where: "channel = 'web'" },
  { id: "app-orders", type: "count", dataset: "orders", where: "channel = 'app' and paid" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer_id" },
  { id: "average-price", type: "average", dataset: "orders", of: "unit_price" },
  { id: "median-price", type: "median", dataset: "orders", of: "unit_price" },
  { id: "p90-weight", type: "percentile", dataset: "orders", of: "weight", p: 0.9 },
  { id: "heaviest", type: "max", dataset: "orders", of: "weight" },
  { id: "lightest", type: "min", dataset: "orders", of: "weight" },
  { id: "total-weight", type: "sum", dataset: "orders", of: "weight" },
  { id: "paid-share", type: "share", dataset: "orders", of: "paid", where: "status <> 'cancelled'" },
  { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" },
  { id: "shown-price", type: "observed", dataset: "orders", of: "unit_price" },
  { id: "days-to-deliver", type: "average", dataset: "orders", of: "delivered_on - cast(ordered_at as date)" },
  { id: "churn", type: "share", dataset: "telco", of: "churn = 'Yes'" },
];

const cases: Readonly<Record<string, Partial<MetricQuery> & Pick<MetricQuery, "metrics">>> = {
  "sum-by-month": { metrics: ["revenue"] },
  "ratio-by-month-and-channel": { metrics: ["aov"], by: ["channel"], from: "2026-01-01", to: "2026-03-31" },
  "many-metrics-one-scan": {
    metrics: ["revenue", "orders", "web-orders", "app-orders", "customers", "average-price", "paid-share"],
    grain: "week",
    by: ["status"],
  },
  "shared-condition": { metrics: ["web-orders", "web-revenue"], grain: "quarter" },
  "conditions-of-no-common-row": { metrics: ["web-orders", "app-orders"], grain: "day", where: "status <> 'cancelled' or paid" },
  percentiles: { metrics: ["median-price", "p90-weight"], grain: "year" },
  "doubles-in-a-fixed-order": { metrics: ["total-weight", "heaviest", "lightest"], grain: "day", by: ["weight"] },
  "newest-row": { metrics: ["shown-price"], grain: "month" },
  "days-between": { metrics: ["days-to-deliver"], grain: "total" },
  "without-time": { metrics: ["churn"], grain: "total", by: ["contract"] },
};

const datasets = [orders, telco];

describe.each([duckdb, clickhouse])("a query compiles to SQL that reads like documentation: $name", (dialect) => {
  test.each(Object.entries(cases))("%s", async (name, query) => {
    const { plans } = planQuery(frameworkOf(datasets, metrics), catalogOf(datasets, "2026-12-31"), queryOf(query));
    expect(plans).toHaveLength(1);
    const { text, parameters } = compile(plans[0]!, dialect);
    const listed = parameters.map((value, index) => `-- ${dialect.parameter(index + 1)} = ${JSON.stringify(value)}\n`).join("");
    await expect(`${listed}${text};\n`).toMatchFileSnapshot(`../golden/${dialect.name}-${name}.sql`);
  });

  test("fiscal year", async () => {
    const planned = planQuery(
      frameworkOf(datasets, metrics, "07-01"),
      catalogOf(datasets, "2026-12-31", "07-01"),
      queryOf({ metrics: ["orders"], grain: "year" }),
    );
    await expect(`${compile(planned.plans[0]!, dialect).text};\n`).toMatchFileSnapshot(`../golden/${dialect.name}-fiscal-year.sql`);
  });

  test("the same text for the same plan", () => {
    const query = queryOf(cases["many-metrics-one-scan"]!);
    const compiled = () => compile(planQuery(frameworkOf(datasets, metrics), catalogOf(datasets, "2026-12-31"), query).plans[0]!, dialect);
    expect(compiled()).toEqual(compiled());
  });
});
