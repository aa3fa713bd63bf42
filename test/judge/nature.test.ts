import { describe, expect, test } from "vitest";
import type { Framework, Metric } from "../../src/framework/index.ts";
import { natureOf, needs, reasonCodes, reasonSentence } from "../../src/judge/index.ts";

const metrics: Metric[] = [
  { id: "revenue", type: "sum", dataset: "orders", of: "amount" },
  { id: "cost", type: "sum", dataset: "orders", of: "cost" },
  { id: "orders", type: "count", dataset: "orders" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" },
  { id: "profit", type: "formula", formula: "revenue - 1.1 * cost / 2" },
  { id: "margin", type: "formula", formula: "profit / revenue" },
  { id: "net", type: "formula", formula: "-(profit)" },
  { id: "loop", type: "formula", formula: "loop + revenue" },
  { id: "broken", type: "formula", formula: "revenue +" },
  { id: "back", type: "retention", dataset: "orders", age: { count: 1, unit: "month" }, mode: "on" },
  { id: "back-gap", type: "formula", formula: "1 - back" },
];
const framework: Pick<Framework, "metrics"> = { metrics };

describe("how a metric behaves over a range", () => {
  test("sums and counts add up, distinct counts only grow, quotients are levels", () => {
    expect(natureOf(framework, "revenue")).toEqual({ additive: true, accumulates: true, nonNegative: null });
    expect(natureOf(framework, "orders")).toEqual({ additive: true, accumulates: true, nonNegative: true });
    expect(natureOf(framework, "customers")).toEqual({ additive: false, accumulates: true, nonNegative: true });
    expect(natureOf(framework, "aov")).toEqual({ additive: false, accumulates: false, nonNegative: false });
    expect(natureOf(framework, "unknown").accumulates).toBe(false);
  });

  test("a cohort's age keeps its period open, within a formula too", () => {
    const windows = [{ length: { count: 1, unit: "month" }, calendar: true }];
    expect(natureOf(framework, "back").windows).toEqual(windows);
    expect(natureOf(framework, "back-gap").windows).toEqual(windows);
    expect(natureOf(framework, "aov").windows).toBeUndefined();
  });

  test("a formula that only adds and scales what grows, grows", () => {
    const growing = ["profit", "net", "margin", "loop", "broken"].filter((id) => natureOf(framework, id).accumulates);
    expect(growing).toEqual(["profit", "net"]);
  });
});

describe("what has to be asked", () => {
  const target = { value: 250, from: "2026-01-01", to: "2026-03-31" };
  const sum = natureOf(framework, "revenue");

  test("the range so far, its cadence periods, its days and all history", () => {
    expect(needs({ target, cadence: "weekly" }, sum, "2026-02-22")).toEqual({
      range: { grain: "total", from: "2026-01-01", to: "2026-02-22" },
      within: { grain: "week", from: "2026-01-01", to: "2026-02-22" },
      progress: { grain: "day", from: "2026-01-01", to: "2026-02-22" },
      history: { grain: "week", from: null, to: null },
      slices: null,
    });
    expect(needs({ target, cadence: "monthly" }, sum, "2027-01-01").range!.to).toBe("2026-03-31");
  });

  test("days only where they add up, and history alone without a target that runs", () => {
    expect(needs({ target, cadence: "monthly" }, natureOf(framework, "customers"), "2026-02-22").progress).toBeNull();
    expect(needs({ target: { ...target, measured: "last" }, cadence: "monthly" }, sum, "2026-02-22").progress).toBeNull();
    const history = { range: null, within: null, progress: null, history: { grain: "month", from: null, to: null }, slices: null };
    expect(needs({ target, cadence: "monthly" }, sum, "2025-12-31")).toEqual(history);
    expect(needs({ target: { value: 5 }, cadence: "monthly" }, sum, "2026-02-22")).toEqual(history);
    expect(needs({ cadence: "monthly" }, sum, "2026-02-22")).toEqual(history);
  });

  test("the months of what is looked at by the quarter: of its target so far, a year at most; of half a year without one", () => {
    const slices = (of: object, asOf: string) => needs({ ...of, cadence: "quarterly" }, sum, asOf).slices;
    expect(slices({ target }, "2026-02-22")).toEqual({ grain: "month", from: "2026-01-01", to: "2026-02-22" });
    expect(slices({ target }, "2026-08-22")).toEqual({ grain: "month", from: "2026-01-01", to: "2026-03-31" });
    const long = { target: { value: 250, from: "2024-07-15", to: "2026-12-31" } };
    expect(slices(long, "2026-02-22")).toEqual({ grain: "month", from: "2025-03-01", to: "2026-02-22" });
    expect(slices({}, "2026-02-22")).toEqual({ grain: "month", from: "2025-09-01", to: "2026-02-22" });
  });

  test("a target among levels is the one that is judged", () => {
    const targets = { floor: { value: 1 }, target };
    expect(needs({ targets, cadence: "monthly" }, sum, "2026-02-22").range).not.toBeNull();
  });
});

test("every reason has a sentence in both languages that fills all its blanks", () => {
  const params = {
    value: 1,
    expected: 2,
    target: 3,
    from: "2026-01-01",
    to: "2026-03-31",
    newest: "2026-02-01",
    period: "2026-01",
    error: "x",
    dataset: "Orders",
    fault: "not-fresh",
    fresh: "3 days",
    column: "amount",
    given: 1,
    needed: 2,
    size: 1,
    chance: 0.72,
    forecast: 4,
    low: 3,
    high: 5,
    level: 0.8,
  };
  const speak = {
    amount: String,
    gap: (value: number) => String(Math.abs(value)),
    day: (day: string) => day,
    period: (label: string) => label,
  };
  for (const code of reasonCodes) {
    const told = (["nl", "en"] as const).map((language) => reasonSentence({ code, params }, language, speak));
    expect(new Set(told).size, code).toBe(2);
    for (const sentence of told) {
      expect(sentence, code).toMatch(/^[A-Z].*\.$/);
      expect(sentence, code).not.toMatch(/undefined|null|NaN|!/);
    }
  }
  expect(reasonSentence({ code: "from-a-later-version", params: {} }, "nl", speak)).toBe("from-a-later-version");
});
