import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { duckdb, quoteText, type Statement, type Table } from "../../src/sql/index.ts";
import type { ValueType } from "../../src/expression/index.ts";
import { dayOf, type TestDataset, type Row } from "./shop.ts";

/** Where these tests compute: DuckDB here, ClickHouse by `npm run test:clickhouse`, which puts its own `place.ts` in this one's place. */
export type Connection = DuckDBConnection;
export const dialect = duckdb;
export const quote = quoteText;

export async function connect(): Promise<Connection> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  await connection.run('CREATE SCHEMA "data"');
  return connection;
}

const sqlTypes: Readonly<Record<ValueType, string>> = {
  integer: "BIGINT",
  decimal: "DECIMAL(18, 2)",
  double: "DOUBLE",
  text: "VARCHAR",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};

function sqlLiteral(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "NULL";
  return typeof value === "string" ? `'${value.replaceAll("'", "''").replaceAll("\0", "' || chr(0) || '")}'` : String(value);
}

/** Makes the table as a load would: `$day`, `$row` and the columns, exactly typed. */
export async function makeTable(connection: Connection, { id, columns, time, rows }: TestDataset): Promise<void> {
  const names = Object.keys(columns);
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const declared = names.map((name) => `${quoted(name)} ${sqlTypes[columns[name]!]}`);
  await connection.run(`CREATE OR REPLACE TABLE "data".${quoted(id)} ("$day" DATE, "$row" BIGINT, ${declared.join(", ")})`);
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows.slice(start, start + 500).map((row, index) => {
      const day = dayOf(row, time);
      return `(${[day, start + index, ...names.map((name) => row[name])].map(sqlLiteral).join(", ")})`;
    });
    await connection.run(`INSERT INTO "data".${quoted(id)} VALUES ${values.join(", ")}`);
  }
}

/** Runs a statement; values come back as `Table` says. */
export async function run(connection: Connection, { text, parameters, columns }: Statement): Promise<Table> {
  const reader = await connection.runAndReadAll(text, [...parameters]);
  return {
    columns: reader.columnNames(),
    rows: reader.getRowsJS().map((row) =>
      row.map((value, index) => {
        if (value === null || typeof value === "string" || typeof value === "boolean") return value;
        if (value instanceof Date) return value.toISOString().slice(0, columns[index]!.type === "date" ? 10 : 19);
        const number = Number(value);
        return Number.isFinite(number) ? number : null;
      }),
    ),
  };
}
