import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { grains } from "../../src/calendar/index.ts";
import { type LocalEngine, makeExample, openLocalEngine, type QueryRequest } from "../../src/engine/index.ts";
import { openClickhouse } from "../../src/warehouse/index.ts";
import { expectEqual } from "./close.ts";
import { breaking, passOn, type Road, startRoad, type Trouble } from "./trouble.ts";

const today = "2026-05-20";
const base = realpathSync(mkdtempSync(join(tmpdir(), "helder-both-")));
const open: LocalEngine[] = [];
afterAll(async () => {
  for (const engine of open) await engine.close();
  rmSync(base, { recursive: true, force: true });
});

function engineOn(directory: string): LocalEngine {
  const engine = openLocalEngine(directory, { now: () => Date.parse(`${today}T12:00:00Z`) });
  open.push(engine);
  return engine;
}

/** The same workspace twice: one computes on DuckDB, the other on ClickHouse. */
function twins(name: string, url = inject("clickhouse")): { duckdb: string; clickhouse: string; database: string } {
  const database = `${name}_${process.pid}`;
  const [duckdb, clickhouse] = [join(base, name), join(base, `${name}-clickhouse`)];
  cpSync(duckdb, clickhouse, { recursive: true });
  const settings = join(clickhouse, "helder.yaml");
  const warehouse = `warehouse: { clickhouse: { url: ${url}, database: ${database} } }\n`;
  writeFileSync(settings, `${readFileSync(settings, "utf8").trimEnd()}\n${warehouse}`);
  return { duckdb, clickhouse, database };
}

describe("the bathroom shop", () => {
  let one: LocalEngine;
  let other: LocalEngine;
  let database: string;
  beforeAll(async () => {
    mkdirSync(join(base, "bathrooms"));
    await makeExample(join(base, "bathrooms"), "badkamerwinkel", today, "nl");
    const copies = twins("bathrooms");
    database = copies.database;
    one = engineOn(copies.duckdb);
    other = engineOn(copies.clickhouse);
  });

  test("loads alike", async () => {
    const [mine, theirs] = [await one.load({ datasets: null }), await other.load({ datasets: null })];
    const told = ({ datasets, failures }: typeof mine) => ({ datasets: datasets.map((one) => ({ ...one, seconds: 0 })), failures });
    expect(told(theirs)).toEqual(told(mine));
    expect(mine.failures).toEqual([]);
    expect(mine.datasets.length).toBeGreaterThan(0);
    const again = await other.load({ datasets: null });
    expect(again.datasets.every(({ skipped }) => skipped)).toBe(true);
  });

  test("every metric that can be asked answers alike at every grain", async () => {
    const ids: string[] = [];
    for (const { id } of (await one.framework()).metrics) if (await isAnswered(one, id)) ids.push(id);
    expect(ids.length).toBeGreaterThan(10);
    for (const grain of grains.filter((grain) => grain !== "day")) {
      const request: QueryRequest = {
        metrics: ids,
        grain,
        by: [],
        where: null,
        from: null,
        to: null,
        asOf: today,
        compare: grain === "total" ? null : "year",
      };
      expectEqual(await other.query(request), await one.query(request));
    }
  });

  test("is judged alike", async () => {
    const [mine, theirs] = [await one.run({ asOf: today }), await other.run({ asOf: today })];
    expectEqual(theirs.report, mine.report);
  });

  test("and leaves a table per dataset, by its id", async () => {
    const { datasets } = await other.framework();
    expect(await tablesOf(database)).toEqual(datasets.map(({ id }) => id).sort());
  });
});

describe("a small workspace", () => {
  const rows = ["1;2026-01-31;web;10,50;a", "2;2026-02-01;;3,00;b", "3;;web;1,25;", '4;1899-12-31;"we""b";2,00;a'];
  const put = (directory: string, lines: readonly string[]) =>
    writeFileSync(join(directory, "orders.csv"), `id;at;channel;amount;customer\n${lines.join("\n")}\n`);
  let one: LocalEngine;
  let other: LocalEngine;
  let directory: string;
  let duckdb: string;
  let database: string;
  let road: Road;

  beforeAll(async () => {
    road = await startRoad(inject("clickhouse"));
    mkdirSync(join(base, "small"));
    writeFileSync(
      join(base, "small", "helder.yaml"),
      `helder: 1
name: Klein
datasets:
  - { id: orders, file: orders.csv, key: id, time: at, customer: customer, columns: { twice: amount * 2, vat: amount * 0.21 } }
metrics:
  - { id: amount, type: sum, dataset: orders, of: amount, unit: currency }
  - { id: twice, type: sum, dataset: orders, of: twice, unit: currency }
  - { id: vat, type: sum, dataset: orders, of: vat, unit: currency }
  - { id: customers, type: count-distinct, dataset: orders, of: customer }
  - { id: squares, type: sum, dataset: orders, of: id * id }
`,
    );
    put(join(base, "small"), rows.slice(0, 3));
    ({ duckdb, clickhouse: directory, database } = twins("small", road.url));
    one = engineOn(duckdb);
    other = engineOn(directory);
  });
  afterAll(() => road.close());

  const request: QueryRequest = {
    metrics: ["amount", "twice", "vat", "customers", "squares"],
    grain: "month",
    by: ["channel"],
    where: null,
    from: null,
    to: null,
    asOf: today,
    compare: null,
  };

  test("answers to the byte, where a metric bears a column's name and a row has no time", async () => {
    expect(JSON.stringify(await other.query(request))).toBe(JSON.stringify(await one.query(request)));
    expect(JSON.stringify(await other.query({ ...request, asOf: "2026-01-31", where: "channel like 'w%b'" }))).toBe(
      JSON.stringify(await one.query({ ...request, asOf: "2026-01-31", where: "channel like 'w%b'" })),
    );
  });

  test("follows a changed file", async () => {
    for (const place of [duckdb, directory]) put(place, [...rows.slice(0, 3), "5;2026-03-01;shop;100,00;c"]);
    expect(JSON.stringify(await other.query(request))).toBe(JSON.stringify(await one.query(request)));
  });

  test("keeps its answers when the server goes away in the middle of a load", async () => {
    const before = await countOf(database);
    put(directory, rows.slice(0, 2));
    const isInsert = (text: string) => text.startsWith("INSERT INTO");
    const passing: Trouble = (passed, response, body) =>
      isInsert(new URL(passed.url!, "http://x").searchParams.get("query") ?? "")
        ? breaking(passed, response, body)
        : passOn(inject("clickhouse"), passed, response, body);
    road.troubles.push(...Array.from({ length: 60 }, () => passing));
    await expect(other.load({ datasets: null })).rejects.toMatchObject({ code: "clickhouse-unreachable" });
    road.troubles.length = 0;
    expect(await countOf(database)).toBe(before);
    expect((await other.load({ datasets: null })).datasets[0]).toMatchObject({ rows: 2, skipped: false });
    expect(await countOf(database)).toBe(2);
    expect(await tablesOf(database)).toEqual(["orders"]);
  });

  test("refuses days that ClickHouse does not know, rather than clip them", async () => {
    put(directory, rows);
    const { failures } = await other.load({ datasets: null });
    expect(failures).toMatchObject([{ id: "orders", error: { code: "day-out-of-range", params: { column: "at", value: "1899-12-31" } } }]);
  });

  test("drops what is no longer a dataset", async () => {
    put(directory, rows.slice(0, 3));
    await other.load({ datasets: null });
    expect(await tablesOf(database)).toEqual(["orders"]);
    const settings = join(directory, "helder.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/\ndatasets:[\s\S]*(?=\nwarehouse)/, ""));
    await other.load({ datasets: null });
    expect(await tablesOf(database)).toEqual([]);
  });

  test("says which variable is missing", async () => {
    const settings = join(directory, "helder.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/url: [^,]*,/, "url: env(NOWHERE_SET),"));
    await expect(other.load({ datasets: null })).rejects.toMatchObject({ code: "variable-missing", params: { name: "NOWHERE_SET" } });
  });
});

async function isAnswered(engine: LocalEngine, metric: string): Promise<boolean> {
  return engine.query({ metrics: [metric], grain: "month", by: [], where: null, from: null, to: null, asOf: today, compare: null }).then(
    () => true,
    () => false,
  );
}

async function ask(database: string, text: string): Promise<readonly (readonly unknown[])[]> {
  const server = await openClickhouse({ url: inject("clickhouse"), database });
  try {
    return (await server.run({ text, parameters: [], columns: [] })).rows;
  } finally {
    await server.close();
  }
}

async function tablesOf(database: string): Promise<readonly unknown[]> {
  return (await ask(database, "SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name")).flat();
}

async function countOf(database: string): Promise<unknown> {
  return (await ask(database, "SELECT count() FROM orders"))[0]![0];
}
