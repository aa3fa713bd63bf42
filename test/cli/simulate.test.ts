import { afterAll, beforeAll, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const files = {
  "helder.yaml": `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
superKpi: margin
datasets: [{id: sales, file: sales.csv, time: day}]
metrics:
  - {id: revenue, type: sum, dataset: sales, of: price, unit: currency}
  - {id: cost, type: sum, dataset: sales, of: cost, unit: currency}
  - {id: margin, type: formula, formula: (revenue - cost) / revenue, unit: percent}
  - {id: rolling-cost, type: rolling, metric: cost, window: 2 months}
  - {id: cost-share, type: ratio, numerator: rolling-cost, denominator: revenue}
kpis:
  - {id: margin, name: Margin, metric: margin, cadence: monthly}
  - {id: cost-share, name: Cost share, metric: cost-share, cadence: monthly}
scenarios:
  - {id: claim, kind: growth, weeks: 13, inflow: 700, conversion: 25 %, viral: 2.6, churn: 0}
  - {id: cheaper, kind: tree, change: {cost: -10%}}
  - {id: fixed, kind: tree, change: {cost: 30}}
  - {id: untouched, kind: tree, change: {revenue-per-mile: 5}}
`,
  "sales.csv": "day,price,cost\n2026-01-10,100,50\n2026-02-10,200,120\n2026-03-01,1,1\n",
};

let shop: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  shop = await folderWith(files);
});
afterAll(() => shop.dispose());

const simulate = (...rest: string[]) => type("simulate", ...rest, "--workspace", shop.directory, "--as-of", "2026-03-15");

test("a growth claim: the path, its end, what chance does, and why to doubt it", async () => {
  const { code, out } = await simulate("claim", "--json");
  expect(code).toBe(0);
  const { path, end, interval, doubts } = JSON.parse(out);
  expect([path.length, path[0], end]).toEqual([13, { week: 1, members: 630 }, 8190]);
  expect(interval[0]).toBeLessThan(8190);
  expect(interval[1]).toBeGreaterThan(8190);
  expect(doubts.map((doubt: { code: string }) => doubt.code)).toEqual(["viral-above-one", "no-churn", "no-capacity"]);
});

test("a change of one metric goes through the formulas, in every complete period", async () => {
  const { code, out } = await simulate("cheaper", "--json");
  expect(code).toBe(0);
  const { path, end, interval, doubts, indicators } = JSON.parse(out);
  expect(path.map(({ period, measured }: { period: string; measured: number }) => [period, measured])).toEqual([
    ["2026-01", 0.5],
    ["2026-02", 0.4],
  ]);
  expect(path.map(({ value }: { value: number }) => value)).toEqual([expect.closeTo(0.55, 12), expect.closeTo(0.46, 12)]);
  expect(end).toBeCloseTo(0.46, 12);
  expect(interval).toEqual([expect.closeTo(0.46, 12), expect.closeTo(0.55, 12)]);
  expect(indicators.map(({ id }: { id: string }) => id)).toEqual(["margin"]);
  expect(doubts.map((doubt: { code: string }) => doubt.code)).toEqual(["arithmetic-only"]);
});

test("a plain number takes a metric's place", async () => {
  const { path } = JSON.parse((await simulate("fixed", "--json")).out);
  expect(path.map(({ value }: { value: number }) => value)).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.85, 12)]);
});

test("as text, in both languages", async () => {
  expect((await simulate("cheaper")).out).toContain("margin  2026-02: 40.0% → 46.0% (by period 46.0% to 55.0%)");
  expect((await simulate("claim", "--language", "nl")).out).toContain("Na 13 weken: 8.190 leden");
});

test("what cannot be simulated is refused in a sentence", async () => {
  expect(await simulate("clam")).toMatchObject({ code: 2, err: "helder: unknown-scenario: There is no scenario “clam”. → claim?\n" });
  const { code, err } = await simulate("untouched");
  expect(code).toBe(2);
  expect(err).toMatch(/^helder: scenario-without-history: /);
  expect((await simulate("claim", "--keep-nps", "high")).err).toMatch(/^helder: bad-option: /);
});
