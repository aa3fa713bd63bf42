import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLocalEngine } from "../dist/engine/index.js";
import { openWarehouse } from "../dist/warehouse/index.js";
import { interleaved } from "./measure.mjs";

const web = "channel = 'web'";
const done = "status <> 'cancelled'";

/**
 * 24 metrics, each as Helder's parameters and as an analyst would write it over the loaded table.
 * @type {Record<string, {yaml: string, sql: string}>}
 */
const metrics = {
  revenue: aggregate("sum", "quantity * unit_price", done),
  "all-revenue": aggregate("sum", "quantity * unit_price"),
  "web-revenue": aggregate("sum", "quantity * unit_price", `${done} and ${web}`),
  "lost-revenue": aggregate("sum", "quantity * unit_price", "status = 'cancelled'"),
  "known-revenue": aggregate("sum", "quantity * unit_price", `${done} and customer_id is not null`),
  units: aggregate("sum", "quantity", done),
  cost: aggregate("sum", "quantity * unit_cost", done),
  discount: aggregate("sum", "discount", done),
  shipping: aggregate("sum", "shipping", done),
  orders: count(done),
  "all-orders": count(null),
  cancelled: count("status = 'cancelled'"),
  returned: count("status = 'returned'"),
  known: count(`${done} and customer_id is not null`),
  large: count(`${done} and quantity >= 5`),
  discounted: count(`${done} and discount > 0`),
  "average-price": aggregate("average", "unit_price", done),
  "average-units": aggregate("average", "quantity", done),
  "delivery-days": aggregate("average", "delivery_days", "status = 'completed'"),
  "largest-order": aggregate("max", "quantity * unit_price", done),
  "cancelled-share": {
    yaml: "type: share, dataset: orders, of: \"status = 'cancelled'\"",
    sql: "count(*) FILTER (status = 'cancelled') / count(*)",
  },
  aov: {
    yaml: "type: ratio, numerator: revenue, denominator: orders",
    sql: `sum(quantity * unit_price) FILTER (${done}) / count(*) FILTER (${done})`,
  },
  "unit-margin": {
    yaml: "type: formula, formula: (revenue - cost) / units",
    sql: `(sum(quantity * unit_price) FILTER (${done}) - sum(quantity * unit_cost) FILTER (${done})) / sum(quantity) FILTER (${done})`,
  },
  "smallest-order": aggregate("min", "quantity * unit_price", done),
};

/** Kept apart: counting distinct ids costs as much in one statement as alone, so it hides what sharing a scan brings. */
const customers = `type: count-distinct, dataset: orders, of: customer_id, where: "${done}"`;

/**
 * @param {"sum" | "average" | "min" | "max"} type
 * @param {string} of
 * @param {string} [where]
 */
function aggregate(type, of, where) {
  const name = type === "average" ? "avg" : type;
  return {
    yaml: `type: ${type}, dataset: orders, of: ${of}${where === undefined ? "" : `, where: "${where}"`}`,
    sql: `${name}(${of})${where === undefined ? "" : ` FILTER (${where})`}`,
  };
}

/** @param {string | null} where */
function count(where) {
  return {
    yaml: `type: count, dataset: orders${where === null ? "" : `, where: "${where}"`}`,
    sql: `count(*)${where === null ? "" : ` FILTER (${where})`}`,
  };
}

/** @param {{rows: number, rounds: number}} options */
export async function engine({ rows, rounds }) {
  const directory = fileURLToPath(new URL(`data/orders-${rows}`, import.meta.url));
  await makeOrders(join(directory, "data", "orders.parquet"), rows);
  writeFileSync(join(directory, "helder.yaml"), workspaceText());

  const names = Object.keys(metrics);
  /** @param {string[]} asked */
  const request = (asked) => ({
    metrics: asked,
    grain: /** @type {const} */ ("month"),
    by: ["channel"],
    where: null,
    from: null,
    to: null,
    asOf: null,
    compare: null,
  });
  const opened = openLocalEngine(directory);
  const loaded = await opened.load({ datasets: null });
  const fused = await opened.sql(request(names));
  if (fused.statements.length !== 1) throw new Error(`${names.length} metrics became ${fused.statements.length} statements`);
  const withDistinct = await opened.sql(request([...names, "customers"]));
  const distinct = await opened.sql(request(["customers"]));
  const separate = await Promise.all(names.map((name) => opened.sql(request([name]))));
  const whole = await interleaved({ query: () => opened.query(request(names)) }, rounds);
  await opened.close();

  const warehouse = await openWarehouse(join(directory, ".helder"));
  /** @param {import("../dist/engine/index.js").SqlResult} result */
  const run = async ({ statements }) => {
    for (const { text, parameters } of statements) await warehouse.query(text, parameters);
  };
  const byHand = await handWritten(warehouse);
  const times = await interleaved(
    {
      fused: () => run(fused),
      hand: () => warehouse.query(byHand),
      withDistinct: () => run(withDistinct),
      distinct: () => run(distinct),
      separate: async () => {
        for (const one of separate) await run(one);
      },
    },
    rounds,
  );
  await warehouse.close();

  return [
    { name: "rows", value: loaded.datasets[0]?.rows ?? 0, unit: "" },
    {
      name: "load (0 where it was loaded before)",
      value: loaded.datasets[0]?.skipped === true ? 0 : (loaded.datasets[0]?.seconds ?? 0),
      unit: "s",
    },
    { name: "one statement", value: times.fused / 1000, unit: "s" },
    { name: "the same SELECT by hand", value: times.hand / 1000, unit: "s" },
    { name: "24 statements", value: times.separate / 1000, unit: "s" },
    { name: "whole query, from request to points", value: whole.query / 1000, unit: "s" },
    { name: "one statement / by hand", value: times.fused / times.hand, unit: "×", wish: "≤ 1.15" },
    { name: "24 statements / one statement", value: times.separate / times.fused, unit: "×", wish: "≥ 3" },
    { name: "the same with a count of distinct customers", value: (times.separate + times.distinct) / times.withDistinct, unit: "×" },
  ];
}

function workspaceText() {
  return `helder: 1
name: Benchmark
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: data/orders.parquet, time: ordered_at, customer: customer_id}
metrics:
${Object.entries({ ...metrics, customers: { yaml: customers } })
  .map(([id, { yaml }]) => `  - {id: ${id}, ${yaml}}`)
  .join("\n")}
`;
}

/** @param {import("../dist/warehouse/index.js").Warehouse} warehouse */
async function handWritten(warehouse) {
  const { rows } = await warehouse.query("SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema = 'data'");
  const [schema, table] = rows[0] ?? [];
  if (rows.length !== 1) throw new Error(`the warehouse has ${rows.length} tables, not one`);
  const columns = Object.entries(metrics).map(([id, { sql }]) => `${sql} AS "${id}"`);
  return `SELECT date_trunc('month', ordered_at) AS month, channel, ${columns.join(", ")} FROM "${schema}"."${table}" GROUP BY ALL`;
}

/**
 * Three years of orders, each a function of its number: the same on every machine.
 * @param {string} file
 * @param {number} rows
 */
async function makeOrders(file, rows) {
  if (existsSync(file)) return;
  mkdirSync(join(file, ".."), { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const unfinished = `${file}.part`;
  await connection.run(`
    COPY (
      SELECT
        i AS order_id,
        CASE WHEN hash(i, 'known') % 5 = 0 THEN NULL ELSE (hash(i, 'customer') % ${Math.max(1, Math.floor(rows / 8))})::INTEGER END AS customer_id,
        TIMESTAMP '2023-01-01' + to_seconds((i * (94608000.0 / ${rows}))::BIGINT) AS ordered_at,
        CASE WHEN hash(i, 'status') % 100 < 88 THEN 'completed' WHEN hash(i, 'status') % 100 < 94 THEN 'cancelled'
             WHEN hash(i, 'status') % 100 < 97 THEN 'returned' ELSE 'open' END AS status,
        ['web', 'shop', 'phone', 'marketplace', 'app', 'partner'][1 + (hash(i, 'channel') % 6)::INTEGER] AS channel,
        (1 + hash(i, 'quantity') % 8)::INTEGER AS quantity,
        (1 + (hash(i, 'price') % 49900) / 100.0)::DECIMAL(9, 2) AS unit_price,
        (0.5 + (hash(i, 'cost') % 24900) / 100.0)::DECIMAL(9, 2) AS unit_cost,
        CASE WHEN hash(i, 'discounted') % 4 = 0 THEN ((hash(i, 'discount') % 2000) / 100.0)::DECIMAL(9, 2) ELSE 0 END AS discount,
        ((hash(i, 'shipping') % 1500) / 100.0)::DECIMAL(9, 2) AS shipping,
        CASE WHEN hash(i, 'delivered') % 10 = 0 THEN NULL ELSE (1 + hash(i, 'days') % 14)::SMALLINT END AS delivery_days
      FROM range(1, ${rows} + 1) AS numbers(i)
    ) TO '${unfinished.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  renameSync(unfinished, file);
}
