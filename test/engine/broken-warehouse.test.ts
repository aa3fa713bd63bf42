import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLocalEngine } from "../../src/engine/index.ts";
import { folder } from "../load/folder.ts";
import { within } from "./within.ts";

const yaml = `helder: 1
name: Shop
language: en
datasets:
  - {id: orders, file: orders.csv, time: day, customer: mail, key: id}
metrics:
  - {id: revenue, type: sum, dataset: orders, of: price}
  - {id: orders, type: count, dataset: orders}
`;
const lines = Array.from({ length: 100_000 }, (_, id) => {
  const day = String((id % 28) + 1).padStart(2, "0");
  return `${id},2026-01-${day},p${(id * 7919) % 99_991}@example.org,${(id * 31) % 977}.25`;
});

const ask = {
  metrics: ["revenue", "orders"],
  grain: "total",
  by: [],
  where: null,
  from: null,
  to: null,
  compare: null,
  asOf: "2026-03-20",
} as const;

/** A workspace whose warehouse is loaded and then damaged in the blocks of its tables, and what was answered before. */
async function damaged() {
  const directory = folder({ "helder.yaml": yaml, "orders.csv": `id,day,mail,price\n${lines.join("\n")}\n` });
  const { series } = await within(directory, (engine) => engine.query(ask));
  const file = join(directory, ".helder", "warehouse.duckdb");
  const bytes = readFileSync(file);
  // Beyond the header and the first block, which is read to open it.
  bytes.fill(0xa5, 12_288 + 2 ** 18 + 1000, Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);
  return { directory, series };
}

test("who asks a warehouse that turns out to be damaged is answered from one that is made anew", async () => {
  const { directory, series } = await damaged();
  const told: string[] = [];
  const engine = openLocalEngine(directory, { now: () => Date.parse("2026-05-01T10:00:00Z"), progress: (line) => told.push(line) });
  try {
    // By customer, so that no kept answer will do.
    const by = await engine.query({ ...ask, by: ["mail"], private: true });
    expect(by.series.length).toBeGreaterThan(1000);
    expect((await engine.query(ask)).series).toEqual(series);
  } finally {
    await engine.close();
  }
  expect(told.filter((line) => line.startsWith(".helder/warehouse.duckdb: "))).toHaveLength(1);
});

test("a person is removed though the warehouse is damaged", async () => {
  const { directory } = await damaged();
  const result = await within(directory, (engine) => engine.erase({ customer: "p0@example.org", confirmed: true, command: "test" }));
  expect(result).toMatchObject({ erased: true, left: 0 });
});
