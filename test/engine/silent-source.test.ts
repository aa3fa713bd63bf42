import { expect, test } from "vitest";
import { checkWords } from "../../src/check/index.ts";
import { alert, openLocalEngine } from "../../src/engine/index.ts";
import { toJson } from "../../src/report/index.ts";
import { folderWith } from "../cli/terminal.ts";

const yaml = (quality = "", to = "2026-12-31") => `helder: 1
name: Shop
language: en
superKpi: orders
datasets:
  - {id: orders, file: orders.csv, time: day${quality}}
  - {id: visits, file: visits.csv, time: day}
metrics:
  - {id: orders, type: count, dataset: orders}
goals: [{id: grow, name: Grow, promise: Good things}]
objectives: [{id: sell, name: Sell, supports: [grow]}]
kpis:
  - {id: orders, name: Orders, measures: sell, metric: orders, cadence: monthly, direction: up, target: {value: 600, from: 2026-01-01, to: ${to}}}
alerts:
  - {on: orders, to: "mail:team@example.com"}
`;

/** Two rows a day from January 2025 through September 2026. */
function rows(): string {
  const lines = ["id,day"];
  for (let index = 0; index < 638 * 2; index++)
    lines.push(`${index},${new Date(Date.UTC(2025, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10)}`);
  return `${lines.join("\n")}\n`;
}

async function told(text: string, days: readonly string[]) {
  const { directory } = await folderWith({ "helder.yaml": text, "orders.csv": rows(), "visits.csv": rows() });
  const engine = openLocalEngine(directory);
  try {
    const found = [];
    for (const asOf of days) {
      const { report } = await engine.run({ asOf });
      const json = toJson(report, "en", checkWords);
      const common = { directory, framework: await engine.framework(), language: "en", environment: {}, now: 0 } as const;
      const { messages } = await alert({ ...common, report: json, send: false });
      found.push({ quality: json.quality, entry: json.kpis[0]!, sources: messages.filter(({ kind }) => kind.endsWith("-source")) });
    }
    return found;
  } finally {
    await engine.close();
  }
}

test("a source from which nothing comes any more is told, and what it gave still counts", async () => {
  const [alive, late, dead, longDead] = await told(yaml(), ["2026-10-01", "2026-11-15", "2026-11-16", "2026-12-30"]);
  expect([alive, late].map((one) => [one!.quality, one!.sources])).toEqual([
    [[], []],
    [[], []],
  ]);
  // Nobody reads the visits, so nobody misses them.
  expect(dead!.quality).toEqual([
    {
      dataset: "orders",
      code: "silent-source",
      column: null,
      breaks: false,
      params: { newest: "2026-09-30", days: 47, usual: 1 },
      sentence: expect.stringMatching(/^Nothing came from orders after 30\sSep\s2026, for 47 days by now/),
    },
  ]);
  expect(dead!.entry.value).toBe(546);
  for (const { sources } of [dead!, longDead!])
    expect(sources).toMatchObject([
      { kind: "silent-source", on: "orders", severity: "bad", title: "orders: nothing comes in any more", to: ["mail:team@example.com"] },
    ]);
});

test("not where its targets are over, where its owner says how fresh it has to be, or turned this off", async () => {
  const [over] = await told(yaml("", "2026-09-30"), ["2026-12-30"]);
  expect(over!.quality).toEqual([]);
  const [off] = await told(yaml(", quality: {usual: false}"), ["2026-12-30"]);
  expect(off!.quality).toEqual([]);
  const [fresh] = await told(yaml(", quality: {fresh: 3 days}"), ["2026-12-30"]);
  expect(fresh!.quality.map(({ code }) => code)).toEqual(["not-fresh"]);
  expect(fresh!.sources.map(({ kind }) => kind)).toEqual(["broken-source"]);
});
