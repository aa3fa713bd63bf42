import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

/**
 * The steps from a file of orders to facts, of a tenth of the rows and of all, each in a process of its own so that its memory is its own;
 * and what an export of the customers of a run adds, which is asked of at most 4 million rows of 200,000 customers.
 * @param {{rows: number, parquet: boolean, wide: boolean}} options
 */
export async function discovery({ rows, parquet, wide }) {
  const ending = parquet ? "parquet" : "csv";
  const few = Math.max(1, Math.floor(rows / 10));
  const file = (/** @type {number} */ count) =>
    fileURLToPath(new URL(`data/discover/${wide ? "wide" : "narrow"}-${count}.${ending}`, import.meta.url));
  for (const count of [few, rows]) await makeSales(file(count), count, wide);
  const load = loadavg()[0] ?? 0;
  const small = measured(file(few), null);
  const large = measured(file(rows), null);
  const folder = mkdtempSync(join(tmpdir(), "helder-bench-"));
  try {
    const exported = Math.min(rows, 4_000_000);
    await makeSales(file(exported), exported, wide);
    const sheet = measured(file(exported), join(folder, "customers.xlsx"));
    return [
      { name: "load of the machine before", value: load, unit: "" },
      { name: `${few} rows, all steps`, value: small.seconds, unit: "s" },
      { name: `${rows} rows, all steps`, value: large.seconds, unit: "s", wish: "≤ 40" },
      ...large.steps.map(({ name, seconds }) => ({ name: `  ${name}`, value: seconds, unit: "s" })),
      { name: "of processors, all steps", value: large.processor, unit: "s" },
      ...large.steps.map(({ name, processor }) => ({ name: `  ${name}, of processors`, value: processor, unit: "s" })),
      { name: "memory at most", value: large.memory, unit: "MiB", wish: "≤ 4096" },
      { name: "ten times the rows", value: large.seconds / small.seconds, unit: "×", wish: "≤ 11" },
      { name: "ten times the rows, of processors", value: large.processor / small.processor, unit: "×" },
      {
        name: `${sheet.exported} customers to XLSX`,
        value: sheet.steps.find(({ name }) => name === "export")?.seconds ?? NaN,
        unit: "s",
        wish: "≤ 20",
      },
      { name: "memory at most, with it", value: sheet.memory, unit: "MiB" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {{seconds: number, processor: number, memory: number, exported: number, steps: {name: string, seconds: number, processor: number}[]}} Measured
 * @param {string} file
 * @param {string | null} sheet
 * @returns {Measured}
 */
function measured(file, sheet) {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), file, ...(sheet === null ? [] : [sheet])], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.status !== 0) throw new Error(`no figures of ${file}`);
  return /** @type {Measured} */ (JSON.parse(child.stdout));
}

/**
 * What a process of its own does.
 * @param {string} file
 * @param {string | undefined} sheet
 */
async function run(file, sheet) {
  const { discover } = await import("../dist/engine/index.js");
  // On a machine that does other things too, the seconds that processors worked say more than those that passed.
  const worked = () => (process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1e6;
  /** @type {{name: string, began: number, before: number}[]} */
  const begun = [];
  const start = performance.now();
  const found = await discover({
    files: [file],
    directory: null,
    language: "en",
    timezone: "UTC",
    currency: "EUR",
    active: { count: 3, unit: "year" },
    lapsed: { count: 12, unit: "month" },
    top: 0.1,
    asOf: null,
    export: sheet ?? null,
    begins: (name) => begun.push({ name, began: performance.now(), before: worked() }),
  });
  const end = performance.now();
  const processor = worked();
  const steps = begun.map(({ name, began, before }, index) => ({
    name,
    seconds: ((begun[index + 1]?.began ?? end) - began) / 1000,
    processor: (begun[index + 1]?.before ?? processor) - before,
  }));
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds: (end - start) / 1000, processor, memory, exported: found.steps.export.rows, steps }));
}

/**
 * Three years of sales, twenty for each customer on average but most of them of few; every fifth of somebody unknown, one in twenty cancelled.
 * `wide` names what was bought, where, at what discount, and an address. Each is a function of its number.
 * @param {string} file
 * @param {number} rows
 * @param {boolean} wide
 */
async function makeSales(file, rows, wide) {
  if (existsSync(file)) return;
  mkdirSync(fileURLToPath(new URL("data/discover", import.meta.url)), { recursive: true });
  const unfinished = `${file}.part`;
  const people = Math.max(1, Math.floor(rows / 20));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const more = `, 'P' || (hash(i, 'product') % 5000) AS product, ['web', 'shop', 'phone'][1 + (hash(i, 'channel') % 3)::INTEGER] AS channel,
    ['NL', 'BE', 'DE'][1 + (hash(i, 'country') % 3)::INTEGER] AS country, CASE WHEN hash(i, 'cut') % 4 = 0 THEN 5.00 ELSE 0.00 END AS discount,
    CASE WHEN hash(i, 'known') % 5 > 0 THEN 'u' || who || '@example.org' END AS email`;
  await connection.run(
    `COPY (SELECT i + 100000000 AS order_id, CASE WHEN hash(i, 'known') % 5 > 0 THEN 'C' || who END AS customer_id,
       TIMESTAMP '2023-01-01' + to_seconds((i * (94608000.0 / ${rows}))::BIGINT) AS order_date,
       ((100 + hash(i, 'amount') % 20000) / 100.0)::DECIMAL(9, 2) AS amount,
       CASE WHEN hash(i, 'status') % 20 = 0 THEN 'cancelled' ELSE 'completed' END AS status${wide ? more : ""}
     FROM (SELECT i, 10000000 + floor(${people} * pow((hash(i, 'who') % 1000000007) / 1000000007.0, 1.5))::BIGINT AS who
       FROM range(1, ${rows} + 1) AS numbers(i))) TO '${unfinished.replaceAll("'", "''")}' (FORMAT ${file.endsWith(".csv") ? "csv, HEADER" : "parquet"})`,
  );
  connection.closeSync();
  instance.closeSync();
  renameSync(unfinished, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv[2] ?? "", process.argv[3]);
