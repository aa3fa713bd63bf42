import { inject } from "vitest";
import type { ValueType } from "../../src/expression/index.ts";
import { clickhouse, clickhouseIdentifier, clickhouseText, type Statement, type Table } from "../../src/sql/index.ts";
import { type Clickhouse, openClickhouse } from "../../src/warehouse/index.ts";
import { dayOf, type Row, type TestDataset } from "../metric/shop.ts";

/** Takes the place of `test/metric/place.ts`: what is computed there on DuckDB is computed here on ClickHouse. */
export type Connection = Clickhouse;
export const dialect = clickhouse;
export const quote = clickhouseText;

/** A database of its own for each file of tests. */
export async function connect(): Promise<Connection> {
  return openClickhouse({ url: inject("clickhouse"), database: `test_${process.pid}_${Math.random().toString(36).slice(2)}` });
}

const sqlTypes: Readonly<Record<ValueType, string>> = {
  integer: "Int64",
  decimal: "Decimal(38, 2)",
  double: "Float64",
  text: "String",
  boolean: "Bool",
  date: "Date32",
  timestamp: "DateTime64(6, 'UTC')",
};

function sqlLiteral(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? clickhouseText(value) : String(value);
}

/** Makes the table as a load would: `$day`, `$row` and the columns, exactly typed. */
export async function makeTable(connection: Connection, { id, columns, time, rows }: TestDataset): Promise<void> {
  const names = Object.keys(columns);
  const declared = names.map((name) => `${clickhouseIdentifier(name)} Nullable(${sqlTypes[columns[name]!]})`);
  const table = clickhouseIdentifier(id);
  await connection.command(`DROP TABLE IF EXISTS ${table}`);
  await connection.command(
    `CREATE TABLE ${table} ("$day" Nullable(Date32), "$row" Int64, ${declared.join(", ")}) ENGINE = MergeTree ORDER BY "$row"`,
  );
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows.slice(start, start + 500).map((row, index) => {
      const day = dayOf(row, time);
      return `(${[day, start + index, ...names.map((name) => row[name])].map(sqlLiteral).join(", ")})`;
    });
    await connection.command(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
  }
}

export function run(connection: Connection, statement: Statement): Promise<Table> {
  return connection.run(statement);
}
