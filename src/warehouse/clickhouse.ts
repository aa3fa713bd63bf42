import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from "@clickhouse/client";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { HelderError } from "../framework/index.ts";
import { clickhouseIdentifier, type Statement, type Table } from "../sql/index.ts";
import { decoderOf } from "./clickhouse-decode.ts";
import { clickhouseFailure, isPassing, type Place } from "./clickhouse-failure.ts";

export interface ClickhouseOptions {
  /** `http(s)://[user:password@]host:port[/path]` */
  readonly url: string;
  readonly database: string;
  readonly user?: string;
  readonly password?: string;
  /** name of the cluster over which rows are spread */
  readonly cluster?: string;
  /** addresses of the shards, where the cluster has no Keeper to tell them all what to make */
  readonly nodes?: readonly string[];
  /** how long one statement may take, in milliseconds */
  readonly timeout?: number;
  /** how often a statement that is safe to repeat is tried */
  readonly attempts?: number;
}

/** A ClickHouse server. Throws HelderError `clickhouse-unreachable|refused|no-database|slow|failed`, `overflow`. */
export interface Clickhouse {
  readonly database: string;
  readonly cluster: { readonly name: string; readonly hasKeeper: boolean } | null;
  /** A statement that only reads: tried again where the connection or the server fails for a moment. */
  run(statement: Statement, signal?: AbortSignal): Promise<Table>;
  /** A statement that changes something, and that may be said twice (`IF NOT EXISTS` and the like); `shards`: to each of `nodes`, where they are named. */
  command(text: string, where?: "here" | "shards"): Promise<void>;
  /** A statement that changes something and must be said once. */
  change(text: string): Promise<void>;
  /** Rows as CSV in the order of the columns, `\N` for null. A block that arrived already under this token is not taken twice. */
  insert(table: string, rows: () => Readable, token: string): Promise<void>;
  close(): Promise<void>;
}

/** The first version with nulls left out of least and greatest, as in DuckDB. */
const oldest = [24, 12] as const;

/** What the dialect relies on, whatever the server's own settings are. */
const reading: ClickHouseSettings = {
  session_timezone: "UTC",
  join_use_nulls: 1,
  cast_keep_nullable: 1,
  decimal_check_overflow: 1,
  least_greatest_legacy_null_behavior: false,
  enable_extended_results_for_datetime_functions: 1,
  use_variant_as_common_type: 0,
  // A metric may bear the name of a column: that name is the column's.
  prefer_column_name_to_alias: 1,
  enable_positional_arguments: 1,
  // Its two-way choice refuses decimals with different numbers of decimals, its many-way choice does not.
  optimize_multiif_to_if: 0,
  distributed_product_mode: "global",
  skip_unavailable_shards: 0,
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_decimals: 1,
  output_format_json_quote_denormals: 1,
  // The answer is whole before it is sent: a failure half-way is a failure, not a short table.
  wait_end_of_query: 1,
  cancel_http_readonly_queries_on_client_close: 1,
};

const writing: ClickHouseSettings = {
  session_timezone: "UTC",
  async_insert: 0,
  insert_deduplicate: 1,
  distributed_foreground_insert: 1,
  max_insert_threads: "1",
  input_format_parallel_parsing: 0,
  max_partitions_per_insert_block: "0",
  precise_float_parsing: 1,
  input_format_csv_empty_as_default: 0,
  input_format_null_as_default: 0,
  format_csv_null_representation: "\\N",
  date_time_input_format: "basic",
  max_table_size_to_drop: "0",
  max_partition_size_to_drop: "0",
  // A dataset's description stands in its table's comment.
  max_query_size: "100000000",
};

/** Connects, and makes the database where it is absent. Throws also HelderError `clickhouse-too-old`. */
export async function openClickhouse(options: ClickhouseOptions): Promise<Clickhouse> {
  const timeout = options.timeout ?? 600_000;
  const attempts = options.attempts ?? 4;
  const database = options.database;
  const address = addressOf(options.url);
  const client = clientOf(options.url, { ...options, timeout });
  const nodes = (options.nodes ?? []).map((url) => clientOf(url, { ...options, timeout }));
  const password = options.password ?? decodeURIComponent(address.password);
  const place: Place = { host: address.host, database, seconds: Math.round(timeout / 1000), secrets: [password, address.password] };

  /** `work` once, or as often as it takes where it is safe to repeat. */
  async function attempt<T>(work: () => Promise<T>, most = attempts, signal?: AbortSignal): Promise<T> {
    for (let tried = 1; ; tried++) {
      signal?.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        signal?.throwIfAborted();
        if (tried >= most || !isPassing(error)) throw clickhouseFailure(error, place);
        await sleep(50 * 4 ** (tried - 1), undefined, signal ? { signal } : {}).catch(() => undefined);
      }
    }
  }

  async function read(
    { text, parameters, columns }: Statement,
    signal?: AbortSignal,
    settings: ClickHouseSettings = reading,
  ): Promise<Table> {
    const result = await client.query({
      query: text,
      format: "JSONCompactEachRowWithNamesAndTypes",
      query_params: Object.fromEntries(parameters.map((value, index) => [`p${index + 1}`, value])),
      clickhouse_settings: { ...settings, max_execution_time: Math.ceil(timeout / 1000) },
      ...(signal ? { abort_signal: signal } : {}),
    });
    // The signal is listened to until the answer begins; what streams after that is cut off here.
    const cut = () => result.close();
    signal?.addEventListener("abort", cut, { once: true });
    try {
      const rows: Table["rows"][number][] = [];
      let names: string[] | null = null;
      let decoders: ReturnType<typeof decoderOf>[] | null = null;
      for await (const lines of result.stream()) {
        for (const line of lines) {
          const values = line.json<unknown[]>();
          if (!Array.isArray(values)) throw new Error("no table");
          if (names === null) names = values.map(String);
          else if (decoders === null) decoders = values.map((type, index) => decoderOf(String(type), columns[index]?.type ?? null));
          else if (values.length !== decoders.length) throw new Error("a row is cut off");
          else rows.push(decoders.map((decode, index) => decode(values[index])));
        }
      }
      if (names === null || decoders === null) throw new Error("no table");
      return { columns: names, rows };
    } finally {
      signal?.removeEventListener("abort", cut);
    }
  }

  async function tell(one: ClickHouseClient, text: string): Promise<void> {
    await one.command({ query: text, clickhouse_settings: { ...writing, max_execution_time: Math.ceil(timeout / 1000) } });
  }

  const warehouse: Clickhouse = {
    database,
    cluster: options.cluster === undefined ? null : { name: options.cluster, hasKeeper: options.nodes === undefined },
    run: (statement, signal) => attempt(() => read(statement, signal), attempts, signal),
    async command(text, where = "here") {
      for (const one of where === "shards" && nodes.length > 0 ? nodes : [client]) await attempt(() => tell(one, text));
    },
    change: (text) => attempt(() => tell(client, text), 1),
    async insert(table, rows, token) {
      await attempt(() =>
        client.insert({ table, values: rows(), format: "CSV", clickhouse_settings: { ...writing, insert_deduplication_token: token } }),
      );
    },
    async close() {
      await Promise.all([client, ...nodes].map((one) => one.close()));
    },
  };

  try {
    await ready();
    return warehouse;
  } catch (error) {
    await warehouse.close();
    throw error;
  }

  async function ready(): Promise<void> {
    let version = await versionOf();
    if (version === null) {
      await makeDatabase();
      version = await versionOf();
    }
    if (version === null) throw new HelderError("clickhouse-no-database", { host: place.host, database });
    if (isOlder(version)) throw new HelderError("clickhouse-too-old", { host: place.host, version, needed: oldest.join(".") });
  }

  /** Null where the database is absent. */
  async function versionOf(): Promise<string | null> {
    try {
      // Before the version is known, settings that it may not know stay out.
      const { rows } = await attempt(() => read(statementOf("SELECT version()"), undefined, { wait_end_of_query: 1 }));
      const version = rows[0]?.[0];
      if (typeof version !== "string") throw new HelderError("clickhouse-unreachable", { host: place.host, reason: "no version" });
      return version;
    } catch (error) {
      if (error instanceof HelderError && error.code === "clickhouse-no-database") return null;
      throw error;
    }
  }

  async function makeDatabase(): Promise<void> {
    for (const url of [options.url, ...(options.nodes ?? [])]) {
      const elsewhere = clientOf(url, { ...options, database: "default", timeout });
      try {
        const cluster =
          options.cluster !== undefined && options.nodes === undefined ? ` ON CLUSTER ${clickhouseIdentifier(options.cluster)}` : "";
        await attempt(() => elsewhere.command({ query: `CREATE DATABASE IF NOT EXISTS ${clickhouseIdentifier(database)}${cluster}` }));
      } catch (error) {
        throw error instanceof HelderError && error.code === "clickhouse-refused"
          ? new HelderError("clickhouse-no-database", { host: place.host, database }, { cause: error })
          : error;
      } finally {
        await elsewhere.close();
      }
    }
  }
}

function statementOf(text: string): Statement {
  return { text, parameters: [], columns: [] };
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new HelderError("clickhouse-unreachable", { host: "?", reason: "http://… | https://…" });
  return address;
}

function clientOf(url: string, { database, user, password, timeout }: ClickhouseOptions & { timeout: number }): ClickHouseClient {
  const address = addressOf(url);
  return createClient({
    // What else an address holds the client would take for settings of its own.
    url: address.origin,
    ...(address.pathname === "/" ? {} : { pathname: address.pathname }),
    username: user ?? (decodeURIComponent(address.username) || "default"),
    password: password ?? decodeURIComponent(address.password),
    database,
    application: "helder",
    request_timeout: timeout,
    max_open_connections: 8,
    // Small answers and local servers: a socket that the server has just closed costs more than a new one.
    keep_alive: { enabled: true, idle_socket_ttl: 1500 },
    use_multipart_params_auto: true,
    log: { level: ClickHouseLogLevel.OFF },
  });
}
