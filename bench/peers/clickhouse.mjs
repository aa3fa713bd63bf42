// One statement by ClickHouse, in process. Reads lines: {"parquet", "directory", "statement"} once, then an empty line for each round.
import { createInterface } from "node:readline";
import { Session } from "chdb";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
const { parquet, directory, statement } = JSON.parse(first.value);
const session = new Session(directory);
session.query("CREATE DATABASE IF NOT EXISTS bench");
if (session.query("EXISTS TABLE bench.orders", "TSV").trim() === "0") {
  session.query("DROP TABLE IF EXISTS bench.unfinished SYNC");
  session.query(
    `CREATE TABLE bench.unfinished ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${parquet.replaceAll("'", "''")}', Parquet)`,
  );
  session.query("RENAME TABLE bench.unfinished TO bench.orders");
}
console.log(JSON.stringify({ ready: true }));
for await (const line of lines) {
  if (line !== "") break;
  const rows = session.query(statement, "JSONCompactEachRow").trimEnd().split("\n").length;
  console.log(JSON.stringify({ rows }));
}
