import { type Day, type FiscalStart, type Grain, type Period, periodOf } from "../calendar/index.ts";
import { evaluate } from "../expression/index.ts";
import { HelderError, type Observation } from "../framework/index.ts";
import { frameDays } from "./frame.ts";
import { observationsOf, observedWithin, summarise } from "./observation.ts";
import { mostPoints } from "./periods.ts";
import type { Measure, Plan, PlannedMetric, PlannedQuery, Point, QueryResult, Recipe, SegmentValue, Series } from "./plan.ts";
import { compareSegments } from "./segment.ts";

/** What one plan's statement answered: its columns are the plan's keys, then its measures; its rows come in any order. */
interface Answer {
  readonly rows: readonly (readonly SegmentValue[])[];
}

/** An answer that can be asked for one number. */
interface Cells {
  readonly segments: ReadonlyMap<string, readonly SegmentValue[]>;
  /** the measures of a segment and a period's label; undefined where there are no rows */
  at(segment: string, label: string): readonly SegmentValue[] | undefined;
  readonly measures: ReadonlyMap<string, { readonly index: number; readonly empty: 0 | null }>;
}

/** Where a recipe's value is asked for. */
interface Place {
  readonly segment: string;
  readonly period: Period;
  /** the cells of a plan that recipes refer to */
  readonly cells: (plan: number) => Cells;
  /** what other metrics are worth here, as far as it has been asked */
  readonly parts: Map<string, number | null>;
}

/**
 * The answer to a planned query from its plans' tables, in the order of `planned.plans`. `observations`: what people noted by hand, by
 * metric id, oldest first. Every number is finite or null.
 */
export function assemble(
  planned: PlannedQuery,
  tables: readonly Answer[],
  observations: ReadonlyMap<string, readonly Observation[]>,
): QueryResult {
  const { query, by, comparedPlans } = planned;
  const cells = planned.plans.map((plan, index) => cellsOf(plan, tables[index]!, by.length));
  const shown = comparedPlans === null ? cells : cells.slice(0, comparedPlans.length);
  const segments = by.length === 0 ? [[]] : segmentsOf(shown);
  const count = segments.length * planned.metrics.reduce((sum, metric) => sum + metric.periods.length, 0);
  if (count > mostPoints) throw new HelderError("too-many-points", { count, most: mostPoints });
  const value = valuesOf(planned, observations);

  function series(metric: PlannedMetric, segment: readonly SegmentValue[]): Series {
    const key = JSON.stringify(segment);
    const here = (plan: number): Cells => cells[plan]!;
    const earlier = (plan: number): Cells => cells[comparedPlans![plan]!]!;
    const points = metric.periods.map((period, index): Point => {
      const place: Place = { segment: key, period, cells: here, parts: new Map() };
      const compared = metric.compared?.[index];
      return {
        period: period.label,
        from: period.from,
        to: period.to,
        value: value(metric.value, place),
        n: metric.n && value(metric.n, place),
        complete: period.complete,
        ...(compared === undefined
          ? {}
          : { compared: compared && value(metric.value, { segment: key, period: compared, cells: earlier, parts: new Map() }) }),
      };
    });
    return {
      metric: metric.metric,
      unit: metric.unit,
      segment: Object.fromEntries(by.map((name, index) => [name, segment[index]!])),
      points,
    };
  }

  return { grain: query.grain, series: planned.metrics.flatMap((metric) => segments.map((segment) => series(metric, segment))) };
}

function cellsOf({ root }: Plan, { rows }: Answer, width: number): Cells {
  if (root.op !== "aggregate") throw new Error(`invalid plan: its root is ${root.op}`);
  const timed = root.keys.length - width;
  const key = root.keys[0]?.of;
  const label = key?.kind === "period" || key?.kind === "frame" ? labels(key.grain, key.fiscalStart) : () => "total";
  const segments = new Map<string, readonly SegmentValue[]>();
  const found = new Map<string, Map<string, readonly SegmentValue[]>>();
  for (const row of rows) {
    const values = row.slice(timed, root.keys.length);
    const segment = JSON.stringify(values);
    let periods = found.get(segment);
    if (!periods) {
      segments.set(segment, values);
      found.set(segment, (periods = new Map<string, readonly SegmentValue[]>()));
    }
    periods.set(label(row[0] as Day), row.slice(root.keys.length));
  }
  return {
    segments,
    at: (segment, period) => found.get(segment)?.get(period),
    measures: new Map(root.measures.map((measure, index) => [measure.name, { index, empty: emptyValue(measure) }])),
  };
}

function emptyValue({ function: aggregate }: Measure): 0 | null {
  return aggregate === "sum" || aggregate === "count" || aggregate === "count-distinct" ? 0 : null;
}

/** The label of the period that a day lies in; days recur in every segment. */
function labels(grain: Exclude<Grain, "total">, fiscalStart: FiscalStart): (day: Day) => string {
  const known = new Map<Day, string>();
  return (day) => {
    let label = known.get(day);
    if (label === undefined) known.set(day, (label = periodOf(day, grain, fiscalStart).label));
    return label;
  };
}

function segmentsOf(answers: readonly Cells[]): readonly (readonly SegmentValue[])[] {
  return [...new Map(answers.flatMap(({ segments }) => [...segments])).values()].sort(compareSegments);
}

function valuesOf(
  { parts, query }: PlannedQuery,
  noted: ReadonlyMap<string, readonly Observation[]>,
): (recipe: Recipe, place: Place) => number | null {
  const known = new Map<string, readonly Observation[]>();

  function value(recipe: Recipe, place: Place): number | null {
    switch (recipe.kind) {
      case "measure": {
        const cells = place.cells(recipe.plan);
        const { index, empty } = cells.measures.get(recipe.name)!;
        const row = cells.at(place.segment, place.period.label);
        return row ? finite(row[index]) : empty;
      }
      case "quotient": {
        const numerator = value(recipe.numerator, place);
        const denominator = value(recipe.denominator, place);
        return numerator === null || denominator === null || denominator === 0 ? null : finite(numerator / denominator);
      }
      case "formula": {
        const inputs = Object.entries(recipe.inputs).map(([name, input]) => [name, value(input, place)] as const);
        return finite(evaluate(recipe.expression.expression, Object.fromEntries(inputs)));
      }
      case "metric": {
        let part = place.parts.get(recipe.metric);
        if (part === undefined) place.parts.set(recipe.metric, (part = value(parts[recipe.metric]!, place)));
        return part;
      }
      case "where-rows":
        return recipe.rows.some((rows) => (value(rows, place) ?? 0) > 0) ? value(recipe.value, place) : null;
      case "first-known":
        for (const one of recipe.of) {
          const found = value(one, place);
          if (found !== null) return found;
        }
        return null;
      case "observed": {
        let all = known.get(recipe.metric);
        if (!all) known.set(recipe.metric, (all = observationsOf(recipe.series, noted.get(recipe.metric) ?? [], query.asOf)));
        const { from, to } = frameDays(recipe.frame, place.period);
        const within = observedWithin(all, from, to);
        return recipe.part === "rows" ? within.length : finite(summarise(within, recipe.adds)[recipe.part]);
      }
    }
  }

  return value;
}

/** No NaN, no infinity, no -0. */
function finite(value: SegmentValue | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value + 0 : null;
}
