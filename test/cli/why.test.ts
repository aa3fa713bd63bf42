import { afterAll, beforeAll, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const files = {
  "helder.yaml": `helder: 1
name: Shop
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets: [{id: sales, file: sales.csv, time: day, customer: customer}]
metrics:
  - {id: revenue, type: sum, dataset: sales, of: price, unit: currency}
  - {id: orders, type: count, dataset: sales}
  - {id: order-value, type: ratio, numerator: revenue, denominator: orders, unit: currency}
  - {id: customers, type: count-distinct, dataset: sales, of: customer}
events:
  - {id: old, on: 2025-12-01, name: Long ago}
  - {id: mail, on: 2025-12-20, name: Mailing}
  - {id: fair, on: 2026-02-27, to: 2026-03-02, name: Fair}
  - {id: later, on: 2026-03-01, name: Too late}
kpis:
  - {id: sold, name: Sold, metric: revenue, cadence: monthly}
`,
  "sales.csv":
    "day,price,channel,customer\n2026-01-10,100,web,a\n2026-01-11,50,shop,b\n2026-01-12,30,shop,a\n2026-02-10,200,web,a\n2026-02-11,40,shop,a\n2026-02-12,60,,c\n",
};

let shop: Awaited<ReturnType<typeof folderWith>>;
beforeAll(async () => {
  shop = await folderWith(files);
});
afterAll(() => shop.dispose());

interface Told {
  readonly metric: string;
  readonly change: number;
  readonly drivers: readonly { metric: string; contribution: number }[];
  readonly segments: readonly { by: string; element: string | null; contribution: number; rate: number; mix: number }[];
  readonly residual: number;
}

async function why(...rest: string[]): Promise<Told> {
  const { code, out } = await type("why", ...rest, "--from", "2026-01", "--to", "2026-02", "--json", "--workspace", shop.directory);
  expect(code).toBe(0);
  return JSON.parse(out) as Told;
}

const sum = (parts: readonly { contribution: number }[]) => parts.reduce((all, { contribution }) => all + contribution, 0);

test("a sum falls apart into its segments, sorted by size", async () => {
  const told = await why("sold", "--by", "channel");
  expect(told).toMatchObject({ metric: "revenue", change: 120, drivers: [] });
  expect(told.segments).toEqual([
    { by: "channel", element: "web", contribution: 100, rate: 100, mix: 0 },
    { by: "channel", element: null, contribution: 60, rate: 60, mix: 0 },
    { by: "channel", element: "shop", contribution: -40, rate: -40, mix: 0 },
  ]);
});

test("a ratio is explained by its parts, and by rate and mix of its segments", async () => {
  const told = await why("order-value", "--by", "channel");
  // 180 / 3 → 300 / 3
  expect(told.change).toBeCloseTo(40, 12);
  expect(told.drivers.map(({ metric }) => metric)).toEqual(["revenue", "orders"]);
  expect(sum(told.drivers)).toBeCloseTo(40, 9);
  expect(sum(told.segments)).toBeCloseTo(40, 9);
  for (const { contribution, rate, mix } of told.segments) expect(rate + mix).toBeCloseTo(contribution, 12);
});

test("customers in several segments are a remainder of their own", async () => {
  const told = await why("customers", "--by", "channel");
  expect(told.change).toBe(0);
  expect(sum(told.segments)).toBeCloseTo(0, 9);
});

test("what explains it over several dimensions adds up, and events stand beside it", async () => {
  const told = (await why("sold", "--by", "channel,customer")) as Told & {
    explained: { by: string[]; leftOut: string[]; segments: { contribution: number }[]; rest: { contribution: number } };
    events: { id: string }[];
  };
  expect(told.explained).toMatchObject({ by: ["channel", "customer"], leftOut: [] });
  expect(told.explained.segments.length).toBeGreaterThan(0);
  expect(sum([...told.explained.segments, told.explained.rest])).toBeCloseTo(120, 9);
  expect(told.events.map(({ id }) => id)).toEqual(["mail", "fair"]);
});

test("of distinct customers no set of segments has a share", async () => {
  expect(await why("customers", "--by", "channel")).toMatchObject({ explained: null });
});

test("as text: the change in one sentence, then its parts", async () => {
  const { out } = await type("why", "revenue", "--from", "2026-01", "--to", "2026-02", "--by", "channel", "--workspace", shop.directory);
  expect(out.split("\n").slice(0, 2)).toEqual(["revenue rose from €180.00 in 2026-01 to €300.00 in 2026-02: +€120.00.", ""]);
  expect(out).toContain("  web ");
});

test("a period that is none, or is missing, is refused in a sentence", async () => {
  const { code, err } = await type("why", "revenue", "--from", "2026-13", "--to", "2026-02", "--workspace", shop.directory);
  expect(code).toBe(2);
  expect(err).toMatch(/^helder: bad-option: /);
});
