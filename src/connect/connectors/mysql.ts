import { connect } from "node:net";
import type { Readable } from "node:stream";
import type { ConnectorOf } from "../../framework/index.ts";
import { type Connected, databaseConnector, type Place } from "./database.ts";

/** A query on MySQL or MariaDB, read row by row as the server sends it. */
export const mysql = databaseConnector<ConnectorOf<"mysql">>({
  type: "mysql",
  schemes: ["mysql", "mariadb"],
  port: 3306,
  quote: (column) => `\`${column.replaceAll("`", "``")}\``,
  parameter: "?",
  open,
  meaning(error) {
    const { code = "", errno } = error as { code?: string; errno?: number };
    if (errno === 1045 || errno === 1044 || errno === 1698) return "denied";
    if (errno === 1969 || errno === 3024) return "slow";
    return code.startsWith("ER_") && !/_(?:SHUTDOWN|CON_COUNT_ERROR|KILLED|INTERRUPTED)|NET_/.test(code) ? "query" : null;
  },
});

async function open({ host, address, port, user, password, database, tls, timeout }: Place): Promise<Connected> {
  const { default: mysql2 } = await import("mysql2");
  const connection = mysql2.createConnection({
    host,
    // The name is for the certificate; the address is the one that was checked.
    stream: () => connect(port, address),
    user,
    password,
    database,
    ...(tls === null ? {} : { ssl: tls as object }),
    connectTimeout: 15_000,
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    jsonStrings: true,
    rowsAsArray: true,
  });
  let reading: Readable | null = null;
  // A connection that is lost tells nobody else.
  connection.on("error", (error: Error) => void reading?.destroy(error));
  const run = (sql: string) =>
    new Promise<unknown>((resolve, reject) => {
      connection.query(sql, (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  const close = async () => {
    if (reading?.destroyed === false) reading.destroy(new Error("the connection is closed"));
    connection.destroy();
  };
  try {
    await run("SET SESSION time_zone = '+00:00'");
    const [[version]] = (await run("SELECT version()")) as [[string]];
    await run(
      /mariadb/i.test(version)
        ? `SET SESSION max_statement_time = ${Math.ceil(timeout / 1000)}`
        : `SET SESSION max_execution_time = ${timeout}`,
    );
    await run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async ask(query, parameters) {
      const answer = connection.execute({ sql: query, values: parameters.map(plain) });
      const stream = answer.stream({ highWaterMark: 1_000 });
      reading = stream;
      // Who reads is told by the reading itself.
      stream.on("error", () => undefined);
      const fields = await new Promise<readonly Field[]>((resolve, reject) => {
        answer.once("fields", (found) => resolve((found as readonly Field[] | undefined) ?? []));
        stream.once("error", reject);
      });
      return { columns: fields.map(({ name }) => name), rows: written(stream, fields) };
    },
    close,
  };
}

/** A moment as MySQL reads it. */
function plain(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T([\d:.]+)Z?$/, "$1 $2");
}

interface Field {
  readonly name: string;
  readonly columnType?: number;
}

async function* written(rows: AsyncIterable<unknown>, fields: readonly Field[]): AsyncGenerator<readonly unknown[]> {
  const writers = fields.map(({ columnType }) => byType[columnType ?? -1] ?? ((value: unknown) => value));
  for await (const row of rows) yield (row as unknown[]).map((value, index) => (value === null ? null : cell(writers[index]!(value))));
}

function cell(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString("hex");
  return typeof value === "number" ? String(value) : value;
}

/** By the number of the column's type in the protocol. A day that is no day, 0000-00-00, is none. */
const byType: Readonly<Record<number, (value: unknown) => unknown>> = {
  4: (value) => shortest(Number(value)),
  7: (value) => moment(String(value), "Z"),
  10: (value) => (String(value).startsWith("0000") ? null : value),
  12: (value) => moment(String(value), ""),
};

function moment(text: string, zone: string): string | null {
  return text.startsWith("0000") ? null : text.replace(" ", "T") + zone;
}

/** The shortest number that is this one among those of four bytes: 0.1, not 0.10000000149011612. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++)
    if (Math.fround(Number(value.toPrecision(digits))) === value) return String(Number(value.toPrecision(digits)));
  return String(value);
}
