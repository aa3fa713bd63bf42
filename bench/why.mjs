import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { openLocalEngine, whyOf } from "../dist/engine/index.js";

/** Elements of each of the six dimensions. */
const elements = { channel: 4, device: 3, country: 8, segment: 5, product: 12, campaign: 20 };
const rows = 1_000_000;

/**
 * What explains a change of a ratio over 1,000,000 rows in two months and six dimensions, from the question to the answer: the rows of one
 * channel in one country cost half in the second month.
 * @param {{rounds: number}} options
 */
export async function why({ rounds }) {
  const directory = fileURLToPath(new URL("data/why", import.meta.url));
  mkdirSync(directory, { recursive: true });
  await makeRows(join(directory, "orders.parquet"));
  writeFileSync(
    join(directory, "helder.yaml"),
    `helder: 1
name: Bench
datasets: [{id: orders, file: orders.parquet, time: day}]
metrics:
  - {id: revenue, type: sum, dataset: orders, of: amount, unit: currency}
  - {id: sold, type: count, dataset: orders}
  - {id: order-value, type: ratio, numerator: revenue, denominator: sold, unit: currency}
`,
  );
  rmSync(join(directory, ".helder"), { recursive: true, force: true });
  const engine = openLocalEngine(directory);
  await engine.load({ datasets: null });
  const by = Object.keys(elements);
  const times = [];
  let named = "";
  for (let round = 0; round < rounds; round++) {
    // Answers are kept: what is new each time is asked anew.
    const to = `2026-02-01..2026-02-${28 - round}`;
    const began = performance.now();
    const { explained } = await whyOf(engine, { of: "order-value", from: "2026-01-01..2026-01-31", to, by, asOf: null });
    times.push((performance.now() - began) / 1000);
    named = JSON.stringify(explained?.segments[0]?.segment ?? null);
  }
  await engine.close();
  times.sort((a, b) => a - b);
  return [
    { name: "rows", value: rows, unit: "" },
    { name: `a ratio explained over ${by.length} dimensions`, value: times[Math.floor(times.length / 2)] ?? NaN, unit: "s", wish: "≤ 2 s" },
    { name: "the cause is named first", value: named === '{"channel":"v1","country":"v2"}' ? 1 : 0, unit: "", wish: "1" },
  ];
}

/** @param {string} file */
async function makeRows(file) {
  if (existsSync(file)) return;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = Object.entries(elements).map(
    ([name, count], index) => `'v' || CAST(floor(pow((hash(i, ${index}) % 100000) / 100000.0, 2) * ${count}) AS INTEGER) AS ${name}`,
  );
  await connection.run(`COPY (
    SELECT * EXCLUDE (i), CAST((20 + hash(i, 98) % 6000 / 100.0) * CASE WHEN day >= DATE '2026-02-01' AND channel = 'v1' AND country = 'v2' THEN 0.5 ELSE 1 END
      AS DECIMAL(9, 2)) AS amount
    FROM (SELECT i, DATE '2026-01-01' + CAST(hash(i, 99) % 59 AS INTEGER) AS day, ${columns.join(", ")} FROM range(${rows}) AS rows(i))
  ) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
