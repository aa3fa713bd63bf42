import { describe, expect, test } from "vitest";
import type { Framework } from "../../src/framework/index.ts";
import {
  closesOn,
  definitionOf,
  isAdditive,
  kinds,
  measuredDatasets,
  minimumOf,
  reachOf,
  unitOf,
  windowsOf,
} from "../../src/metric/index.ts";
import { frameworkOf } from "./shop.ts";

const metrics = [
  { id: "revenue", type: "sum", dataset: "orders", of: "revenue", unit: "currency" },
  { id: "web", type: "count", dataset: "orders", where: "channel='web'   or channel = 'app'" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "average", type: "average", dataset: "orders", of: "price" },
  { id: "least", type: "min", dataset: "orders", of: "price" },
  { id: "most", type: "max", dataset: "orders", of: "price" },
  { id: "middle", type: "median", dataset: "orders", of: "price" },
  { id: "p90", type: "percentile", dataset: "orders", of: "price", p: 0.9 },
  { id: "paid", type: "share", dataset: "visits", of: "paid" },
  { id: "aov", type: "ratio", numerator: "revenue", denominator: "web" },
  { id: "per-customer", type: "ratio", numerator: "web", denominator: "customers" },
  { id: "mix", type: "formula", formula: "aov*paid" },
  { id: "noted", type: "observed" },
  { id: "newest", type: "observed", dataset: "orders", of: "price" },
  { id: "year", type: "rolling", metric: "revenue", window: "12 months" },
  { id: "so-far", type: "running", metric: "aov", since: "year" },
  { id: "bought", type: "conversion", from: { dataset: "visits", where: "paid" }, to: { dataset: "orders" }, window: "30 days" },
  { id: "back", type: "retention", dataset: "visits", age: "1 month", mode: "on" },
  { id: "silent", type: "churn", kind: "silence", dataset: "visits", after: "12 months" },
  { id: "lost", type: "churn", kind: "contractual", dataset: "visits", started: "a", ended: "b" },
  { id: "returned", type: "reactivation", dataset: "visits", lapsed: "12 months" },
  { id: "returned-soon", type: "reactivation", dataset: "visits", lapsed: "12 months", active: "3 years" },
  { id: "wait", type: "duration", dataset: "visits", start: "a", end: "b", statistic: "p90", in: "days" },
  { id: "nps", type: "nps", dataset: "visits", of: "score" },
  { id: "csat", type: "csat", dataset: "visits", of: "score", scale: [1, 5] },
  { id: "ces", type: "ces", dataset: "visits", of: "score", scale: [1, 7] },
  { id: "mrr", type: "recurring", dataset: "visits", amount: "fee", started: "a", ended: "b", measure: "mrr" },
  { id: "grr", type: "recurring", dataset: "visits", amount: "fee", started: "a", ended: "b", measure: "grr" },
  { id: "worth", type: "lifetime-value", dataset: "orders", of: "price", horizon: "12 months" },
  { id: "visits-each", type: "lifetime-value", dataset: "visits", horizon: "3 months" },
];
const framework: Framework = {
  ...frameworkOf([], metrics),
  datasets: [
    { id: "orders", file: "a.csv", columns: { revenue: "quantity*price" }, where: "status <> 'cancelled'", format: {} },
    { id: "visits", file: "b.csv", columns: {}, format: {} },
  ],
};

describe("a metric in one line", () => {
  test.each([
    ["revenue", "sum of quantity * price over orders where status <> 'cancelled'"],
    ["web", "count of rows over orders where status <> 'cancelled' and (channel = 'web' or channel = 'app')"],
    ["customers", "count of distinct customer over orders where status <> 'cancelled'"],
    ["average", "average of price over orders where status <> 'cancelled'"],
    ["least", "smallest price over orders where status <> 'cancelled'"],
    ["most", "largest price over orders where status <> 'cancelled'"],
    ["middle", "median of price over orders where status <> 'cancelled'"],
    ["p90", "percentile 0.9 of price over orders where status <> 'cancelled'"],
    ["paid", "share of rows with paid over visits"],
    ["aov", "revenue / web"],
    ["mix", "aov * paid"],
    ["noted", "observed"],
    ["newest", "newest price over orders where status <> 'cancelled'"],
    ["year", "revenue over 12 months"],
    ["so-far", "aov since the year began"],
    ["bought", "share of customers over visits where paid who within 30 days are over orders where status <> 'cancelled'"],
    ["back", "share of new customers back on 1 month over visits"],
  ])("%s", (id, definition) => {
    expect(definitionOf(framework, id)).toBe(definition);
  });
});

test("units follow from the type where none is named", () => {
  const units = Object.fromEntries(framework.metrics.map(({ id }) => [id, unitOf(framework, id)]));
  expect(units).toEqual({
    revenue: "currency",
    web: "count",
    customers: "count",
    average: null,
    least: null,
    most: null,
    middle: null,
    p90: null,
    paid: "percent",
    aov: "currency",
    "per-customer": "ratio",
    mix: null,
    noted: null,
    newest: null,
    year: "currency",
    "so-far": "currency",
    bought: "percent",
    back: "percent",
    silent: "percent",
    lost: "percent",
    returned: "percent",
    "returned-soon": "percent",
    wait: "days",
    nps: "score",
    csat: "percent",
    ces: "score",
    mrr: "currency",
    grr: "percent",
    worth: "currency",
    "visits-each": "count",
  });
});

test("sums and counts add up, nothing else does", () => {
  expect(framework.metrics.filter(isAdditive).map(({ id }) => id)).toEqual(["revenue", "web"]);
  expect(new Set(framework.metrics.map((metric) => metric["type"]))).toEqual(new Set(Object.keys(kinds)));
});

test("the datasets behind a metric, through ratios and formulas", () => {
  expect(measuredDatasets(framework, "mix")).toEqual(["orders", "visits"]);
  expect(measuredDatasets(framework, "noted")).toEqual([]);
  expect(() => measuredDatasets(framework, "nothing")).toThrow("There is no metric “nothing”.");
});

test("the smallest number of a sum is a metric of its own", () => {
  const minimum = minimumOf(framework, "revenue")!;
  expect(minimum).toMatchObject({ id: "minimum of revenue", type: "min", dataset: "orders", of: "revenue" });
  expect(definitionOf({ ...framework, metrics: [...framework.metrics, minimum] }, minimum.id)).toBe(
    "smallest quantity * price over orders where status <> 'cancelled'",
  );
  expect(minimumOf(framework, "web")).toBeNull();
});

test("which periods a row can touch", () => {
  const reach = (id: string) => reachOf(framework, id);
  const here = { months: 0, days: 0 };
  expect(reach("aov")).toEqual({ before: here, after: here });
  expect(reach("year")).toEqual({ before: here, after: { months: 12, days: 0 } });
  expect(reach("bought")).toEqual({ before: { months: 0, days: 30 }, after: here });
  // The age of a month is a whole month, which begins before the day a month earlier.
  expect(reach("back")).toEqual({ before: { months: 2, days: 0 }, after: "all" });
  expect(reach("silent")).toEqual({ before: here, after: { months: 12, days: 0 } });
  expect(reach("lost")).toEqual({ before: "all", after: "all" });
  expect(reach("returned")).toEqual({ before: here, after: "all" });
  expect(reach("returned-soon")).toEqual({ before: here, after: { months: 36, days: 0 } });
});

test("when a period's value no longer moves", () => {
  const closes = (id: string, day: string) => closesOn(day, windowsOf(framework, id), "01-01");
  expect(closes("aov", "2026-01-31")).toBe("2026-01-31");
  expect(closes("bought", "2026-01-31")).toBe("2026-03-02");
  expect(closes("back", "2026-01-31")).toBe("2026-02-28");
  expect(closes("worth", "2026-01-31")).toBe("2027-01-31");
  expect(closes("unknown", "2026-01-31")).toBe("2026-01-31");
});
