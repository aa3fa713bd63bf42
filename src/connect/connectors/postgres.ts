import type { ConnectorOf } from "../../framework/index.ts";
import { type Connected, databaseConnector, type Place } from "./database.ts";

/** rows that are asked for at a time */
const batchRows = 5_000;

/** A query on PostgreSQL, read through a cursor of the server so that no result stands in memory. */
export const postgres = databaseConnector<ConnectorOf<"postgres">>({
  type: "postgres",
  schemes: ["postgres", "postgresql"],
  port: 5432,
  quote: (column) => `"${column.replaceAll('"', '""')}"`,
  parameter: "$1",
  open,
  meaning(error) {
    const { code = "" } = error as { code?: string };
    if (code.startsWith("28")) return "denied";
    if (code === "57014") return "slow";
    // What begins otherwise is a fault of the connection or of the server itself.
    return /^(?!08|53|57|58|XX)[0-9A-Z]{5}$/.test(code) && /\d/.test(code) ? "query" : null;
  },
});

async function open({ address, port, user, password, database, tls, timeout }: Place): Promise<Connected> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    host: address,
    port,
    user,
    password,
    database,
    ssl: tls ?? false,
    connectionTimeoutMillis: 15_000,
    application_name: "helder",
    types: { getTypeParser: (type: number) => parsers[type] ?? asText },
  });
  // A connection that breaks between two questions breaks the next one.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const session = { TimeZone: "UTC", DateStyle: "ISO, YMD", IntervalStyle: "iso_8601", statement_timeout: String(timeout) };
    for (const [name, value] of Object.entries(session)) await client.query("SELECT set_config($1, $2, true)", [name, value]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    async ask(query, parameters) {
      // The extended protocol takes one statement: a query cannot bring another.
      const declaration = { text: `DECLARE helder NO SCROLL CURSOR FOR ${query}`, values: [...parameters], queryMode: "extended" };
      await client.query(declaration);
      const batch = () => client.query<unknown[]>({ text: `FETCH ${batchRows} FROM helder`, rowMode: "array" });
      const first = await batch();
      return { columns: first.fields.map(({ name }) => name), rows: allRows(first.rows, async () => (await batch()).rows) };
    },
    close: () => client.end().catch(() => undefined),
  };
}

async function* allRows(first: readonly unknown[][], next: () => Promise<readonly unknown[][]>): AsyncGenerator<readonly unknown[]> {
  for (let rows = first; rows.length > 0; rows = rows.length < batchRows ? [] : await next()) yield* rows;
}

const asText = (text: string): unknown => text;

/** By the type's number in `pg_type`. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === "t",
  1114: (text) => text.replace(" ", "T"),
  1184: (text) => text.replace(" ", "T").replace(/\+00$/, "Z"),
};
