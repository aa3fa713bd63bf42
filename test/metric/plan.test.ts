import { beforeAll, describe, expect, test } from "vitest";
import { explain, planQuery } from "../../src/metric/index.ts";
import { datasets, failure, metrics, telco } from "./figures.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask, catalogOf, frameworkOf, queryOf } from "./shop.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  for (const dataset of datasets) await makeTable(connection, dataset);
});

describe("what cannot be planned", () => {
  const bad = (metric: object) => failure({ metrics: ["bad"], grain: "total" }, [...metrics, { id: "bad", ...metric }]);

  test("unknown names, with the nearest", () => {
    expect(failure({ metrics: ["revenu"] })).toMatchObject({
      code: "unknown-metric",
      params: { name: "revenu", suggestion: " → revenue?" },
    });
    expect(failure({ metrics: ["orders"], by: ["chanel"] })).toMatchObject({
      code: "unknown-column",
      params: { suggestion: " → Channel?" },
    });
    expect(failure({ metrics: ["orders"], where: "amont > 1" })).toMatchObject({
      code: "unknown-column",
      params: { suggestion: " → amount?" },
    });
    expect(bad({ type: "formula", formula: "revenu * 2" })).toMatchObject({
      code: "unknown-metric",
      params: { suggestion: " → revenue?" },
    });
    expect(bad({ type: "count", dataset: "order" })).toMatchObject({ code: "unknown-dataset", params: { suggestion: " → orders?" } });
  });

  test("broken expressions, with their place and reason in both languages", () => {
    const error = bad({ type: "sum", dataset: "orders", of: "amount +" });
    expect(error).toMatchObject({ code: "broken-expression", params: { of: "bad", expression: "amount +" } });
    expect(error.sentence("nl")).not.toBe(error.sentence("en"));
    expect(failure({ metrics: ["orders"], where: "amount" })).toMatchObject({ code: "broken-expression", params: { of: "--where" } });
  });

  test("sums of what is no number", () => {
    for (const type of ["sum", "average", "min", "max", "median"]) {
      expect(bad({ type, dataset: "orders", of: "customer" })).toMatchObject({ code: "not-a-number", params: { of: "bad", type: "text" } });
    }
    expect(bad({ type: "formula", formula: "revenue > 1" }).code).toBe("not-a-number");
  });

  test("metrics made of themselves, or too deep", () => {
    const loop = [
      { id: "a", type: "ratio", numerator: "b", denominator: "orders" },
      { id: "b", type: "formula", formula: "a + 1", unit: "count" },
    ];
    expect(failure({ metrics: ["a"] }, [...metrics, ...loop])).toMatchObject({
      code: "metric-cycle",
      params: { name: "a", path: "a → b → a" },
    });
    const chain = Array.from({ length: 5000 }, (_, index) => ({
      id: `f${index}`,
      type: "formula",
      formula: index === 0 ? "1" : `f${index - 1} + 1`,
    }));
    expect(failure({ metrics: ["f4999"] }, chain).code).toBe("broken-metric");
  });

  test("a web of formulas is planned and computed once a metric", async () => {
    const web = Array.from({ length: 60 }, (_, index) => [
      { id: `f${index}`, type: "formula", formula: index === 0 ? "orders" : `(f${index - 1} + g${index - 1}) / 2` },
      {
        id: `g${index}`,
        type: "ratio",
        numerator: index === 0 ? "orders" : `f${index - 1}`,
        denominator: index === 0 ? "orders" : `g${index - 1}`,
      },
    ]).flat();
    const result = await ask(connection, datasets, [...metrics, ...web], { metrics: ["f59"], grain: "total" });
    expect(result.series[0]!.points[0]!.value).toBeGreaterThan(0);
  });

  test("a KPI that the catalogue does not have", () => {
    expect(failure({ metrics: ["bad"] }, [{ id: "bad", use: "nonsense" }])).toMatchObject({
      code: "broken-metric",
      params: { name: "bad" },
    });
  });

  test("types that need a column which the dataset or the metric does not name", () => {
    const bad = (metric: object) => failure({ metrics: ["bad"] }, [...metrics, { id: "bad", ...metric }]).code;
    const silence = { type: "churn", kind: "silence", dataset: "orders" };
    expect(bad({ ...silence, after: "1 month" })).toBe("no-customer");
    expect(bad(silence)).toBe("broken-metric");
    expect(bad({ type: "churn", kind: "contractual", dataset: "orders", started: "on" })).toBe("broken-metric");
    expect(bad({ type: "reactivation", dataset: "telco", lapsed: "1 month" })).toBe("time-needed");
    expect(bad({ type: "reactivation", dataset: "orders", lapsed: "12 months", active: "1 year" })).toBe("broken-metric");
    expect(bad({ type: "reactivation", dataset: "orders", lapsed: "12 months", top: 0.1, of: "amount" })).toBe("broken-metric");
    expect(bad({ type: "rolling", metric: "mrr", window: "12 months" })).toBe("time-needed");
    expect(bad({ type: "duration", dataset: "orders", start: "on", end: "customer", statistic: "median", in: "days" })).toBe(
      "not-a-moment",
    );
    expect(bad({ type: "recurring", dataset: "orders", started: "on", ended: "on", amount: "customer", measure: "mrr" })).toBe(
      "not-a-number",
    );
  });

  test("a window of a window", () => {
    const rolling = { id: "rolling", type: "rolling", metric: "revenue", window: "3 months" };
    const running = { id: "running", type: "running", metric: "rolling", since: "year" };
    expect(failure({ metrics: ["running"] }, [...metrics, rolling, running])).toMatchObject({
      code: "broken-metric",
      params: { name: "rolling" },
    });
    const loop = { id: "loop", type: "rolling", metric: "loop", window: "3 months" };
    expect(failure({ metrics: ["loop"] }, [loop]).code).toBe("metric-cycle");
  });

  test("ranges that end before they begin", () => {
    expect(failure({ metrics: ["orders"], from: "2026-02-01", to: "2026-01-01" }).code).toBe("from-after-to");
  });
});

describe("shared scan", () => {
  test("everything asked of one dataset is one plan, and equal measures stand once", () => {
    const many = Array.from({ length: 24 }, (_, index) => ({
      id: `m${index}`,
      type: "sum",
      dataset: "orders",
      of: `amount * ${(index % 12) + 1}`,
    }));
    const planned = planQuery(
      frameworkOf(datasets, many),
      catalogOf(datasets, "2026-12-31"),
      queryOf({ metrics: many.map(({ id }) => id), by: ["Channel"] }),
    );
    expect(planned.plans).toHaveLength(1);
    const { root } = planned.plans[0]!;
    expect(root.op === "aggregate" && root.measures.length).toBe(24);
    expect(JSON.parse(JSON.stringify(planned))).toEqual(planned);
  });

  test("where no column has nulls, n is the number of rows and stands once", () => {
    const catalog = catalogOf([telco], "2026-12-31");
    const full = {
      ...catalog.datasets.get("telco")!,
      columns: new Map([
        ["a", "integer"],
        ["b", "text"],
      ] as const),
      filled: new Set(["a", "b"]),
    };
    const measured = (of: readonly string[]) => {
      const asked = of.map((expression, index) => ({ id: `m${index}`, type: "average", dataset: "telco", of: expression }));
      const query = queryOf({ metrics: asked.map(({ id }) => id), grain: "total" });
      const { root } = planQuery(frameworkOf([telco], asked), { ...catalog, datasets: new Map([["telco", full]]) }, query).plans[0]!;
      return root.op === "aggregate"
        ? root.measures.filter((measure) => measure.function === "count").map((measure) => measure.of?.columns ?? "rows")
        : [];
    };
    expect(measured(["a", "-a * 2 + 1", "case when b like 'x%' then a else 0 end", "abs(a)", "length(b)", "coalesce(a, 1)"])).toEqual([
      "rows",
    ]);
    expect(measured(["1 / a"])).toEqual([["a"]]);
    expect(measured(["a % 2"])).toEqual([["a"]]);
    expect(measured(["case when b is null then a end"])).toEqual([["a", "b"]]);
    expect(measured(["cast(b as integer)"])).toEqual([["b"]]);
    expect(measured(["nullif(a, 1)"])).toEqual([["a"]]);
  });

  test("a plan can be read", () => {
    const planned = planQuery(
      frameworkOf(datasets, metrics),
      catalogOf(datasets, "2026-12-31"),
      queryOf({ metrics: ["aov", "left-over"], by: ["channel"], where: "amount > 1" }),
    );
    expect(explain(planned)).toBe(`plan 1
  aggregate by month, Channel
    revenue = sum of amount
    revenue n = count of amount
    orders = count of rows
  filter day from the first to 2026-12-31, amount > 1
  scan orders: $day, Channel, amount

part revenue
  value = revenue

part orders
  value = orders

metric aov (currency)
  value = revenue / orders
  n = orders
  periods: 3, 2026-01-01 to 2026-03-31

metric left-over
  value = revenue - 5 * orders, null without rows
  n = none
  periods: 3, 2026-01-01 to 2026-03-31
`);
  });
});
