import { describe, expect, test } from "vitest";
import type { Framework } from "../../src/framework/index.ts";
import { definitionOf, isAdditive, kinds, measuredDatasets, minimumOf, unitOf } from "../../src/metric/index.ts";
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
