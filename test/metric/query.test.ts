import { beforeAll, describe, expect, test } from "vitest";
import type { MetricQuery, QueryResult } from "../../src/metric/index.ts";
import { datasets, failure, metrics } from "./figures.ts";
import { connect, type Connection, makeTable } from "./place.ts";
import { ask } from "./shop.ts";

let connection: Connection;
beforeAll(async () => {
  connection = await connect();
  for (const dataset of datasets) await makeTable(connection, dataset);
});

const answer = (query: Partial<MetricQuery> & Pick<MetricQuery, "metrics">) => ask(connection, datasets, metrics, query);
const points = ({ series }: QueryResult, index = 0) => series[index]!.points.map(({ period, value, n }) => [period, value, n]);

describe("periods", () => {
  test("run from the period of the first to that of the last row, empty ones included, unclipped", async () => {
    const result = await answer({ metrics: ["revenue", "average"] });
    expect(result.series[0]).toEqual({
      metric: "revenue",
      unit: "currency",
      segment: {},
      points: [
        { period: "2026-01", from: "2026-01-01", to: "2026-01-31", value: 40, n: 2, complete: true },
        { period: "2026-02", from: "2026-02-01", to: "2026-02-28", value: 0, n: 0, complete: true },
        { period: "2026-03", from: "2026-03-01", to: "2026-03-31", value: 20.5, n: 1, complete: true },
      ],
    });
    expect(points(result, 1)).toEqual([
      ["2026-01", 20, 2],
      ["2026-02", null, 0],
      ["2026-03", 20.5, 1],
    ]);
  });

  test("a clipped period keeps its label and is not complete", async () => {
    const { series } = await answer({ metrics: ["orders"], from: "2026-01-10", to: "2026-02-28" });
    expect(series[0]!.points).toEqual([
      { period: "2026-01", from: "2026-01-10", to: "2026-01-31", value: 2, n: 2, complete: false },
      { period: "2026-02", from: "2026-02-01", to: "2026-02-28", value: 0, n: 0, complete: true },
    ]);
  });

  test("a total lies from the first to the last row's day and leaves rows without a time out", async () => {
    const { series } = await answer({ metrics: ["revenue"], grain: "total" });
    expect(series[0]!.points).toEqual([{ period: "total", from: "2026-01-05", to: "2026-03-03", value: 60.5, n: 3, complete: true }]);
  });

  test("an asked total range is whole: complete before as-of and within the watermark", async () => {
    const complete = async (to: string, asOf = "2026-12-31") =>
      (await answer({ metrics: ["revenue"], grain: "total", from: "2026-01-10", to, asOf })).series[0]!.points[0]!.complete;
    expect(await complete("2026-03-31")).toBe(true);
    expect(await complete("2026-04-01")).toBe(false);
    expect(await complete("2026-03-31", "2026-03-31")).toBe(false);
  });

  test("rows after as-of do not exist, nor do the periods after them", async () => {
    const { series } = await answer({ metrics: ["orders"], asOf: "2026-01-20" });
    expect(series[0]!.points).toEqual([{ period: "2026-01", from: "2026-01-01", to: "2026-01-31", value: 2, n: 2, complete: false }]);
  });

  test("a period is not complete beyond what the data reach", async () => {
    const { series } = await answer({ metrics: ["visits"] });
    expect(series[0]!.points.map(({ period, complete }) => [period, complete])).toEqual([
      ["2025-12", true],
      ["2026-01", true],
      ["2026-02", false],
    ]);
  });

  test("of metrics over several datasets reach over all of them and are complete in all", async () => {
    const { series } = await answer({ metrics: ["conversion"] });
    expect(series[0]!.points.map(({ period, value, n, complete }) => [period, value, n, complete])).toEqual([
      ["2025-12", 0, 1, true],
      ["2026-01", 1.5, 2, true],
      ["2026-02", 0, 1, false],
      ["2026-03", null, 0, false],
    ]);
  });
});

describe("values", () => {
  test("a sum over nothing but nulls is 0, a null segment comes last", async () => {
    const { series } = await answer({ metrics: ["revenue", "orders"], by: ["Channel"], grain: "total" });
    expect(series.map(({ metric, segment, points: [point] }) => [metric, segment["Channel"], point!.value, point!.n])).toEqual([
      ["revenue", "shop", 20.5, 1],
      ["revenue", "web", 40, 2],
      ["revenue", null, 0, 0],
      ["orders", "shop", 1, 1],
      ["orders", "web", 2, 2],
      ["orders", null, 1, 1],
    ]);
  });

  test("a segment that one metric sees has a series for each", async () => {
    const shopOnly = { id: "shop-orders", type: "count", dataset: "orders", where: "Channel = 'shop'" };
    const alone = await ask(connection, datasets, [shopOnly], { metrics: ["shop-orders"], by: ["Channel"], grain: "total" });
    expect(alone.series.map(({ segment }) => segment["Channel"])).toEqual(["shop"]);
    const both = await ask(connection, datasets, [...metrics, shopOnly], {
      metrics: ["shop-orders", "orders"],
      by: ["Channel"],
      grain: "total",
    });
    expect(both.series.map(({ segment, points: [point] }) => [segment["Channel"], point!.value])).toEqual([
      ["shop", 1],
      ["web", 0],
      [null, 0],
      ["shop", 1],
      ["web", 2],
      [null, 1],
    ]);
  });

  test("ids that are all null count to 0, no rows at all to null", async () => {
    const { series } = await answer({ metrics: ["customers"], by: ["Channel"] });
    const unknown = series.find(({ segment }) => segment["Channel"] === null)!;
    expect(unknown.points.map(({ value, n }) => [value, n])).toEqual([
      [0, 0],
      [null, 0],
      [null, 0],
    ]);
  });

  test("within a ratio a count of nothing is 0", async () => {
    expect(points(await answer({ metrics: ["buyers-per-visit"] }))).toEqual([
      ["2025-12", 0, 1],
      ["2026-01", 0.5, 2],
      ["2026-02", 0, 1],
      ["2026-03", null, 0],
    ]);
  });

  test("a formula has no n, and no value in a period without rows", async () => {
    expect(points(await answer({ metrics: ["left-over", "per-left-over"] }))).toEqual([
      ["2026-01", 25, null],
      ["2026-02", null, null],
      ["2026-03", 15.5, null],
    ]);
  });

  test("without a time column all rows count, as a total", async () => {
    const { series } = await answer({ metrics: ["churn", "mrr"], grain: "total", asOf: "2026-02-01" });
    expect(series.map(({ points: [point] }) => point)).toEqual([
      { period: "total", from: "2026-02-01", to: "2026-02-01", value: 0.25, n: 4, complete: false },
      { period: "total", from: "2026-02-01", to: "2026-02-01", value: 60, n: 3, complete: false },
    ]);
    expect(failure({ metrics: ["churn"] })).toMatchObject({ code: "no-time", params: { dataset: "telco", grain: "month" } });
  });

  test("`where` and `by` find columns as expressions do", async () => {
    const { series } = await answer({
      metrics: ["orders"],
      by: ["channel", '"Known Revenue"'],
      where: "AMOUNT is not null",
      grain: "total",
    });
    expect(series.map(({ segment }) => segment)).toEqual([
      { Channel: "shop", "known revenue": 2 },
      { Channel: "web", "known revenue": 1 },
    ]);
  });
});

describe("compared", () => {
  const compared = ({ series }: QueryResult) => series[0]!.points.map(({ period, value, compared: earlier }) => [period, value, earlier]);

  test("is the value of the period before, null before the data", async () => {
    expect(compared(await answer({ metrics: ["revenue"], compare: "previous" }))).toEqual([
      ["2026-01", 40, null],
      ["2026-02", 0, 40],
      ["2026-03", 20.5, 0],
    ]);
  });

  test("is computed outside the asked range, and whole where the range clips", async () => {
    const query = { metrics: ["revenue"], compare: "previous", from: "2026-01-10" } as const;
    expect(compared(await answer(query))).toEqual([
      ["2026-01", 30, null],
      ["2026-02", 0, 40],
      ["2026-03", 20.5, 0],
    ]);
    expect(compared(await answer({ metrics: ["visits"], compare: "year", grain: "month", from: "2026-12-01", to: "2026-12-31" }))).toEqual([
      ["2026-12", 0, 1],
    ]);
  });

  test("a total has no earlier period", async () => {
    expect(compared(await answer({ metrics: ["revenue"], compare: "previous", grain: "total" }))).toEqual([["total", 60.5, null]]);
  });
});

describe("observed", () => {
  const observed = (metric: object, query: Partial<MetricQuery> = {}, noted: readonly { from: string; to: string; value: number }[] = []) =>
    ask(
      connection,
      datasets,
      [{ id: "it", type: "observed", ...metric }],
      { metrics: ["it"], ...query },
      { observations: new Map([["it", noted]]) },
    );
  const month = (number: string, rest: object) => ({ from: `2026-${number}-01`, to: `2026-${number}-28`, ...rest });

  test("parts make a quotient of sums, with their denominators as n", async () => {
    const series = [month("01", { numerator: 1, denominator: 2 }), month("02", { numerator: 9, denominator: 10 })];
    expect(points(await observed({ series }, { grain: "quarter" }))).toEqual([["2026-Q1", 10 / 12, 12]]);
  });

  test("amounts and counts add up, others are the last", async () => {
    const series = [month("02", { value: 5 }), month("01", { value: 8 })];
    expect(points(await observed({ series, unit: "count" }, { grain: "quarter" }))).toEqual([["2026-Q1", 13, null]]);
    expect(points(await observed({ series, unit: "score" }, { grain: "quarter" }))).toEqual([["2026-Q1", 5, null]]);
    expect(points(await observed({ series }, { grain: "week", to: "2026-01-11" }))).toEqual([
      ["2026-W01", null, null],
      ["2026-W02", null, null],
    ]);
  });

  test("what is noted by hand replaces the same days and widens the range", async () => {
    const noted = [month("01", { value: 9 }), month("03", { value: 4 })] as { from: string; to: string; value: number }[];
    expect(points(await observed({ series: [month("01", { value: 8 })] }, {}, noted))).toEqual([
      ["2026-01", 9, null],
      ["2026-02", null, null],
      ["2026-03", 4, null],
    ]);
  });

  test("what begins after as-of does not exist", async () => {
    const series = [month("01", { value: 8 }), month("02", { value: 5 })];
    const { series: found } = await observed({ series }, { asOf: "2026-01-31" });
    expect(found[0]!.points.map(({ period, value, complete }) => [period, value, complete])).toEqual([["2026-01", 8, false]]);
  });

  test("over a dataset it is the newest row that has a value; by hand fills what the data lack", async () => {
    expect(points(await answer({ metrics: ["price"] }))).toEqual([
      ["2026-01", 30, 2],
      ["2026-02", null, 0],
      ["2026-03", 20.5, 1],
    ]);
    const noted = [{ from: "2026-02-01", to: "2026-02-28", value: 25 }];
    expect(points(await observed({ dataset: "orders", of: "amount" }, {}, noted)).map(([, value]) => value)).toEqual([30, 25, 20.5]);
    const split = await observed({ dataset: "orders", of: "amount" }, { by: ["Channel"], grain: "total" }, noted);
    expect(split.series.map(({ points: [point] }) => point!.value)).toEqual([20.5, 30, null]);
  });

  test("by hand there is nothing to split", () => {
    expect(failure({ metrics: ["satisfaction"], by: ["channel"] }).code).toBe("observed-undivided");
  });
});
