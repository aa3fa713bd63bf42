import { HelderError } from "../../src/framework/index.ts";
import { type MetricQuery, planQuery } from "../../src/metric/index.ts";
import { catalogOf, frameworkOf, queryOf, type TestDataset } from "./shop.ts";

const orders: TestDataset = {
  id: "orders",
  time: "on",
  completeThrough: "2026-03-31",
  columns: { on: "date", Channel: "text", amount: "decimal", customer: "text", "known revenue": "decimal" },
  rows: [
    { on: "2026-01-05", Channel: "web", amount: 10, customer: "a", "known revenue": 1 },
    { on: "2026-01-20", Channel: "web", amount: 30, customer: "a", "known revenue": 1 },
    { on: "2026-01-31", Channel: null, amount: null, customer: null, "known revenue": null },
    { on: "2026-03-03", Channel: "shop", amount: 20.5, customer: "b", "known revenue": 2 },
    { on: null, Channel: "web", amount: 1000, customer: "z", "known revenue": 3 },
  ],
};
const visits: TestDataset = {
  id: "visits",
  time: "at",
  columns: { at: "timestamp", channel: "text" },
  rows: ["2025-12-30 10:00:00", "2026-01-02 10:00:00", "2026-01-03 10:00:00", "2026-02-01 10:00:00"].map((at) => ({ at, channel: "web" })),
};
export const telco: TestDataset = {
  id: "telco",
  time: null,
  columns: { churn: "text", monthly: "decimal" },
  rows: [
    { churn: "Yes", monthly: 10 },
    { churn: "No", monthly: 20 },
    { churn: null, monthly: 30 },
    { churn: "No", monthly: null },
  ],
};
export const datasets = [orders, visits, telco];

export const metrics = [
  { id: "revenue", type: "sum", dataset: "orders", of: "amount", unit: "currency" },
  { id: "orders", type: "count", dataset: "orders" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "average", type: "average", dataset: "orders", of: "amount" },
  { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" },
  { id: "visits", type: "count", dataset: "visits" },
  { id: "conversion", type: "ratio", numerator: "orders", denominator: "visits", unit: "percent" },
  { id: "buyers-per-visit", type: "ratio", numerator: "customers", denominator: "visits" },
  { id: "left-over", type: "formula", formula: "revenue - 5 * orders" },
  { id: "per-left-over", type: "ratio", numerator: "revenue", denominator: "left-over" },
  { id: "churn", type: "share", dataset: "telco", of: "churn = 'Yes'" },
  { id: "mrr", type: "sum", dataset: "telco", of: "monthly" },
  { id: "price", type: "observed", dataset: "orders", of: "amount", unit: "currency" },
  { id: "satisfaction", type: "observed", unit: "score", series: [{ from: "2026-01-01", to: "2026-01-31", value: 7 }] },
];

/** Why a query cannot be planned. */
export function failure(query: Partial<MetricQuery> & Pick<MetricQuery, "metrics">, asked: readonly unknown[] = metrics): HelderError {
  try {
    planQuery(frameworkOf(datasets, asked), catalogOf(datasets, "2026-12-31"), queryOf(query));
  } catch (error) {
    if (error instanceof HelderError) return error;
    throw error;
  }
  throw new Error("no error");
}
