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

type Row = readonly SegmentValue[];

/** An answer that can be asked for one number. */
interface Cells {
  readonly segments: ReadonlyMap<string, Row>;
  /** the measures by a segment's key, then by a period's label; nothing where there are no rows */
  readonly found: ReadonlyMap<string, ReadonlyMap<string, Row>>;
  readonly measures: ReadonlyMap<string, { readonly index: number; readonly empty: 0 | null }>;
}

/** Where a recipe's value is asked for. */
interface Place {
  readonly period: Period;
  /** the measures of its segment, by plan and period's label */
  readonly rows: readonly (ReadonlyMap<string, Row> | undefined)[];
  /** what other metrics are worth here, as far as it has been asked */
  parts: Map<string, number | null> | null;
}

/** A recipe made ready for its plans' answers: there are as many points as metrics, segments and periods together give. */
type Reader = (place: Place) => number | null;

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
  const segments = (by.length === 0 ? [[]] : segmentsOf(shown)).map((values) => ({ values, key: JSON.stringify(values) }));
  const count = segments.length * planned.metrics.reduce((sum, metric) => sum + metric.periods.length, 0);
  if (count > mostPoints) throw new HelderError("too-many-points", { count, most: mostPoints });
  const earlier = comparedPlans?.map((plan) => cells[plan]!) ?? [];
  const read = readersOf(planned, cells, observations);
  const readEarlier = readersOf(planned, earlier, observations);
  const placesOf = (those: readonly Cells[]) => {
    const rows = new Map(segments.map(({ key }) => [key, those.map(({ found }) => found.get(key))]));
    return (key: string, period: Period): Place => ({ period, rows: rows.get(key)!, parts: null });
  };
  const [place, placeEarlier] = [placesOf(cells), placesOf(earlier)];

  const seriesOf = (metric: PlannedMetric): Series[] => {
    const value = read(metric.value);
    const n = metric.n && read(metric.n);
    const compared = metric.compared && readEarlier(metric.value);
    return segments.map(({ values, key }) => ({
      metric: metric.metric,
      unit: metric.unit,
      segment: Object.fromEntries(by.map((name, index) => [name, values[index]!])),
      points: metric.periods.map((period, index): Point => {
        const here = place(key, period);
        const before = metric.compared?.[index];
        const point = {
          period: period.label,
          from: period.from,
          to: period.to,
          value: value(here),
          n: n === null ? null : n(here),
          complete: period.complete,
        };
        return before === undefined ? point : { ...point, compared: before && compared!(placeEarlier(key, before)) };
      }),
    }));
  };

  return { grain: query.grain, series: planned.metrics.flatMap(seriesOf) };
}

function cellsOf({ root }: Plan, { rows }: Answer, width: number): Cells {
  if (root.op !== "aggregate") throw new Error(`invalid plan: its root is ${root.op}`);
  const timed = root.keys.length - width;
  const key = root.keys[0]?.of;
  const label = key?.kind === "period" || key?.kind === "frame" ? labels(key.grain, key.fiscalStart) : () => "total";
  const segments = new Map<string, Row>();
  const found = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const values = row.slice(timed, root.keys.length);
    const segment = JSON.stringify(values);
    let periods = found.get(segment);
    if (!periods) {
      segments.set(segment, values);
      found.set(segment, (periods = new Map<string, Row>()));
    }
    periods.set(label(row[0] as Day), row.slice(root.keys.length));
  }
  return {
    segments,
    found,
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

/** Makes recipes ready for the answers of the plans that they refer to. */
function readersOf(
  { parts, query }: PlannedQuery,
  cells: readonly Cells[],
  noted: ReadonlyMap<string, readonly Observation[]>,
): (recipe: Recipe) => Reader {
  const known = new Map<string, readonly Observation[]>();
  const metrics = new Map<string, Reader>();

  function reader(recipe: Recipe): Reader {
    switch (recipe.kind) {
      case "measure": {
        const { plan } = recipe;
        const { index, empty } = cells[plan]!.measures.get(recipe.name)!;
        return ({ rows, period }) => {
          const row = rows[plan]?.get(period.label);
          return row ? finite(row[index]) : empty;
        };
      }
      case "quotient": {
        const [above, below] = [reader(recipe.numerator), reader(recipe.denominator)];
        return (place) => {
          const numerator = above(place);
          const denominator = below(place);
          return numerator === null || denominator === null || denominator === 0 ? null : finite(numerator / denominator);
        };
      }
      case "formula": {
        const { expression } = recipe.expression;
        const inputs = Object.entries(recipe.inputs).map(([name, input]) => [name, reader(input)] as const);
        return (place) => finite(evaluate(expression, Object.fromEntries(inputs.map(([name, input]) => [name, input(place)]))));
      }
      case "metric": {
        const { metric } = recipe;
        return (place) => {
          const told = (place.parts ??= new Map<string, number | null>());
          let part = told.get(metric);
          if (part === undefined) {
            let read = metrics.get(metric);
            if (!read) metrics.set(metric, (read = reader(parts[metric]!)));
            told.set(metric, (part = read(place)));
          }
          return part;
        };
      }
      case "where-rows": {
        const rows = recipe.rows.map(reader);
        const value = reader(recipe.value);
        return (place) => (rows.some((count) => (count(place) ?? 0) > 0) ? value(place) : null);
      }
      case "first-known": {
        const all = recipe.of.map(reader);
        return (place) => {
          for (const one of all) {
            const found = one(place);
            if (found !== null) return found;
          }
          return null;
        };
      }
      case "observed":
        return ({ period }) => {
          let all = known.get(recipe.metric);
          if (!all) known.set(recipe.metric, (all = observationsOf(recipe.series, noted.get(recipe.metric) ?? [], query.asOf)));
          const { from, to } = frameDays(recipe.frame, period);
          const within = observedWithin(all, from, to);
          return recipe.part === "rows" ? within.length : finite(summarise(within, recipe.adds)[recipe.part]);
        };
    }
  }

  return reader;
}

/** No NaN, no infinity, no -0. */
function finite(value: SegmentValue | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value + 0 : null;
}
