import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate, print, type Value } from "../../src/expression/index.ts";
import { columns, grammar, row } from "./grammar.ts";

const sqlTypes = {
  integer: "INTEGER",
  decimal: "DECIMAL(12,2)",
  double: "DOUBLE",
  text: "VARCHAR",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
};
const { boolean, integer, decimal, text, date } = grammar("agreed");

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

function sqlValue(value: Value): string {
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

// The canonical text of this part of the language is also DuckDB's: the same expression over the same row must give the same value.
describe("evaluate agrees with DuckDB", () => {
  test.each([
    ["boolean", boolean],
    ["integer", integer],
    ["decimal", decimal],
    ["text", text],
    ["date", date],
  ] as const)("on every %s expression", async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, row, async (expression, values) => {
        const cells = [...columns].map(
          ([name, kind]) => `cast(${sqlValue(values[name]!)} as ${sqlTypes[kind]}) as "${name.replaceAll('"', '""')}"`,
        );
        const reader = await connection.runAndReadAll(
          `select cast((${print(expression)}) as varchar) as value from (select ${cells.join(", ")}) as t`,
        );
        const found = reader.getRows()[0]![0] as string | null;
        const expected = evaluate(expression, values);
        if (typeof expected === "number") expect(found === null ? null : Number(found) + 0).toBe(expected + 0);
        else expect(found).toBe(expected === null ? null : String(expected));
      }),
      { numRuns: 400 },
    );
  });
});
