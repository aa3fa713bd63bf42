import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * A metric in three languages: Helder's YAML, SQL as an analyst writes it over the plain table, Malloy.
 * @typedef {{yaml: string, sql: string, malloy: string}} Asked
 */

const web = { sql: "channel = 'web'", malloy: "channel = 'web'" };
const done = { sql: "status <> 'cancelled'", malloy: "status != 'cancelled'" };
/** @param {...{sql: string, malloy: string}} parts */
const all = (...parts) => ({ sql: parts.map(({ sql }) => sql).join(" and "), malloy: parts.map(({ malloy }) => malloy).join(" and ") });
/** @param {string} text */
const plain = (text) => ({ sql: text, malloy: text });

/**
 * @param {"sum" | "average" | "min" | "max"} type
 * @param {string} of
 * @param {{sql: string, malloy: string}} [where]
 * @returns {Asked}
 */
function aggregate(type, of, where) {
  return {
    yaml: `type: ${type}, dataset: orders, of: ${of}${where ? `, where: "${where.sql}"` : ""}`,
    sql: `${type === "average" ? "avg" : type}(${of})${where ? ` FILTER (WHERE ${where.sql})` : ""}`,
    malloy: `${type === "average" ? "avg" : type}(${of})${where ? ` { where: ${where.malloy} }` : ""}`,
  };
}

/**
 * @param {{sql: string, malloy: string} | null} where
 * @returns {Asked}
 */
function count(where) {
  return {
    yaml: `type: count, dataset: orders${where ? `, where: "${where.sql}"` : ""}`,
    sql: `count(*)${where ? ` FILTER (WHERE ${where.sql})` : ""}`,
    malloy: `count()${where ? ` { where: ${where.malloy} }` : ""}`,
  };
}

/**
 * @param {{sql: string, malloy: string} | null} where
 * @returns {Asked}
 */
function customers(where) {
  return {
    yaml: `type: count-distinct, dataset: orders, of: customer_id${where ? `, where: "${where.sql}"` : ""}`,
    sql: `count(DISTINCT customer_id)${where ? ` FILTER (WHERE ${where.sql})` : ""}`,
    malloy: `count(customer_id)${where ? ` { where: ${where.malloy} }` : ""}`,
  };
}

/** 20 metrics whose parts add up. @type {Record<string, Asked>} */
export const additive = {
  revenue: aggregate("sum", "quantity * unit_price", done),
  "all-revenue": aggregate("sum", "quantity * unit_price"),
  "web-revenue": aggregate("sum", "quantity * unit_price", all(done, web)),
  "lost-revenue": aggregate("sum", "quantity * unit_price", plain("status = 'cancelled'")),
  units: aggregate("sum", "quantity", done),
  cost: aggregate("sum", "quantity * unit_cost", done),
  discount: aggregate("sum", "discount", done),
  shipping: aggregate("sum", "shipping", done),
  orders: count(done),
  "all-orders": count(null),
  returned: count(plain("status = 'returned'")),
  known: count({ sql: `${done.sql} and customer_id is not null`, malloy: `${done.malloy} and customer_id is not null` }),
  large: count(all(done, plain("quantity >= 5"))),
  discounted: count(all(done, plain("discount > 0"))),
  "average-price": aggregate("average", "unit_price", done),
  "delivery-days": aggregate("average", "delivery_days", plain("status = 'completed'")),
  "largest-order": aggregate("max", "quantity * unit_price", done),
  "cancelled-share": {
    yaml: "type: share, dataset: orders, of: \"status = 'cancelled'\"",
    sql: "count(*) FILTER (WHERE status = 'cancelled') / count(*)",
    malloy: "count() { where: status = 'cancelled' } / count()",
  },
  aov: {
    yaml: "type: ratio, numerator: revenue, denominator: orders",
    sql: `sum(quantity * unit_price) FILTER (WHERE ${done.sql}) / count(*) FILTER (WHERE ${done.sql})`,
    malloy: `sum(quantity * unit_price) { where: ${done.malloy} } / count() { where: ${done.malloy} }`,
  },
  "unit-margin": {
    yaml: "type: formula, formula: (revenue - cost) / units",
    sql: `(sum(quantity * unit_price) FILTER (WHERE ${done.sql}) - sum(quantity * unit_cost) FILTER (WHERE ${done.sql})) / sum(quantity) FILTER (WHERE ${done.sql})`,
    malloy: `(sum(quantity * unit_price) { where: ${done.malloy} } - sum(quantity * unit_cost) { where: ${done.malloy} }) / sum(quantity) { where: ${done.malloy} }`,
  },
};

/** 4 metrics that must look at every customer. @type {Record<string, Asked>} */
export const distinct = {
  customers: customers(done),
  "all-customers": customers(null),
  "web-customers": customers(all(done, web)),
  "returning-goods": customers(plain("status = 'returned'")),
};

/** @param {Record<string, Asked>} metrics */
export function workspaceText(metrics) {
  return `helder: 1
name: Benchmark
language: en
currency: EUR
timezone: Europe/Amsterdam
datasets:
  - {id: orders, file: data/orders.parquet, time: ordered_at, customer: customer_id}
metrics:
${Object.entries(metrics)
  .map(([id, { yaml }]) => `  - {id: ${id}, ${yaml}}`)
  .join("\n")}
`;
}

/**
 * @param {Record<string, Asked>} metrics
 * @param {string} table
 */
export function handWritten(metrics, table) {
  const columns = Object.entries(metrics).map(([id, { sql }]) => `${sql} AS "${id}"`);
  return `SELECT date_trunc('month', ordered_at) AS month, channel, ${columns.join(", ")} FROM ${table} GROUP BY ALL`;
}

/**
 * Three years of orders of `customers` customers over six channels, every fifth without a customer; each order is a function of its
 * number, so they are the same on every machine.
 * @param {string} file
 * @param {{rows: number, customers: number}} size
 */
export async function makeOrders(file, { rows, customers: people }) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const unfinished = `${file}.part`;
  await connection.run(`
    COPY (
      SELECT
        i AS order_id,
        CASE WHEN hash(i, 'known') % 5 = 0 THEN NULL ELSE (hash(i, 'customer') % ${people})::INTEGER END AS customer_id,
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
