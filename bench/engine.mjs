import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLocalEngine } from "../dist/engine/index.js";
import { interleaved } from "./measure.mjs";
import { additive, distinct, handWritten, makeOrders, workspaceText } from "./orders.mjs";
import { openPeer } from "./peer.mjs";

const metrics = { ...additive, ...distinct };

/**
 * The full computation of 24 KPIs × month × channel (20 whose parts add up, 4 distinct counts), against the same SELECT by hand over a
 * plain table of the same rows, one such SELECT a metric, and with `peers` Malloy and ClickHouse. Nothing is kept between rounds.
 * @param {{rows: number, rounds: number, peers: boolean}} options
 */
export async function engine({ rows, rounds, peers }) {
  const directory = fileURLToPath(new URL(`data/orders-${rows}`, import.meta.url));
  const parquet = join(directory, "data", "orders.parquet");
  await makeOrders(parquet, { rows, customers: Math.max(1, Math.floor(rows / 10)) });
  writeFileSync(join(directory, "helder.yaml"), workspaceText(metrics));
  const table = await plainTable(join(directory, "plain.duckdb"), parquet);

  // A trace keeps the engine from answering out of what it answered before.
  const opened = openLocalEngine(directory, { trace: () => undefined });
  const loaded = await opened.load({ datasets: null });
  /** @param {string[]} asked */
  const ask = (asked) => opened.query({ ...request, metrics: asked });
  await ask(Object.keys(metrics));
  const peak = process.resourceUsage().maxRSS / 1024 ** 2;

  const instance = await DuckDBInstance.create(table, { access_mode: "READ_ONLY" });
  const plain = await instance.connect();
  /** @param {string} text */
  const run = async (text) => void (await plain.runAndReadAll(text));
  const single = Object.entries(metrics).map(([id, asked]) => handWritten({ [id]: asked }, "orders"));
  const malloy = peers ? await openPeer("malloy", { file: table, metrics }) : null;
  const clickhouse = peers
    ? await openPeer("clickhouse", {
        parquet,
        directory: join(directory, "clickhouse"),
        statement: `${handWritten(metrics, "bench.orders")} SETTINGS prefer_column_name_to_alias = 1`,
      })
    : null;
  /** @type {Record<string, () => unknown>} */
  const tasks = {
    helder: () => ask(Object.keys(metrics)),
    additive: () => ask(Object.keys(additive)),
    distinct: () => ask(Object.keys(distinct)),
    hand: () => run(handWritten(metrics, "orders")),
    handAdditive: () => run(handWritten(additive, "orders")),
    separate: async () => {
      for (const text of single) await run(text);
    },
    ...(malloy ? { malloy: malloy.round } : {}),
    ...(clickhouse ? { clickhouse: clickhouse.round } : {}),
  };
  const times = await interleaved(tasks, rounds);
  malloy?.close();
  clickhouse?.close();
  plain.closeSync();
  instance.closeSync();
  await opened.close();

  const seconds = (/** @type {number | undefined} */ time) => (time ?? NaN) / 1000;
  const first = loaded.datasets[0];
  return [
    { name: "rows", value: first?.rows ?? 0, unit: "" },
    { name: "load (0 where it was loaded before)", value: first?.skipped === true ? 0 : (first?.seconds ?? 0), unit: "s" },
    { name: "24 KPIs, from request to points", value: seconds(times["helder"]), unit: "s" },
    { name: "the 20 that add up", value: seconds(times["additive"]), unit: "s" },
    { name: "the 4 distinct counts", value: seconds(times["distinct"]), unit: "s" },
    { name: "one SELECT by hand, plain table", value: seconds(times["hand"]), unit: "s" },
    { name: "one SELECT by hand, the 20", value: seconds(times["handAdditive"]), unit: "s" },
    { name: "24 SELECTs by hand", value: seconds(times["separate"]), unit: "s" },
    ...(malloy ? [{ name: "Malloy, one statement", value: seconds(times["malloy"]), unit: "s" }] : []),
    ...(clickhouse ? [{ name: "ClickHouse, one statement", value: seconds(times["clickhouse"]), unit: "s" }] : []),
    { name: "Helder / by hand", value: ratio(times, "helder", "hand"), unit: "×", wish: "≤ 0.7" },
    { name: "24 SELECTs / Helder", value: ratio(times, "separate", "helder"), unit: "×", wish: "≥ 4.5" },
    ...(malloy ? [{ name: "Helder / Malloy", value: ratio(times, "helder", "malloy"), unit: "×", wish: "≤ 1" }] : []),
    { name: "peak memory of the process after loading and asking", value: peak, unit: "GiB", wish: "≤ 6" },
  ];
}

/**
 * @param {Record<string, number>} times
 * @param {string} one
 * @param {string} other
 */
function ratio(times, one, other) {
  return (times[one] ?? NaN) / (times[other] ?? NaN);
}

const request = {
  grain: /** @type {const} */ ("month"),
  by: ["channel"],
  where: null,
  from: null,
  to: null,
  asOf: null,
  compare: null,
};

/**
 * The rows as DuckDB itself stores them, without anything of Helder's.
 * @param {string} file
 * @param {string} parquet
 */
async function plainTable(file, parquet) {
  if (existsSync(file)) return file;
  const instance = await DuckDBInstance.create(`${file}.part`);
  const connection = await instance.connect();
  await connection.run(`CREATE OR REPLACE TABLE orders AS FROM '${parquet.replaceAll("'", "''")}'`);
  connection.closeSync();
  instance.closeSync();
  rmSync(`${file}.part.wal`, { force: true });
  renameSync(`${file}.part`, file);
  return file;
}
