import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grains } from "../../src/calendar/index.ts";
import { catalogOf, loadDatasets } from "../../src/engine/load/index.ts";
import { type Framework, metricTypes, sectionNames, Settings, Dataset, type Metric } from "../../src/framework/index.ts";
import { assemble, type MetricQuery, planQuery, type QueryResult } from "../../src/metric/index.ts";
import { compile, type Table } from "../../src/sql/index.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";
import { ordersOf } from "../metric/orders.ts";
import { queryOf, type Row } from "../metric/shop.ts";
import { expectEqual } from "./close.ts";
import { oldClickhouse, oldDialect } from "./old-dialect.ts";
import { type Cluster, program, startCluster } from "./old-server.ts";

const metrics = [
  { id: "revenue", type: "sum", of: "quantity * amount" },
  { id: "total-weight", type: "sum", of: "weight" },
  { id: "units", type: "sum", of: "quantity", where: "channel <> 'web'" },
  { id: "orders", type: "count" },
  { id: "web-orders", type: "count", where: "channel = 'web' and size >= 2" },
  { id: "smallest", type: "min", of: "amount", where: "size > 1" },
  { id: "heaviest", type: "max", of: "weight" },
  { id: "customers", type: "count-distinct", of: "customer" },
  { id: "web-customers", type: "count-distinct", of: "customer", where: "channel in ('web', 'Web')" },
  { id: "average-amount", type: "average", of: "amount" },
  { id: "web-share", type: "share", of: "channel = 'web'", where: "channel is not null" },
  { id: "median-amount", type: "median", of: "amount" },
  { id: "p90-weight", type: "percentile", of: "weight", p: 0.9 },
].map((metric) => ({ ...metric, dataset: "orders" }));
const ratio = { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" };
const ids = [...metrics, ratio].map(({ id }) => id);

const dataset = ordersOf(1500, 5);
const columns = Object.keys(dataset.columns).filter((name) => name !== "paid");

function framework(): Framework {
  const empty = Object.fromEntries(sectionNames.map((name) => [name, []]));
  return {
    ...empty,
    settings: Settings.parse({ helder: 1, name: "Proef" }),
    datasets: [Dataset.parse({ id: "orders", file: "orders.jsonl", time: "ordered_at", customer: "customer" })],
    metrics: [...metrics, ratio].map((metric) => metricTypes[metric.type as "sum"].parse(metric) as Metric),
  } as unknown as Framework;
}

/** Doubles of nine decimals: a loader takes numbers of more digits than a double holds for names. */
function written(rows: readonly Row[]): string {
  return rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, name === "weight" && row[name] !== null ? Number((row[name] as number).toFixed(9)) : row[name]])))}\n`,
    )
    .join("");
}

async function ask(warehouse: Warehouse, query: MetricQuery): Promise<QueryResult> {
  const planned = planQuery(framework(), await catalogOf(warehouse, framework(), query.asOf), query);
  const tables: Table[] = [];
  for (const plan of planned.plans) tables.push(await warehouse.run(compile(plan, warehouse.dialect)));
  return assemble(planned, tables, new Map());
}

describe.skipIf(program === null)(
  `a cluster of two shards${program === null ? " (skipped: apt-get install clickhouse-server)" : ""}`,
  () => {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), "helder-shards-")));
    let cluster: Cluster;
    let server: ReturnType<typeof oldClickhouse>;
    let one: Warehouse;
    let spread: Warehouse;
    const load = (warehouse: Warehouse) => loadDatasets(warehouse, { directory, framework: framework(), datasets: null });

    beforeAll(async () => {
      cluster = await startCluster();
      for (const url of cluster.urls) await fetch(url, { method: "POST", body: "CREATE DATABASE shop" });
      server = oldClickhouse(cluster, "shop");
      writeFileSync(join(directory, "orders.jsonl"), written(dataset.rows));
      one = await openWarehouse(join(directory, ".one"));
      const bench = await openWarehouse(join(directory, ".spread"));
      spread = { ...bench, dialect: oldDialect, clickhouse: server, run: (statement) => server.run(statement) };
    });
    afterAll(async () => {
      await one.close();
      await spread.close();
      await cluster.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    test("holds the rows that one machine would, all of a customer on one shard", async () => {
      const [mine, theirs] = [await load(one), await load(spread)];
      expect(theirs.failures).toEqual([]);
      expect({ ...theirs.datasets[0], seconds: 0 }).toEqual({ ...mine.datasets[0], seconds: 0 });
      const rows = await rowsTable();
      const parts = await Promise.all([0, 1].map((shard) => server.on(shard, `SELECT groupUniqArray(customer), count() FROM "${rows}"`)));
      const [first, second] = parts.map((part) => new Set(part.rows[0]![0] as unknown as string[]));
      expect(parts.reduce((sum, part) => sum + Number(part.rows[0]![1]), 0)).toBe(dataset.rows.length);
      expect(first!.size).toBeGreaterThan(5);
      expect(second!.size).toBeGreaterThan(5);
      expect([...first!].filter((customer) => second!.has(customer))).toEqual([]);
    });

    for (const grain of grains) {
      for (const by of [[], ["channel"], ["size"]]) {
        test(`answers as one machine does: ${grain} by ${by.join(", ") || "nothing"}`, async () => {
          for (const more of [
            {},
            {
              where: "size >= 2 or channel = 'shop'",
              from: "2025-12-03",
              to: "2026-02-20",
              compare: grain === "total" ? null : ("previous" as const),
            },
          ]) {
            const query = queryOf({ metrics: ids, grain, by, ...more });
            const [found, expected] = [await ask(spread, query), await ask(one, query)];
            expect(expected.series.length).toBeGreaterThan(0);
            expectEqual(found, expected);
          }
        });
      }
    }

    test("a new load takes the place of the old one at once, and leaves nothing behind", async () => {
      const before = await rowsTable();
      expect((await load(spread)).datasets[0]!.skipped).toBe(true);
      writeFileSync(join(directory, "orders.jsonl"), written(dataset.rows.slice(0, 700)));
      expect((await load(spread)).datasets[0]).toMatchObject({ rows: 700, skipped: false });
      const after = await rowsTable();
      expect(after).not.toBe(before);
      const tables = async (shard: number) =>
        (await server.on(shard, "SELECT name FROM system.tables WHERE database = 'shop' ORDER BY name")).rows.flat();
      expect(await tables(0)).toEqual(["orders", after]);
      expect(await tables(1)).toEqual([after]);
      await load(one);
      const query = queryOf({ metrics: ids, grain: "month" });
      expectEqual(await ask(spread, query), await ask(one, query));
    });

    test("a load that is killed leaves the old answers", async () => {
      const query = queryOf({ metrics: ids, grain: "month" });
      const before = await ask(spread, query);
      writeFileSync(join(directory, "orders.jsonl"), written(dataset.rows.slice(100)));
      const broken: Warehouse = { ...spread, clickhouse: { ...server, insert: () => Promise.reject(new Error("killed")) } };
      await expect(load(broken)).rejects.toThrow("killed");
      expect((await server.run({ text: 'SELECT count() FROM "orders"', parameters: [], columns: [] })).rows).toEqual([[700]]);
      expectEqual(await ask(spread, query), before);
      expect((await load(spread)).datasets[0]).toMatchObject({ rows: dataset.rows.length - 100 });
    });

    /** the table of rows beneath the one that answers */
    async function rowsTable(): Promise<string> {
      const { rows } = await server.on(1, "SELECT name FROM system.tables WHERE database = 'shop'");
      expect(rows).toHaveLength(1);
      return String(rows[0]![0]);
    }
  },
);
