import { clickhouseIdentifier, clickhouseText } from "../../sql/index.ts";
import type { Clickhouse } from "../../warehouse/index.ts";

/** A dataset's table as ClickHouse is told to make it. */
export interface TableShape {
  /** name and type in DuckDB, in order; `"$day"` and `"$row"` are among them */
  readonly columns: readonly { readonly name: string; readonly type: string; readonly filled: boolean }[];
  /** months from the first row to the last; null without a time */
  readonly months: number | null;
  /** by whose values rows are spread over shards; null: by row */
  readonly customer: string | null;
}

/** More partitions than this make a table slow to open. */
const mostPartitions = 240;

/** `CREATE TABLE` for rows that stand on one server. Sorting keys may not be null in ClickHouse, so a row without a day sorts as of 1970. */
export function rowsTable(name: string, shape: TableShape, replicated: boolean): string {
  const { columns, months } = shape;
  const day = columns.find((column) => column.name === "$day")!.filled ? '"$day"' : `ifNull("$day", toDate32('1970-01-01'))`;
  return [
    `CREATE TABLE ${name} (\n${declared(shape)}\n)`,
    replicated ? "ENGINE = ReplicatedMergeTree" : "ENGINE = MergeTree",
    ...(months === null ? [] : [`PARTITION BY ${months > mostPartitions ? "toYear" : "toYYYYMM"}(${day})`]),
    `ORDER BY ${months === null ? '"$row"' : `(${day}, "$row")`}`,
    // Blocks that are sent twice are known by their tokens; a replicated table remembers them of itself.
    ...(replicated ? [] : ["SETTINGS non_replicated_deduplication_window = 10000"]),
  ].join("\n");
}

/** `CREATE TABLE` through which the rows of all shards are read and written. All rows of a customer stand on one shard. */
export function spreadTable(name: string, shape: TableShape, over: { cluster: string; database: string; rows: string }): string {
  const row = 'toString("$row")';
  const by = shape.customer === null ? row : `coalesce(toString(${clickhouseIdentifier(shape.customer)}), ${row})`;
  const place = [over.cluster, over.database, over.rows].map(clickhouseText).join(", ");
  return `CREATE TABLE ${name} (\n${declared(shape)}\n)\nENGINE = Distributed(${place}, cityHash64(${by}))`;
}

function declared({ columns }: TableShape): string {
  return columns
    .map(
      ({ name, type, filled }) => `  ${clickhouseIdentifier(name)} ${filled ? clickhouseType(type) : `Nullable(${clickhouseType(type)})`}`,
    )
    .join(",\n");
}

/** The ClickHouse type of values of a DuckDB type, null aside. Decimals have the room that their products need (`sql/dialects/clickhouse.ts`). */
function clickhouseType(duckdbType: string): string {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(duckdbType);
  if (decimal) return `Decimal(${Number(decimal[1]) > 18 ? 76 : 38}, ${decimal[2]})`;
  const type = types[duckdbType];
  if (type === undefined) throw new Error(`no ClickHouse type for ${duckdbType}`);
  return type;
}

const types: Readonly<Record<string, string>> = {
  TINYINT: "Int64",
  SMALLINT: "Int64",
  INTEGER: "Int64",
  BIGINT: "Int64",
  UTINYINT: "Int64",
  USMALLINT: "Int64",
  UINTEGER: "Int64",
  HUGEINT: "Int128",
  FLOAT: "Float64",
  DOUBLE: "Float64",
  VARCHAR: "String",
  BOOLEAN: "Bool",
  DATE: "Date32",
  TIMESTAMP: "DateTime64(6, 'UTC')",
};

/** ` ON CLUSTER …` where a cluster's Keeper tells all nodes, else nothing. */
export function onCluster({ cluster }: Pick<Clickhouse, "cluster">): string {
  return cluster?.hasKeeper ? ` ON CLUSTER ${clickhouseIdentifier(cluster.name)}` : "";
}
