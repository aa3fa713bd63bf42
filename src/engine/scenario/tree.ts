import { cadenceGrain, type Day, type Grain } from "../../calendar/index.ts";
import { type Framework, HelderError, type Scenario } from "../../framework/index.ts";
import { madeOf, partsOf, unitOf, type WhatIf, whatIf } from "../../metric/index.ts";
import type { ChangedIndicator, ChangedPeriod, Driver, TreeChanges } from "../../report/index.ts";
import { Random } from "../../statistics/index.ts";
import type { Engine } from "../engine.ts";
import { type LinkEffect, linkEffects } from "./link-effect.ts";

type Tree = Extract<Scenario, { kind: "tree" }>;

/** Periods that are looked back on. */
const most = 12;

/** Simulated effects of the links, per scenario; as many for each so that what hangs on the same link moves along. */
const draws = 400;

/**
 * What each KPI and CPI would have been in its complete periods, had some metrics had other values: by their formulas, and by the links of
 * which experiments measured what they do. An indicator that cannot be computed fails alone. Throws its HelderError where no
 * other is touched, and `scenario-without-history` where none is.
 */
export async function simulateTree(engine: Engine, framework: Framework, scenario: Tree, asOf: Day | null): Promise<TreeChanges> {
  const changes = new Map(Object.entries(scenario.change).map(([metric, change]) => [metric, changeOf(change)]));
  const gauges = gaugesOf(framework);
  const byFormula = whatIf(framework, changes, []);
  const moved = new Set(gauges.filter(({ metric }) => byFormula.touched(metric)).map(({ id }) => id));
  const linked = framework.links.some(({ from }) => moved.has(from));
  const known = new Set(gauges.map(({ id }) => id));
  const effects = linked ? linkEffects(framework, await engine.experiments({ id: null, asOf })) : { counted: [], left: [] };
  const what = whatIf(
    framework,
    changes,
    effects.counted.filter(({ between }) => between.every((id) => known.has(id))),
  );
  const indicators: ChangedIndicator[] = [];
  const failures: { id: string; problem: HelderError }[] = [];
  const simulated = drawnFrom(effects.counted);
  for (const gauge of gauges.filter(({ metric }) => what.touched(metric))) {
    try {
      const passed = what.through(gauge.metric);
      const asked = [...new Set([...what.needs(gauge.metric), ...passed.map(({ to }) => to)])];
      const { series } = await engine.query(historyOf(asked, gauge.grain, asOf));
      const changed = changedBy(framework, gauge, series, what, simulated);
      if (changed) indicators.push(changed);
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      failures.push({ id: gauge.id, problem });
    }
  }
  if (indicators.length === 0) throw failures[0]?.problem ?? new HelderError("scenario-without-history", { name: scenario.id });
  const used = new Set(indicators.flatMap(({ through }) => through?.links ?? []));
  const touched = new Set(indicators.map(({ id }) => id));
  return {
    indicators,
    failures,
    links: effects.counted.filter(({ id }) => used.has(id)),
    left: [...effects.left, ...[...what.left].map(([{ id, between }, why]) => ({ id, between, why }))].filter(({ between: [from] }) =>
      touched.has(from),
    ),
  };
}

/** What each link may do, by chance alone; the same scenario gives the same draws. */
function drawnFrom(effects: readonly LinkEffect[]): ReadonlyMap<LinkEffect, readonly number[]> {
  const random = new Random(1);
  return new Map(
    effects.map((effect) => {
      const { estimate, standardError } = effect.elasticity;
      return [effect, Array.from({ length: draws }, () => estimate + standardError * random.normal())];
    }),
  );
}

/** The indicator with the changes worked into its newest complete periods; null where it has none of which that can be said. */
function changedBy(
  framework: Framework,
  { id, metric }: Gauge,
  series: Series,
  what: WhatIf<LinkEffect>,
  simulated: ReadonlyMap<LinkEffect, readonly number[]>,
): ChangedIndicator | null {
  const points = new Map(series.map((one) => [one.metric, one.points]));
  const measured = new Map(series.map((one) => [one.metric, new Map(one.points.map((point) => [point.period, point.value]))]));
  const passed = what.through(metric);
  const shares = new Set(passed.map(({ to }) => to).filter((to) => isShare(framework, to, points.get(to) ?? [])));
  const periods = (points.get(metric) ?? []).filter(({ complete, value }) => complete && value !== null).slice(-most);
  const path: ChangedPeriod[] = [];
  const bounds: [low: number, high: number][] = [];
  for (const { period, value: was } of periods) {
    const read = (one: string) => measured.get(one)?.get(period) ?? null;
    const by = (elasticityOf: (effect: LinkEffect) => number) =>
      what.value(metric, read, (effect, ratio) => {
        const factor = ratio ** elasticityOf(effect);
        const share = shares.has(effect.to) ? read(effect.to) : null;
        // No share of a whole is more than all of it.
        return share !== null && share > 0 ? Math.min(factor, 1 / share) : factor;
      });
    const value = by(({ elasticity }) => elasticity.estimate);
    if (value === null) continue;
    path.push({ period, measured: was!, value });
    if (passed.length === 0) continue;
    const all = Array.from({ length: draws }, (_, draw) => by((effect) => simulated.get(effect)![draw]!) ?? value).sort((a, b) => a - b);
    bounds.push([all[draws * 0.1]!, all[draws * 0.9 - 1]!]);
  }
  const newest = path.at(-1);
  if (newest === undefined) return null;
  const reached = [...path.map(({ value }) => value), ...bounds.flat()];
  return {
    id,
    metric,
    path,
    end: newest.value,
    interval: [Math.min(...reached), Math.max(...reached)],
    stops: what.stops(metric),
    through: passed.length === 0 ? null : { links: passed.map((effect) => effect.id), interval: bounds.at(-1)! },
  };
}

function isShare(framework: Framework, metric: string, points: Series[number]["points"]): boolean {
  return unitOf(framework, metric) === "percent" && points.every(({ value }) => value === null || (value >= 0 && value <= 1));
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
