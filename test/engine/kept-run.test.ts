import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import type { Report } from "../../src/report/index.ts";
import { folder, put } from "../load/folder.ts";

const yaml = (value: number) => `helder: 1
name: Proef
language: nl
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: "orders-*.csv", key: id, time: on}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount}
  - {id: mood, type: observed, unit: score}
kpis:
  - {id: sales, name: Omzet, metric: revenue, direction: up, cadence: monthly, target: {value: ${value}, from: 2026-01-01, to: 2026-12-31}}
  - {id: feeling, name: Stemming, metric: mood, direction: up, cadence: monthly, target: {value: 8, from: 2026-01-01, to: 2026-12-31}}
`;
const now = () => Date.parse("2026-06-10T10:00:00Z");

function workspace(): string {
  const directory = folder();
  put(directory, "helder.yaml", yaml(100));
  put(directory, "orders-1.csv", "id,on,amount\n1,2026-01-05,10\n2,2026-02-05,20\n");
  return directory;
}

async function ran(directory: string, asOf: string | null = null): Promise<Report> {
  const engine = openLocalEngine(directory, { now });
  try {
    return (await engine.run({ asOf })).report;
  } finally {
    await engine.close();
  }
}

const keptAt = (directory: string) => statSync(join(directory, ".helder", "run.json")).mtimeMs;

test("a second run tells the kept report, and computes nothing", async () => {
  const directory = workspace();
  const first = await ran(directory);
  const written = keptAt(directory);
  expect(await ran(directory)).toEqual(first);
  expect(keptAt(directory)).toBe(written);
});

test("where nothing changed the warehouse is not even opened", async () => {
  const directory = workspace();
  const first = await ran(directory);
  rmSync(join(directory, ".helder", "warehouse.duckdb"));
  expect(await ran(directory)).toEqual(first);
  expect(existsSync(join(directory, ".helder", "warehouse.duckdb"))).toBe(false);
});

test("files that were only touched are looked at once", async () => {
  const directory = workspace();
  const first = await ran(directory);
  put(directory, "orders-1.csv", "id,on,amount\n1,2026-01-05,10\n2,2026-02-05,20\n");
  expect(await ran(directory)).toEqual(first);
  rmSync(join(directory, ".helder", "warehouse.duckdb"));
  expect(await ran(directory)).toEqual(first);
  expect(existsSync(join(directory, ".helder", "warehouse.duckdb"))).toBe(false);
});

const changes: Readonly<Record<string, (directory: string) => void | Promise<unknown>>> = {
  "another target": (directory) => put(directory, "helder.yaml", yaml(500)),
  "a new file of rows": (directory) => put(directory, "orders-2.csv", "id,on,amount\n3,2026-03-05,30\n"),
  "a row that became another": (directory) => put(directory, "orders-1.csv", "id,on,amount\n1,2026-01-05,11\n2,2026-02-05,20\n"),
  "a check-in": async (directory) => {
    const engine = openLocalEngine(directory, { now });
    await engine.checkin({ indicator: "feeling", period: "2026-05", value: 7, note: null });
    await engine.close();
  },
  "a kept report that is cut off": (directory) => writeFileSync(join(directory, ".helder", "run.json"), '{"text": "'),
};

test.for(Object.entries(changes))("after %s the report is that of a new start", async ([, change]) => {
  const directory = workspace();
  await ran(directory);
  const written = keptAt(directory);
  await change(directory);
  const after = await ran(directory);
  expect(keptAt(directory)).not.toBe(written);
  rmSync(join(directory, ".helder", "run.json"));
  expect(await ran(directory)).toEqual(after);
});

test("another day is judged anew", async () => {
  const directory = workspace();
  await ran(directory);
  expect((await ran(directory, "2027-02-01")).kpis[0]!.status).toBe("missed");
  expect((await ran(directory)).kpis[0]!.status).not.toBe("missed");
});

test("the history that the linter holds targets against is written again where it is gone", async () => {
  const directory = workspace();
  await ran(directory);
  rmSync(join(directory, ".helder", "history.json"));
  await ran(directory);
  expect(statSync(join(directory, ".helder", "history.json")).size).toBeGreaterThan(0);
});
