import { cadenceGrain, type Day, type Grain } from "../../calendar/index.ts";
import { type Framework, HelderError, type Scenario } from "../../framework/index.ts";
import { madeOf, partsOf, unitOf, whatIf } from "../../metric/index.ts";
import type { ChangedIndicator, ChangedPeriod, Driver, TreeChanges } from "../../report/index.ts";
import type { Engine } from "../engine.ts";

type Tree = Extract<Scenario, { kind: "tree" }>;

/** Periods that are looked back on. */
const most = 12;

/**
 * What each KPI and CPI would have been in its complete periods, had some metrics had other values. Only arithmetic: what one number
 * does to another through customers is for links and experiments. An indicator that cannot be computed fails alone. Throws its HelderError where no
 * other is touched, and `scenario-without-history` where none is.
 */
export async function simulateTree(engine: Engine, framework: Framework, scenario: Tree, asOf: Day | null): Promise<TreeChanges> {
  const changes = new Map(Object.entries(scenario.change).map(([metric, change]) => [metric, changeOf(change)]));
  const indicators: ChangedIndicator[] = [];
  const failures: { id: string; problem: HelderError }[] = [];
  for (const gauge of gaugesOf(framework).filter(({ parts }) => parts.some((part) => changes.has(part)))) {
    try {
      const { series } = await engine.query(historyOf(gauge.parts, gauge.grain, asOf));
      const changed = changedBy(framework, gauge, series, changes);
      if (changed) indicators.push(changed);
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      failures.push({ id: gauge.id, problem });
    }
  }
  if (indicators.length === 0) throw failures[0]?.problem ?? new HelderError("scenario-without-history", { name: scenario.id });
  return { indicators, failures };
}

/** The indicator with the changes worked into its newest complete periods; null where it has none of which that can be said. */
function changedBy(
  framework: Framework,
  { id, metric, parts }: Gauge,
  series: Series,
  changes: ReadonlyMap<string, (value: number) => number>,
): ChangedIndicator | null {
  const measured = new Map(series.map((one) => [one.metric, new Map(one.points.map((point) => [point.period, point]))]));
  const periods = [...(measured.get(metric)?.values() ?? [])].filter(({ complete, value }) => complete && value !== null).slice(-most);
  const stops = new Set<string>();
  const path = periods.flatMap(({ period }): ChangedPeriod[] => {
    const values = new Map(parts.map((part) => [part, measured.get(part)?.get(period)?.value ?? null]));
    const others = parts.flatMap((part) => {
      const [change, value] = [changes.get(part), values.get(part) ?? null];
      return change === undefined ? [] : [[part, value === null ? null : change(value)] as const];
    });
    const after = whatIf(framework, values, new Map(others), metric);
    for (const stop of after.stops) stops.add(stop);
    return after.touched && after.value !== null ? [{ period, measured: values.get(metric)!, value: after.value }] : [];
  });
  const newest = path.at(-1);
  const all = path.map(({ value }) => value);
  return newest ? { id, metric, path, end: newest.value, interval: [Math.min(...all), Math.max(...all)], stops: [...stops] } : null;
}

/** Every metric that a KPI or CPI is made of, those of the super-KPI first, with its newest value at the cadence of the first that hangs on it. */
export async function driversOf(engine: Engine, framework: Framework, asOf: Day | null): Promise<readonly Driver[]> {
  const gauges = gaugesOf(framework).toSorted(
    (a, b) => Number(b.id === framework.settings.superKpi) - Number(a.id === framework.settings.superKpi),
  );
  const drivers = new Map<string, { readonly grain: Grain; readonly moves: string[] }>();
  for (const { id, parts, grain } of gauges) {
    for (const part of parts) {
      const known = drivers.get(part);
      if (known) known.moves.push(id);
      else drivers.set(part, { grain, moves: [id] });
    }
  }
  const newest = new Map<string, Driver["now"]>();
  for (const grain of new Set([...drivers.values()].map((one) => one.grain))) {
    const asked = [...drivers].filter(([, one]) => one.grain === grain).map(([metric]) => metric);
    for (const { metric, points } of await seriesOf(engine, asked, grain, asOf)) {
      const last = points.findLast(({ complete, value }) => complete && value !== null);
      newest.set(metric, last === undefined ? null : { period: last.period, value: last.value! });
    }
  }
  return [...drivers].map(([metric, { moves }]) => ({
    metric,
    name: framework.metrics.find(({ id }) => id === metric)?.name ?? metric,
    unit: unitOf(framework, metric),
    leaf: madeOf(framework, metric).leaves[0] === metric,
    moves,
    now: newest.get(metric) ?? null,
  }));
}

type Series = Awaited<ReturnType<Engine["query"]>>["series"];

/** One that cannot be computed says so where it is judged; here it only has no value. */
async function seriesOf(engine: Engine, metrics: readonly string[], grain: Grain, asOf: Day | null): Promise<Series> {
  try {
    return (await engine.query(historyOf(metrics, grain, asOf))).series;
  } catch (problem) {
    if (!(problem instanceof HelderError)) throw problem;
    if (metrics.length === 1) return [];
    const found: Series[number][] = [];
    for (const metric of metrics) found.push(...(await seriesOf(engine, [metric], grain, asOf)));
    return found;
  }
}

function historyOf(metrics: readonly string[], grain: Grain, asOf: Day | null): Parameters<Engine["query"]>[0] {
  return { metrics, grain, by: [], where: null, from: null, to: null, asOf, compare: null };
}

interface Gauge {
  readonly id: string;
  readonly metric: string;
  /** the metric, and all that it is made of */
  readonly parts: readonly string[];
  readonly grain: Grain;
}

/** The KPIs and CPIs with a metric whose parts are known; a broken one is a finding already. */
function gaugesOf(framework: Framework): readonly Gauge[] {
  return [...framework.kpis, ...framework.cpis].flatMap(({ id, metric, cadence }) => {
    const parts = metric === undefined ? null : knownParts(framework, metric);
    return metric === undefined || parts === null ? [] : [{ id, metric, parts, grain: cadenceGrain(cadence) }];
  });
}

function knownParts(framework: Framework, metric: string): readonly string[] | null {
  try {
    return partsOf(framework, metric);
  } catch (problem) {
    if (problem instanceof HelderError) return null;
    throw problem;
  }
}

/** `+10%` and `-3` change what is there; `12`, a plain number, takes its place. */
function changeOf(change: string | number): (value: number) => number {
  if (typeof change === "number") return () => change;
  const typed = change.replaceAll(/\s/g, "").replace(",", ".");
  const number = Number(typed.replace("%", ""));
  if (typed.endsWith("%")) return (value) => value * (1 + number / 100);
  return /^[+-]/.test(typed) ? (value) => value + number : () => number;
}
