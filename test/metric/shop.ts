import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type Framework, type Metric, metricTypes, Settings } from "../../src/framework/index.ts";
import { assemble, type Catalog, type LoadedDataset, type MetricQuery, planQuery, type QueryResult } from "../../src/metric/index.ts";
import { compile, duckdb, type Statement, type Table } from "../../src/sql/index.ts";
import type { Observation } from "../../src/framework/index.ts";
import type { ValueType } from "../../src/expression/index.ts";

/** A row as a test writes it: `day` is the local day that places it in time. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface TestDataset {
  readonly id: string;
  readonly columns: Readonly<Record<string, ValueType>>;
  /** the column that places a row in time; null = none */
  readonly time: string | null;
  readonly completeThrough?: string;
  readonly rows: readonly Row[];
}

export async function openDuckdb(): Promise<DuckDBConnection> {
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
export async function makeTable(connection: DuckDBConnection, { id, columns, time, rows }: TestDataset): Promise<void> {
  const names = Object.keys(columns);
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const declared = names.map((name) => `${quote(name)} ${sqlTypes[columns[name]!]}`);
  await connection.run(`CREATE OR REPLACE TABLE "data".${quote(id)} ("$day" DATE, "$row" BIGINT, ${declared.join(", ")})`);
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows.slice(start, start + 500).map((row, index) => {
      const day = dayOf(row, time);
      return `(${[day, start + index, ...names.map((name) => row[name])].map(sqlLiteral).join(", ")})`;
    });
    await connection.run(`INSERT INTO "data".${quote(id)} VALUES ${values.join(", ")}`);
  }
}

export function dayOf(row: Row, time: string | null): string | null {
  const moment = time === null ? null : row[time];
  return typeof moment === "string" ? moment.slice(0, 10) : null;
}

/** Runs a statement; values come back as `Table` says. */
export async function run(connection: DuckDBConnection, { text, parameters, columns }: Statement): Promise<Table> {
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

export function frameworkOf(datasets: readonly TestDataset[], metrics: readonly unknown[], fiscalStart = "01-01"): Framework {
  const empty = {
    segments: [],
    goals: [],
    objectives: [],
    interactions: [],
    kpis: [],
    cpis: [],
    enablers: [],
    links: [],
    experiments: [],
    teams: [],
    themes: [],
    stakeholders: [],
    events: [],
    steering: [],
    scenarios: [],
    schedule: [],
    alerts: [],
    waivers: [],
  };
  return {
    ...empty,
    settings: Settings.parse({ helder: 1, name: "Test", fiscalYear: { starts: fiscalStart } }),
    datasets: datasets.map(({ id, time }) => ({ id, file: `${id}.csv`, columns: {}, format: {}, ...(time === null ? {} : { time }) })),
    metrics: metrics.map((metric) => {
      const typed = metric as { type?: keyof typeof metricTypes };
      return (typed.type === undefined ? metric : metricTypes[typed.type].parse(metric)) as Metric;
    }),
  };
}

export function catalogOf(datasets: readonly TestDataset[], asOf: string, fiscalStart = "01-01"): Catalog {
  const loaded = datasets.map(({ id, columns, time, rows, completeThrough }): LoadedDataset => {
    const latest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
    const days = rows.map((row) => dayOf(row, time)).filter((day) => day !== null && day <= asOf);
    const last = days.reduce(latest, null);
    const first = days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null);
    const watermark = latest(last, completeThrough ?? null);
    return { id, columns: new Map(Object.entries(columns)), first, last, watermark, hasTime: time !== null };
  });
  return { datasets: new Map(loaded.map((dataset) => [dataset.id, dataset])), fiscalStart };
}

export function queryOf(query: Partial<MetricQuery> & Pick<MetricQuery, "metrics">): MetricQuery {
  return { grain: "month", by: [], where: null, from: null, to: null, asOf: "2026-12-31", compare: null, ...query };
}

/** From datasets, metrics and a query to the answer, by way of DuckDB. */
export async function ask(
  connection: DuckDBConnection,
  datasets: readonly TestDataset[],
  metrics: readonly unknown[],
  query: Partial<MetricQuery> & Pick<MetricQuery, "metrics">,
  more: { readonly fiscalStart?: string; readonly observations?: ReadonlyMap<string, readonly Observation[]> } = {},
): Promise<QueryResult> {
  const asked = queryOf(query);
  const observations = more.observations ?? new Map<string, readonly Observation[]>();
  const framework = frameworkOf(datasets, metrics, more.fiscalStart);
  const planned = planQuery(framework, catalogOf(datasets, asked.asOf, more.fiscalStart), asked, observations);
  const tables: Table[] = [];
  for (const plan of planned.plans) tables.push(await run(connection, compile(plan, duckdb)));
  return assemble(planned, tables, observations);
}
