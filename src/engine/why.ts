import { addDays, type Day, parsePeriod, type Period } from "../calendar/index.ts";
import { type Framework, type Happening, HelderError } from "../framework/index.ts";
import { type Combination, driversOf, type Explained, explainedOf, segmentsOf, type Side, type Why } from "../judge/index.ts";
import type { Engine } from "./engine.ts";
import { madeOf } from "../metric/index.ts";
import { type Both, bySegment, seriesOf, type Values, valuesOf } from "./why-series.ts";
import { unknown } from "./unknown.ts";

export interface WhyRequest {
  /** id of a KPI, CPI or metric */
  readonly of: string;
  /** periods as labels (2026-01, 2026-Q1) or `d..d` */
  readonly from: string;
  readonly to: string;
  /** each dimension is taken apart by itself, and all together; `auto`: the columns of text that hold few different values */
  readonly by: readonly string[] | "auto";
  readonly asOf: Day | null;
}

/** The elements of some dimensions, with their values before and after. */
interface Split {
  /** exact names of the dimensions */
  readonly names: readonly string[];
  readonly combinations: readonly Combination[];
}

/** More combinations than this would take longer than a person waits. */
const mostCombinations = 10_000;
/** Of the dimensions that nobody chose. */
const mostDimensions = 6;
/** What happened in so many days before the periods may have worked on in them. */
const daysBefore = 14;

/** Takes a change apart. Throws `unknown-kpi`, `bad-option` for a period that is none, and what `query` throws. */
export async function whyOf(engine: Engine, { of, from, to, by, asOf }: WhyRequest): Promise<Why> {
  const framework = await engine.framework();
  const metric = metricOf(framework, of);
  const periods = [periodNamed(framework, "--from", from), periodNamed(framework, "--to", to)] as const;
  const made = madeOf(framework, metric);
  const metrics = [...new Set([metric, ...made.leaves])];
  const asked = (columns: readonly string[]) => seriesOf(engine, { metrics, by: columns, asOf }, periods);
  const sides = await asked([]);
  const whole: Both<Values> = [valuesOf(sides[0]), valuesOf(sides[1])];
  const [start, end] = [whole[0].get(metric)?.value ?? null, whole[1].get(metric)?.value ?? null];
  const known = {
    metric,
    from: { period: periods[0].label, value: start },
    to: { period: periods[1].label, value: end },
    events: eventsNear(framework, periods),
  };
  if (start === null || end === null) return { ...known, change: null, drivers: [], segments: [], explained: null, residual: 0 };

  const read = (values: Values) => (leaf: string) => values.get(leaf)?.value ?? null;
  const sideOf = (values: Values | undefined): Side => {
    if (!values) return { value: null, base: null };
    const { value, n } = values.get(metric) ?? { value: null, n: null };
    return { value, base: made.base ? made.base(read(values)) : n };
  };
  const splitBy = async (columns: readonly string[]): Promise<Split> => {
    const series = await asked(columns);
    const [before, after] = [bySegment(series[0]), bySegment(series[1])];
    const segments = new Map([...before.segments, ...after.segments]);
    return {
      names: Object.keys([...segments.values()][0] ?? {}),
      combinations: [...segments].map(([key, segment]) => ({
        elements: Object.values(segment),
        before: sideOf(before.values.get(key)),
        after: sideOf(after.values.get(key)),
      })),
    };
  };

  const change = end - start;
  const drivers = driversOf(metric, made, read(whole[0]), read(whole[1]));
  const splits = new Map<string, Split>();
  for (const column of by === "auto" ? (await engine.dimensions({ metrics })).slice(0, mostDimensions) : by) {
    const split = splits.get(column) ?? (await splitBy([column]));
    if (by !== "auto" || split.combinations.length > 1) splits.set(column, split);
  }
  const segments = [...splits].map(([column, { combinations }]) =>
    segmentsOf(
      column,
      combinations.map(({ elements, before, after }) => ({ element: elements[0] ?? null, before, after })),
      start,
      end,
    ),
  );
  const explained = await explain(splits, splitBy, start, end);
  const parts = [
    ...(drivers.length === 0 ? [] : [drivers]),
    ...segments,
    ...(explained === null ? [] : [[...explained.segments, explained.rest]]),
  ];
  const residuals = parts.map((those) => remaining(change, those)).sort((a, b) => Math.abs(b) - Math.abs(a));
  return {
    ...known,
    change,
    drivers,
    segments: segments.flat().sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    explained,
    residual: residuals[0] ?? 0,
  };
}

/**
 * Over all dimensions together where that makes few combinations; else over those in which single elements surprise most: what moved a
 * combination moved its elements too, if less.
 */
async function explain(
  splits: ReadonlyMap<string, Split>,
  splitBy: (columns: readonly string[]) => Promise<Split>,
  start: number,
  end: number,
): Promise<Explained | null> {
  const alone = [...new Map([...splits.values()].map((split) => [split.names[0], split])).values()]
    .filter(({ names }) => names.length > 0)
    .map((split) => ({ split, found: explainedOf(split.names, split.combinations, start, end) }));
  if (alone.length === 0 || alone.some(({ found }) => found === null)) return null;
  const surprising = alone
    .map(({ split, found }) => ({ split, surprise: Math.max(0, ...found!.segments.map(({ surprise }) => surprise)) }))
    .sort((a, b) => b.surprise - a.surprise);
  let combinations = 1;
  const together = new Set<Split>();
  for (const { split } of surprising) {
    if (together.size > 0 && combinations * split.combinations.length > mostCombinations) continue;
    combinations *= split.combinations.length;
    together.add(split);
  }
  const [joint, apart] = [[...splits.values()].filter((split) => together.has(split)), alone.filter(({ split }) => !together.has(split))];
  const by = joint.flatMap(({ names }) => names);
  const leftOut = apart.flatMap(({ split }) => split.names);
  const { names, combinations: all } = joint.length === 1 ? joint[0]! : await splitBy(by);
  const found = explainedOf(names, all, start, end);
  return found && { by, leftOut, segments: found.segments, rest: found.rest };
}

function eventsNear({ events }: Framework, [before, after]: Both<Period>): readonly Happening[] {
  const first = addDays(before.from < after.from ? before.from : after.from, -daysBefore);
  const last = before.to > after.to ? before.to : after.to;
  return events.filter(({ on, to }) => on <= last && (to ?? on) >= first).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function remaining(change: number, parts: readonly { readonly contribution: number }[]): number {
  return parts.reduce((left, { contribution }) => left - contribution, change);
}

function metricOf(framework: Framework, id: string): string {
  const indicators = [...framework.kpis, ...framework.cpis];
  const indicator = indicators.find((one) => one.id === id);
  const metric = indicator ? indicator.metric : framework.metrics.find((one) => one.id === id)?.id;
  if (metric !== undefined) return metric;
  throw unknown("unknown-kpi", id, [...indicators, ...framework.metrics]);
}

function periodNamed({ settings }: Framework, option: string, label: string): Period {
  const period = parsePeriod(label, settings.fiscalYear.starts);
  if (period === null)
    throw new HelderError("bad-option", { option, value: label, hint: "2026-01 | 2026-Q1 | 2026 | 2026-01-01..2026-01-15" });
  return period;
}
