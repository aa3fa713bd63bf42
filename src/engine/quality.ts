import type { Cadence, Day } from "../calendar/index.ts";
import { type Awaited, qualityOf } from "../connect/index.ts";
import { type Dataset, type Fault, type Framework, HelderError, judgedTarget } from "../framework/index.ts";
import { type Catalog, measuredDatasets, nodesOf, planQuery } from "../metric/index.ts";
import type { Warehouse } from "../warehouse/index.ts";
import { type LoadState, loadStates } from "./load/index.ts";

/** What is wrong with the loaded datasets, from what their loads counted: no row is read for it. */
export async function faultsOf(warehouse: Warehouse, framework: Framework, catalog: Catalog, asOf: Day): Promise<Fault[]> {
  const states = await loadStates(warehouse);
  return framework.datasets.flatMap((dataset) => {
    const state = states.get(dataset.id);
    const loaded = catalog.datasets.get(dataset.id);
    if (!state || !loaded) return [];
    const { last, days } = loaded;
    const isAll = state.to === null || state.to <= asOf;
    const faults = qualityOf(
      {
        dataset: dataset.id,
        declared: dataset.quality ?? {},
        measured: state.measured,
        hasTime: state.hasTime,
        rows: isAll || !days ? state.rows : days.reduce((sum, [day, rows]) => (day <= asOf ? sum + rows : sum), 0),
        newest: last,
        days: days?.flatMap(([day]) => (day <= asOf ? [day] : [])) ?? null,
        completeThrough: dataset.completeThrough ?? null,
        awaited: awaitedOf(framework, dataset.id, asOf),
        dropped: dataset.key === undefined ? 0 : state.duplicates.identical + state.duplicates.differing,
        ignored: meaningless(dataset, framework, state),
      },
      asOf,
    );
    // Nobody misses what nothing is computed from.
    return faults.filter(({ column, code }) => column === null || declared.has(code) || usedBy(framework, catalog, dataset.id, column));
  });
}

/** What still waits for rows of a dataset: the KPIs and CPIs that are computed from it and whose targets are not over. */
function awaitedOf(framework: Framework, dataset: string, asOf: Day): Awaited | null {
  const ends = [...framework.kpis, ...framework.cpis].flatMap((indicator) => {
    const { metric, cadence } = indicator;
    const to = judgedTarget(indicator)?.to ?? asOf;
    if (metric === undefined || !datasetsOf(framework, metric).includes(dataset)) return [];
    return [{ until: to < asOf ? to : asOf, period: daysIn[cadence] }];
  });
  if (ends.length === 0) return null;
  const until = ends.map((end) => end.until).reduce((a, b) => (a > b ? a : b));
  return { until, period: Math.min(...ends.filter((end) => end.until === until).map(({ period }) => period)) };
}

function datasetsOf(framework: Framework, metric: string): readonly string[] {
  try {
    return measuredDatasets(framework, metric);
  } catch (problem) {
    // A metric that is broken tells so itself.
    if (problem instanceof HelderError) return [];
    throw problem;
  }
}

const daysIn: Readonly<Record<Cadence, number>> = { daily: 1, weekly: 7, monthly: 31, quarterly: 92 };

const declared: ReadonlySet<string> = new Set(["not-complete", "unknown-column"]);

/** The fault that keeps a metric from being computed; null where there is none. */
export function faultOf(framework: Framework, catalog: Catalog, faults: readonly Fault[], metric: string): Fault | null {
  const measured = measuredDatasets(framework, metric);
  return (
    faults.find(
      ({ breaks, dataset, column, code }) =>
        breaks &&
        measured.includes(dataset) &&
        (column === null || code === "unknown-column" || uses(framework, catalog, metric, dataset, column)),
    ) ?? null
  );
}

function usedBy(framework: Framework, catalog: Catalog, dataset: string, column: string): boolean {
  return framework.metrics.some(({ id }) => uses(framework, catalog, id, dataset, column));
}

/** Whether the column is read to compute the metric. */
function uses(framework: Framework, catalog: Catalog, metric: string, dataset: string, column: string): boolean {
  const query = {
    metrics: [metric],
    grain: "month",
    from: null,
    to: null,
    by: [],
    where: null,
    asOf: "9999-12-31",
    compare: null,
  } as const;
  try {
    const { plans } = planQuery(framework, catalog, query, new Map());
    return plans.some(({ root }) =>
      nodesOf(root).some((node) => node.op === "scan" && node.dataset === dataset && node.columns.includes(column)),
    );
  } catch (problem) {
    // A metric that cannot be planned tells so itself.
    if (problem instanceof HelderError) return false;
    throw problem;
  }
}

/** Columns whose numbers are names of things, and days: of a term that has not ended there is no end yet. */
function meaningless({ id, key = [], customer }: Dataset, { datasets }: Framework, { columns }: LoadState): ReadonlySet<string> {
  const joined = datasets.flatMap((one) => (one.join ?? []).flatMap(({ to, on }) => namesIn(on, one.id === id, to === id)));
  const names = new Set([...key, ...(customer === undefined ? [] : [customer]), ...joined].map((name) => name.toLowerCase()));
  return new Set(
    columns.flatMap(([name, type]) => (names.has(name.toLowerCase()) || type === "date" || type === "timestamp" ? [name] : [])),
  );
}

function namesIn(on: string | Readonly<Record<string, string>>, isMine: boolean, isTheirs: boolean): string[] {
  if (typeof on === "string") return isMine || isTheirs ? [on] : [];
  return [...(isMine ? Object.keys(on) : []), ...(isTheirs ? Object.values(on) : [])];
}
