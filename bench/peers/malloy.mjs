// One statement by Malloy over the plain table. Reads lines: {"file", "metrics"} once, then an empty line for each round; answers milliseconds.
import { createInterface } from "node:readline";
import { DuckDBConnection } from "@malloydata/db-duckdb";
import { SingleConnectionRuntime } from "@malloydata/malloy";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
const { file, metrics } = JSON.parse(first.value);
const connection = new DuckDBConnection({ name: "duckdb", databasePath: file, readOnly: true });
const runtime = new SingleConnectionRuntime({ connection });
const measures = Object.entries(metrics).map(([id, { malloy }]) => `${id.replaceAll("-", "_")} is ${malloy}`);
const query = runtime.loadQuery(`
  source: orders is duckdb.table('orders')
  run: orders -> { group_by: period is ordered_at.month, channel aggregate: ${measures.join("\n")} limit: 100000 }`);
console.log(JSON.stringify({ sql: await query.getSQL() }));
for await (const line of lines) {
  if (line !== "") break;
  const start = performance.now();
  const result = await query.run({ rowLimit: 100_000 });
  const rows = result.data.toObject().length;
  console.log(JSON.stringify({ milliseconds: performance.now() - start, rows }));
}
await connection.close();
