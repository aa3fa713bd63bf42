import { type Framework, type Metric, metricTypes, Segment, Settings } from "../../src/framework/index.ts";
import { assemble, type Catalog, type LoadedDataset, type MetricQuery, planQuery, type QueryResult } from "../../src/metric/index.ts";
import { compile, type Table } from "../../src/sql/index.ts";
import type { Observation } from "../../src/framework/index.ts";
import type { ValueType } from "../../src/expression/index.ts";
import { type Connection, dialect, run } from "./place.ts";

/** A row as a test writes it: `day` is the local day that places it in time. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface TestDataset {
  readonly id: string;
  readonly columns: Readonly<Record<string, ValueType>>;
  /** the column that places a row in time; null = none */
  readonly time: string | null;
  /** the column of customers */
  readonly customer?: string;
  readonly completeThrough?: string;
  readonly key?: readonly string[];
  readonly join?: readonly { readonly to: string; readonly on: string | Readonly<Record<string, string>> }[];
  readonly rows: readonly Row[];
}

export function dayOf(row: Row, time: string | null): string | null {
  const moment = time === null ? null : row[time];
  return typeof moment === "string" ? moment.slice(0, 10) : null;
}

export function frameworkOf(
  datasets: readonly TestDataset[],
  metrics: readonly unknown[],
  fiscalStart = "01-01",
  segments: readonly unknown[] = [],
): Framework {
  const empty = {
    segments: segments.map((segment) => Segment.parse(segment)),
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
    datasets: datasets.map(({ id, time, customer, key, join }) => ({
      id,
      file: `${id}.csv`,
      columns: {},
      format: {},
      ...(time === null ? {} : { time }),
      ...(customer === undefined ? {} : { customer }),
      ...(key === undefined ? {} : { key: [...key] }),
      ...(join === undefined ? {} : { join: [...join] }),
    })),
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

/** From datasets, metrics and a query to the answer, by way of a warehouse. */
export async function ask(
  connection: Connection,
  datasets: readonly TestDataset[],
  metrics: readonly unknown[],
  query: Partial<MetricQuery> & Pick<MetricQuery, "metrics">,
  more: {
    readonly fiscalStart?: string;
    readonly segments?: readonly unknown[];
    readonly observations?: ReadonlyMap<string, readonly Observation[]>;
  } = {},
): Promise<QueryResult> {
  const asked = queryOf(query);
  const observations = more.observations ?? new Map<string, readonly Observation[]>();
  const framework = frameworkOf(datasets, metrics, more.fiscalStart, more.segments);
  const planned = planQuery(framework, catalogOf(datasets, asked.asOf, more.fiscalStart), asked, observations);
  const tables: Table[] = [];
  for (const plan of planned.plans) tables.push(await run(connection, compile(plan, dialect)));
  return assemble(planned, tables, observations);
}
