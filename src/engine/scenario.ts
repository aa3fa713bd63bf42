import { cadenceGrain, type Day } from "../calendar/index.ts";
import { type Framework, HelderError, type Scenario } from "../framework/index.ts";
import { partsOf, whatIf } from "../metric/index.ts";
import type { Engine } from "./engine.ts";
import { unknown } from "./unknown.ts";

type Tree = Extract<Scenario, { kind: "tree" }>;

/** An indicator in one complete period, as measured and as it would have been. */
export interface ChangedPeriod {
  /** label */
  readonly period: string;
  readonly measured: number;
  readonly value: number;
}

export interface ChangedIndicator {
  readonly id: string;
  readonly metric: string;
  /** complete periods of its cadence, oldest first, at most twelve */
  readonly path: readonly ChangedPeriod[];
  /** what it would have been in the newest of them */
  readonly end: number;
  /** lowest and highest of the path: how much of the end hangs on the period */
  readonly interval: readonly [number, number];
  /** metrics that the change does not get past, because they look over several periods */
  readonly stops: readonly string[];
}

/** Periods that are looked back on. */
const most = 12;

/** The scenario of this id. Throws HelderError `unknown-scenario`. */
export function scenarioNamed(framework: Framework, id: string): Scenario {
  const found = framework.scenarios.find((scenario) => scenario.id === id);
  if (found) return found;
  throw unknown("unknown-scenario", id, framework.scenarios);
}

/**
 * What each KPI and CPI would have been in its complete periods, had some metrics had other values. Only arithmetic: what one number
 * does to another through customers is for links and experiments. Throws HelderError `scenario-without-history` where nothing is touched.
 */
export async function simulateTree(engine: Engine, framework: Framework, scenario: Tree, asOf: Day | null): Promise<ChangedIndicator[]> {
  const changes = new Map(Object.entries(scenario.change).map(([metric, change]) => [metric, changeOf(change)]));
  const touched = [...framework.kpis, ...framework.cpis].flatMap(({ id, metric, cadence }) => {
    if (metric === undefined) return [];
    const parts = partsOf(framework, metric);
    return parts.some((part) => changes.has(part)) ? [{ id, metric, parts, grain: cadenceGrain(cadence) }] : [];
  });
  const changed: ChangedIndicator[] = [];
  for (const { id, metric, parts, grain } of touched) {
    const { series } = await engine.query({ metrics: parts, grain, by: [], where: null, from: null, to: null, asOf, compare: null });
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
    if (newest) changed.push({ id, metric, path, end: newest.value, interval: [Math.min(...all), Math.max(...all)], stops: [...stops] });
  }
  if (changed.length === 0) throw new HelderError("scenario-without-history", { name: scenario.id });
  return changed;
}

/** `+10%` and `-3` change what is there; `12`, a plain number, takes its place. */
function changeOf(change: string | number): (value: number) => number {
  if (typeof change === "number") return () => change;
  const typed = change.replaceAll(/\s/g, "").replace(",", ".");
  const number = Number(typed.replace("%", ""));
  if (typed.endsWith("%")) return (value) => value * (1 + number / 100);
  return /^[+-]/.test(typed) ? (value) => value + number : () => number;
}
