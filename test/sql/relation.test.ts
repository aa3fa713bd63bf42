import { describe, expect, test } from "vitest";
import { explain, planQuery, type PlannedQuery } from "../../src/metric/index.ts";
import { compile } from "../../src/sql/index.ts";
import { dialect } from "../metric/place.ts";
import { catalogOf, frameworkOf, queryOf, type TestDataset } from "../metric/shop.ts";

const datasets: readonly TestDataset[] = [
  {
    id: "orders",
    time: "at",
    customer: "customer",
    columns: { at: "timestamp", customer: "text", channel: "text", amount: "decimal" },
    rows: [
      { at: "2025-11-05 10:00:00", customer: "a", channel: "web", amount: 10 },
      { at: "2026-01-15 10:00:00", customer: "a", channel: "web", amount: 10 },
    ],
  },
  {
    id: "visits",
    time: "on",
    customer: "visitor",
    columns: { on: "date", visitor: "integer", channel: "text" },
    rows: [
      { on: "2025-11-05", visitor: 1, channel: "web" },
      { on: "2026-01-15", visitor: 1, channel: "web" },
    ],
  },
  {
    id: "terms",
    time: "start",
    customer: "customer",
    columns: { start: "date", ended: "timestamp", customer: "text", fee: "decimal", channel: "text" },
    rows: [
      { start: "2025-11-05", ended: null, customer: "a", fee: 10, channel: "web" },
      { start: "2026-01-05", ended: null, customer: "b", fee: 10, channel: "web" },
    ],
  },
];

const metrics = [
  { id: "revenue", type: "sum", dataset: "orders", of: "amount" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "frequency", type: "ratio", numerator: "revenue", denominator: "customers" },
  { id: "rolling-year", type: "rolling", metric: "frequency", window: "12 months" },
  { id: "bought", type: "conversion", from: { dataset: "visits" }, to: { dataset: "orders", where: "amount > 0" }, window: "30 days" },
  { id: "back-in-a-week", type: "retention", dataset: "orders", age: "1 week", mode: "on" },
  { id: "back-in-30-days", type: "retention", dataset: "orders", age: "30 days", mode: "within" },
  { id: "worth", type: "lifetime-value", dataset: "orders", of: "amount", horizon: "12 months" },
  { id: "silent", type: "churn", kind: "silence", dataset: "orders", after: "3 months" },
  { id: "returned", type: "reactivation", dataset: "orders", lapsed: "6 months" },
  { id: "best-returned", type: "reactivation", dataset: "orders", lapsed: "6 months", active: "2 years", top: 0.1, of: "amount" },
  { id: "nrr", type: "recurring", dataset: "terms", amount: "fee", started: "start", ended: "ended", measure: "nrr" },
  { id: "mrr", type: "recurring", dataset: "terms", amount: "fee", started: "start", ended: "ended", measure: "mrr" },
  { id: "length", type: "duration", dataset: "terms", start: "start", end: "ended", statistic: "median", in: "days" },
  { id: "best-revenue", type: "sum", dataset: "orders", of: "amount", segment: "best" },
  { id: "best-visits", type: "count", dataset: "visits", segment: "away" },
];

const segments = [
  { id: "best", dataset: "orders", where: "channel = 'web'", top: 0.2, of: "amount" },
  { id: "away", dataset: "orders", lapsed: "3 months", rfm: ["*5*", "1*5"], of: "amount" },
];

function planned(asked: readonly string[], by: readonly string[] = []): PlannedQuery {
  return planQuery(
    frameworkOf(datasets, metrics, "01-01", segments),
    catalogOf(datasets, "2026-12-31"),
    queryOf({ metrics: asked, by }),
    new Map(),
  );
}

describe("golden SQL of plans of several nodes", () => {
  test.each([
    ["conversion", ["bought"], ["channel"], 1],
    ["cohorts-share-one-relation", ["back-in-a-week", "back-in-30-days", "worth"], ["channel"], 1],
    ["customer-states-share-one-relation", ["silent", "returned"], ["channel"], 1],
    ["reactivation-of-the-best", ["best-returned"], [], 1],
    ["contracts", ["mrr", "nrr"], [], 1],
    // What adds up is added a day first; customers are counted anew over every window.
    ["rolling-ratio", ["rolling-year"], ["channel"], 2],
    ["elapsed", ["length"], [], 1],
    ["segments", ["revenue", "best-revenue", "best-visits"], [], 3],
  ])("%s", async (name, asked, by, count) => {
    const { plans } = planned(asked, by);
    expect(plans).toHaveLength(count);
    const text = `${plans.map((plan) => compile(plan, dialect).text).join(";\n\n")};\n`;
    await expect(text).toMatchFileSnapshot(`../golden/${dialect.name}-${name}.sql`);
  });

  test("equal plans give equal text", () => {
    const ids = metrics.map(({ id }) => id);
    const texts = () => planned(ids, ["channel"]).plans.map((plan) => compile(plan, dialect).text);
    expect(texts()).toEqual(texts());
  });
});

test("plans of several nodes are told readably", async () => {
  const asked = ["bought", "silent", "rolling-year", "mrr", "best-visits"];
  await expect(explain(planned(asked))).toMatchFileSnapshot("../golden/explained-relations.txt");
});
