import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { lstat, mkdir, realpath, rename, rm } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HelderError } from "../framework/index.ts";
import { clickhouse, type Dialect, duckdb, type ParameterValue, quoteText, type Statement, type Table } from "../sql/index.ts";
import { type Clickhouse, type ClickhouseOptions, openClickhouse } from "./clickhouse.ts";
import { decode, encode, parameterType } from "./decode.ts";
import { isBreakage, isLocked, messageOf, reasonOf, statementFailure } from "./failure.ts";

/** Where statements run. Throws HelderError `warehouse-failed` or `overflow`; the signal's reason where it was aborted. */
export interface Session {
  run(statement: Statement, signal?: AbortSignal): Promise<Table>;
  /** The same for text that is made on the spot: several statements at once are allowed where there are no parameters. */
  query(text: string, parameters?: readonly ParameterValue[]): Promise<Table>;
}

/**
 * The warehouse: what can be computed again from the data. Several statements may run at the same time. `run` asks whoever holds the
 * datasets' rows; `query`, `session` and `transaction` are always the embedded DuckDB's.
 */
export interface Warehouse extends Session {
  /** in which `run` is spoken to */
  readonly dialect: Dialect;
  /** the server that holds the datasets' rows; null: the embedded DuckDB does */
  readonly clickhouse: Clickhouse | null;
  /** `.helder`, absolute */
  readonly directory: string;
  /** Work on a connection of its own: its temporary tables are seen by no other and are gone afterwards. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** All of `work`'s changes or none of them. The session is one inside `session`. */
  transaction<T>(session: Session, work: () => Promise<T>): Promise<T>;
  /** what broke it: its file is damaged, or DuckDB has given it up. Nothing more can be done with it, and the next opening begins anew. */
  broken(): string | null;
  close(): Promise<void>;
}

export interface WarehouseOptions {
  /** how long to wait for another process, in milliseconds */
  readonly wait?: number;
  /** folders whose files may be read besides the workspace's own, absolute and without links */
  readonly folders?: readonly string[];
  /** where the datasets' rows stand, if not here */
  readonly clickhouse?: ClickhouseOptions;
}

const fileName = "warehouse.duckdb";
/** DuckDB's file lock does not keep out the process that holds it, so this process keeps its own list. */
const openHere = new Set<string>();

/**
 * Opens `.helder/warehouse.duckdb`, made where it is absent and made anew where it cannot be read. One process at a time: waits for
 * another. Throws HelderError `warehouse-busy`, `not-writable`, and what `openClickhouse` throws.
 */
export async function openWarehouse(helderDirectory: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  const directory = await ownDirectory(helderDirectory);
  const file = join(directory, fileName);
  const instance = await patiently(options.wait ?? 30_000, async () => {
    if (openHere.has(file)) return null;
    openHere.add(file);
    try {
      return await openOrRemake(directory, file, options.folders ?? []);
    } catch (error) {
      openHere.delete(file);
      if (isLocked(error)) return null;
      throw error;
    }
  });
  const warehouse = warehouseOn(instance, directory, file);
  if (options.clickhouse === undefined) return warehouse;
  try {
    return withClickhouse(warehouse, await openClickhouse(options.clickhouse));
  } catch (error) {
    await warehouse.close();
    throw error;
  }
}

function withClickhouse(warehouse: Warehouse, server: Clickhouse): Warehouse {
  return {
    ...warehouse,
    dialect: clickhouse,
    clickhouse: server,
    run: (statement, signal) => server.run(statement, signal),
    async close() {
      await server.close();
      await warehouse.close();
    },
  };
}

async function ownDirectory(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    // A link could lead the machine's own files out of the workspace.
    if ((await lstat(path)).isSymbolicLink()) throw new Error("symbolic link");
    return await realpath(path);
  } catch (error) {
    throw notWritable(path, error);
  }
}

async function patiently<T>(wait: number, attempt: () => Promise<T | null>): Promise<T> {
  const until = performance.now() + wait;
  for (let pause = 20; ; pause = Math.min(pause * 1.6, 1000)) {
    const done = await attempt();
    if (done !== null) return done;
    const left = until - performance.now();
    if (left <= 0) throw new HelderError("warehouse-busy", { seconds: Math.round(wait / 1000) });
    await sleep(Math.min(pause, left));
  }
}

async function openOrRemake(directory: string, file: string, folders: readonly string[]): Promise<DuckDBInstance> {
  const found = await lstat(file).catch(() => null);
  try {
    if (found === null || found.isFile()) return await openInstance(directory, file, folders);
  } catch (error) {
    if (isLocked(error)) throw error;
    if (found === null) throw notWritable(file, error);
  }
  // Whatever it is, it is no warehouse that this version can read, and all that belongs in one can be made again.
  try {
    await setAside(file);
    return await openInstance(directory, file, folders);
  } catch (error) {
    throw isLocked(error) ? error : notWritable(file, error);
  }
}

function notWritable(path: string, error: unknown): HelderError {
  return new HelderError("not-writable", { path, reason: messageOf(error).split("\n")[0]! }, { cause: error });
}

/** One earlier broken file is kept, so that a foreign file that stood there by mistake is not lost. */
async function setAside(file: string): Promise<void> {
  await rm(`${file}.broken`, { recursive: true, force: true });
  await rename(file, `${file}.broken`);
  await rm(`${file}.wal`, { recursive: true, force: true });
}

async function openInstance(directory: string, file: string, folders: readonly string[]): Promise<DuckDBInstance> {
  const temporary = join(directory, "tmp");
  const instance = await DuckDBInstance.create(file, {
    threads: String(availableParallelism()),
    memory_limit: `${memoryLimit()}MiB`,
    temp_directory: temporary,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    preserve_insertion_order: "true",
  });
  try {
    // What a killed process left: only the holder of the warehouse may clear it away.
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    const connection = await instance.connect();
    await connection.run(`SET GLOBAL TimeZone = 'UTC';
      SET GLOBAL allowed_directories = [${[dirname(directory), ...folders].map(quoteText).join(", ")}];
      SET GLOBAL enable_external_access = false;
      CREATE SCHEMA IF NOT EXISTS "data";
      CREATE SCHEMA IF NOT EXISTS "helder";
      SET GLOBAL lock_configuration = true;`);
    connection.closeSync();
    return instance;
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** MiB: a quarter of what this process may have, between 1 and 5 GiB; larger work spills to `.helder/tmp`. */
function memoryLimit(): number {
  const mebibyte = 2 ** 20;
  const constrained = process.constrainedMemory();
  const available = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.round(Math.min(Math.max(available / mebibyte / 4, 1024), 5 * 1024));
}

function warehouseOn(instance: DuckDBInstance, directory: string, file: string): Warehouse {
  const idle: DuckDBConnection[] = [];
  const state: { closed: boolean; broken: string | null } = { closed: false, broken: null };

  async function execute(connection: DuckDBConnection, text: string, parameters: readonly ParameterValue[], signal?: AbortSignal) {
    signal?.throwIfAborted();
    const interrupt = () => connection.interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    try {
      const result =
        parameters.length === 0
          ? await connection.run(text)
          : await connection.run(text, parameters.map(encode), parameters.map(parameterType));
      const rows = await result.getRows();
      return { columns: result.columnNames(), rows: rows.map((row) => row.map(decode)) };
    } catch (error) {
      signal?.throwIfAborted();
      if (isBreakage(error)) state.broken ??= reasonOf(error);
      throw statementFailure(error);
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }

  function sessionOn(connection: DuckDBConnection): Session {
    return {
      run: (statement, signal) => execute(connection, statement.text, statement.parameters, signal),
      query: (text, parameters = []) => execute(connection, text, parameters),
    };
  }

  async function borrow<T>(work: (session: Session) => Promise<T>): Promise<T> {
    if (state.closed) throw new Error("the warehouse is closed");
    const connection = idle.pop() ?? (await instance.connect());
    try {
      return await work(sessionOn(connection));
    } finally {
      idle.push(connection);
    }
  }

  return {
    directory,
    dialect: duckdb,
    clickhouse: null,
    run: (statement, signal) => borrow((session) => session.run(statement, signal)),
    query: (text, parameters) => borrow((session) => session.query(text, parameters)),
    async session(work) {
      const connection = await instance.connect();
      try {
        return await work(sessionOn(connection));
      } finally {
        connection.closeSync();
      }
    },
    async transaction(session, work) {
      await session.query("BEGIN TRANSACTION");
      try {
        const result = await work();
        await session.query("COMMIT");
        return result;
      } catch (error) {
        // The first failure is the one to tell; a rollback that fails too adds nothing.
        await session.query("ROLLBACK").catch(() => undefined);
        throw error;
      }
    },
    broken: () => state.broken,
    async close() {
      if (state.closed) return;
      state.closed = true;
      for (const connection of idle) connection.closeSync();
      instance.closeSync();
      // Damage shows only when a block is read: the next opening begins anew.
      if (state.broken !== null) await setAside(file).catch(() => undefined);
      openHere.delete(file);
    },
  };
}
