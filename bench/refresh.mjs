import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLocalEngine } from "../dist/engine/index.js";
import { additive, distinct, makeOrders } from "./orders.mjs";

const command = fileURLToPath(new URL("../dist/bin/helder.js", import.meta.url));
const others = ["shop", "service", "returns", "visits"];
/** Metrics that follow customers from row to row, so that a row touches every period that looks back at it. */
const states = {
  active: "type: count-distinct, of: customer_id",
  back: "type: reactivation, lapsed: 12 months",
  silent: "type: churn, kind: silence, after: 12 months",
  returned: "type: retention, age: 1 month, mode: on",
};

/**
 * What is computed again of 60 KPIs over five datasets, by month and two dimensions, when nothing changed, when a day of rows came in, and
 * when rows of three old months did. The first dataset has nearly all of the rows.
 * @param {{rows: number}} options
 */
export async function refresh({ rows }) {
  const directory = fileURLToPath(new URL(`data/refresh-${rows}`, import.meta.url));
  const data = join(directory, "data");
  mkdirSync(data, { recursive: true });
  await makeOrders(join(data, "orders-0.parquet"), { rows, customers: Math.max(1, Math.floor(rows / 10)) });
  for (const [index, id] of others.entries())
    await makeOrders(join(data, `${id}-0.parquet`), { rows: Math.ceil(rows / 200) + index, customers: 1000 });
  for (const late of ["orders-1.parquet", "orders-2.parquet"]) rmSync(join(data, late), { force: true });
  rmSync(join(directory, ".helder"), { recursive: true, force: true });
  const ids = writeWorkspace(directory);

  const engine = openLocalEngine(directory);
  const load = await timed(() => engine.load({ datasets: null }));
  /** @param {readonly string[]} metrics */
  const ask = (metrics) => () =>
    engine.query({ metrics, grain: "month", by: ["channel", "status"], where: null, from: null, to: null, asOf: null, compare: null });
  /** @param {readonly string[]} metrics */
  const follow = (metrics) => () =>
    engine.query({ metrics, grain: "month", by: [], where: null, from: null, to: null, asOf: null, compare: null });
  const full = await timed(ask(ids.kpis));
  const fullStates = await timed(follow(ids.states));
  const again = await timed(ask(ids.kpis));

  await newRows(
    join(data, "orders-1.parquet"),
    join(data, "orders-0.parquet"),
    "ordered_at >= TIMESTAMP '2025-12-30' AND ordered_at < TIMESTAMP '2025-12-31'",
    "INTERVAL 1 DAY",
    rows * 10,
  );
  const loadDay = await timed(() => engine.load({ datasets: null }));
  const day = await timed(ask(ids.kpis));
  const dayStates = await timed(follow(ids.states));

  await newRows(
    join(data, "orders-2.parquet"),
    join(data, "orders-0.parquet"),
    "day(ordered_at) = 7 AND year(ordered_at) = 2024 AND month(ordered_at) IN (2, 5, 9)",
    "INTERVAL 0 DAY",
    rows * 20,
  );
  const loadLate = await timed(() => engine.load({ datasets: null }));
  const late = await timed(ask(ids.kpis));
  const lateStates = await timed(follow(ids.states));
  await engine.close();

  execFileSync(process.execPath, [command, "run", "--json", "--workspace", directory], { stdio: "ignore" });
  const began = performance.now();
  const ran = /** @type {{timings: {total: number}}} */ (
    JSON.parse(
      String(execFileSync(process.execPath, [command, "run", "--json", "--timings", "--workspace", directory], { maxBuffer: 2 ** 28 })),
    )
  );
  const whole = performance.now() - began;
  const all = full + fullStates;
  return [
    { name: "rows of the largest dataset", value: rows, unit: "" },
    { name: "loading all", value: load / 1000, unit: "s" },
    { name: "60 KPIs in full", value: full / 1000, unit: "s" },
    { name: "four that follow customers, in full", value: fullStates / 1000, unit: "s" },
    { name: "nothing changed, the query", value: again, unit: "ms" },
    { name: "nothing changed, run: timings.total", value: ran.timings.total, unit: "ms", wish: "≤ 80" },
    { name: "nothing changed, the whole command", value: whole / 1000, unit: "s", wish: "≤ 1.5" },
    { name: "loading a day of new rows", value: loadDay / 1000, unit: "s" },
    { name: "a day of new rows / in full", value: (100 * day) / full, unit: "%", wish: "≤ 4" },
    { name: "the same with four that follow customers", value: (100 * (day + dayStates)) / all, unit: "%" },
    { name: "loading late rows of three old months", value: loadLate / 1000, unit: "s" },
    { name: "late rows of three old months / in full", value: (100 * late) / full, unit: "%", wish: "≤ 12" },
    { name: "the same with four that follow customers", value: (100 * (late + lateStates)) / all, unit: "%", wish: "≤ 25" },
  ];
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Rows of one file that meet a condition, some time later and under new numbers, as another file.
 * @param {string} file
 * @param {string} from
 * @param {string} where
 * @param {string} later
 * @param {number} offset
 */
async function newRows(file, from, where, later, offset) {
  if (existsSync(file)) return;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const quoted = (/** @type {string} */ path) => `'${path.replaceAll("'", "''")}'`;
  await connection.run(
    `COPY (SELECT * REPLACE (order_id + ${offset} AS order_id, ordered_at + ${later} AS ordered_at) FROM read_parquet(${quoted(from)}) WHERE ${where}) TO ${quoted(file)} (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** 24 KPIs over the largest dataset and nine over each of the others. @param {string} directory */
function writeWorkspace(directory) {
  const large = Object.entries({ ...additive, ...distinct }).map(([id, { yaml }]) => ({ id, yaml }));
  const small = others.flatMap((dataset) =>
    Object.entries(additive)
      .filter(([, { yaml }]) => yaml.includes("dataset: orders"))
      .slice(0, 9)
      .map(([id, { yaml }]) => ({ id: `${dataset}-${id}`, yaml: yaml.replace("dataset: orders", `dataset: ${dataset}`) })),
  );
  const following = Object.entries(states).map(([id, yaml]) => ({ id: `state-${id}`, yaml: `${yaml}, dataset: orders` }));
  const metrics = [...large, ...small, ...following].map(({ id, yaml }) => `  - {id: ${id}, ${yaml}}`);
  const kpis = [...large, ...small].map(
    ({ id }) =>
      `  - {id: ${id}, name: "${id}", metric: ${id}, direction: up, cadence: monthly, target: {value: 1, from: 2025-01-01, to: 2025-12-31}}`,
  );
  const datasets = ["orders", ...others].map(
    (id) => `  - {id: ${id}, file: data/${id}-*.parquet, key: order_id, time: ordered_at, customer: customer_id}`,
  );
  writeFileSync(
    join(directory, "helder.yaml"),
    `helder: 1
name: Benchmark
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
${datasets.join("\n")}
metrics:
${metrics.join("\n")}
kpis:
${kpis.join("\n")}
`,
  );
  return { kpis: [...large, ...small].map(({ id }) => id), states: following.map(({ id }) => id) };
}
