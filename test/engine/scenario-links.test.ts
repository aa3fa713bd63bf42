import { afterAll, expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { readScenario, simulated } from "../../src/engine/index.ts";
import { folderWith } from "../cli/terminal.ts";

const yaml = (experiments: string, more = "") => `helder: 1
name: Shop
language: en
superKpi: kept
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: orders.csv, time: day}
metrics:
  - {id: sent, type: count, dataset: orders}
  - {id: whole, type: count, dataset: orders, where: "whole = 1"}
  - {id: whole-share, type: ratio, numerator: whole, denominator: sent, unit: percent}
  - {id: again, type: count, dataset: orders, where: "again = 1"}
  - {id: again-share, type: ratio, numerator: again, denominator: sent, unit: percent}
  - {id: worth, type: formula, formula: "again * 50", unit: currency}
goals:
  - {id: grow, name: Grow, promise: Good things}
objectives:
  - {id: keep, name: Keep, supports: [grow]}
kpis:
  - {id: back, name: Comes back, measures: keep, metric: again-share, cadence: monthly, direction: up}
  - {id: kept, name: Worth, measures: keep, metric: worth, cadence: monthly, direction: up}
cpis:
  - {id: undamaged, name: In one piece, metric: whole-share, cadence: monthly, direction: up}
links:
  - {id: piece-to-back, from: undamaged, to: back, because: people tell so}
${more}${experiments}scenarios:
  - {id: better, kind: tree, change: {whole: +10%}}
`;

/** A fifth of the customers comes back and half of the parcels is whole, every month. */
const csv = `id,day,whole,again\n${Array.from({ length: 400 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))).toISOString().slice(0, 10);
  return `${index},${day},${index % 2},${Number(index % 5 === 0)}`;
}).join("\n")}\n`;

const share = (n: number, control: number, treatment: number) =>
  `{kind: proportion, control: {n: ${n}, sum: ${control}}, treatment: {n: ${n}, sum: ${treatment}}}`;
const tested = (id: string, on: string, results: string) =>
  `  - {id: ${id}, name: ${id}, tests: [piece-to-back], metrics: [again-share, whole-share], to: ${on}, design: fixed, results: {on: ${on}, metrics: {${results}}}}\n`;
const better = `whole-share: ${share(20_000, 10_000, 12_000)}, again-share: ${share(20_000, 4000, 4400)}`;

const engines: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

async function outcome(experiments: string, more = "", change: object = { whole: "+10%" }) {
  const { directory } = await folderWith({ "helder.yaml": yaml(experiments, more), "orders.csv": csv });
  const engine = openLocalEngine(directory);
  engines.push(engine);
  const framework = await engine.framework();
  const asked = { language: "en", asOf: "2026-07-20", least: null } as const;
  const found = await simulated(engine, framework, readScenario(framework, { id: "x", kind: "tree", change }), asked);
  if (!("indicators" in found)) throw new Error("a tree was asked for");
  return { ...found, codes: found.doubts.map(({ code }) => code) };
}

test("a link that an experiment supports carries a change to the super-KPI, with its uncertainty", async () => {
  const found = await outcome(`experiments:\n${tested("padding", "2026-05-31", better)}`);
  // Twenty percent more whole parcels gave ten percent more that came back.
  const elasticity = Math.log(1.1) / Math.log(1.2);
  expect(found.links).toMatchObject([{ id: "piece-to-back", between: ["undamaged", "back"], experiments: ["padding"] }]);
  expect(found.links[0]!.elasticity.estimate).toBeCloseTo(elasticity, 9);
  expect(found.links[0]!.sentence).toContain("“In one piece” 1% higher gives “Comes back” +0.5%");
  expect(found.indicators.map(({ id }) => id).toSorted()).toEqual(["back", "kept", "undamaged"]);
  for (const id of ["back", "kept"]) {
    const { path, through, interval, end } = found.indicators.find((one) => one.id === id)!;
    for (const { measured, value } of path) expect(value / measured).toBeCloseTo(1.1 ** elasticity, 9);
    const [low, high] = found.links[0]!.elasticity.interval;
    expect(through!.links).toEqual(["piece-to-back"]);
    expect(through!.interval[0] / path.at(-1)!.measured).toBeCloseTo(1.1 ** low, 2);
    expect(through!.interval[1] / path.at(-1)!.measured).toBeCloseTo(1.1 ** high, 2);
    expect(interval[0]).toBeLessThanOrEqual(through!.interval[0]);
    expect(interval[1]).toBeGreaterThanOrEqual(through!.interval[1]);
    expect(end).toBe(path.at(-1)!.value);
  }
  expect(found.end).toBe(found.indicators.find(({ id }) => id === "kept")!.end);
  expect(found.codes).toEqual(["arithmetic-only", "link-as-tested"]);
});

test("both of two experiments count, also the one that says no", async () => {
  const no = `whole-share: ${share(20_000, 10_000, 12_000)}, again-share: ${share(20_000, 4000, 4020)}`;
  const found = await outcome(`experiments:\n${tested("no", "2026-04-30", no)}${tested("padding", "2026-05-31", better)}`);
  expect(found.links[0]!.experiments).toEqual(["no", "padding"]);
  expect(found.links[0]!.elasticity.estimate).toBeLessThan(Math.log(1.1) / Math.log(1.2));
});

test("a change beyond what was tried is doubted, and no share becomes more than all", async () => {
  const found = await outcome(`experiments:\n${tested("padding", "2026-05-31", better)}`, "", { whole: "+60%" });
  expect(found.codes).toContain("link-beyond-tested");
  const all = await outcome(
    `experiments:\n${tested("padding", "2026-05-31", `whole-share: ${share(20_000, 10_000, 10_600)}, again-share: ${share(20_000, 4000, 9000)}`)}`,
  );
  for (const { value } of all.indicators.find(({ id }) => id === "back")!.path) expect(value).toBeLessThanOrEqual(1);
});

test.each([
  ["no experiment", "", "no experiment supports that now"],
  [
    "an experiment that did not measure the cause",
    `experiments:\n${tested("padding", "2026-05-31", `again-share: ${share(20_000, 4000, 4400)}`)}`,
    "did not measure how much both moved",
  ],
  [
    "an experiment in which the cause hardly moved",
    `experiments:\n${tested("padding", "2026-05-31", `whole-share: ${share(20_000, 10_000, 10_100)}, again-share: ${share(20_000, 4000, 4400)}`)}`,
    "moved too little",
  ],
  ["an experiment of long ago", `experiments:\n${tested("padding", "2025-01-31", better)}`, "no experiment supports that now"],
])("%s counts for nothing, and is told", async (_, experiments, sentence) => {
  const found = await outcome(experiments);
  expect(found.links).toEqual([]);
  expect(found.indicators.map(({ id, through }) => [id, through])).toEqual([["undamaged", null]]);
  expect(found.doubts.find(({ code }) => code === "link-not-counted")!.sentence).toContain(sentence);
  expect(found.codes).toContain("super-kpi-untouched");
});

test("what is set is not moved as well, and a circle is broken", async () => {
  const experiments = `experiments:\n${tested("padding", "2026-05-31", better)}`;
  const set = await outcome(experiments, "", { whole: "+10%", again: "+5%" });
  expect(set.doubts.find(({ code }) => code === "link-not-counted")!.sentence).toContain("is at what you chose here");
  for (const { measured, value } of set.indicators.find(({ id }) => id === "back")!.path) expect(value / measured).toBeCloseTo(1.05, 9);
  const both = experiments.replace("tests: [piece-to-back]", "tests: [piece-to-back, back-to-piece]");
  const circle = await outcome(both, "  - {id: back-to-piece, from: back, to: undamaged}\n", { sent: "+10%" });
  expect(circle.doubts.filter(({ code }) => code === "link-not-counted").map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining("circle"),
  ]);
});
