import type { Typed } from "../../expression/index.ts";
import type { MetricType, TypedMetric, Unit } from "../../framework/index.ts";
import type { Day } from "../../calendar/index.ts";
import type { Measure, Recipe } from "../plan.ts";

/** Where a metric's rows or observations lie in time; decides its default range and which of its periods are complete. */
export interface Source {
  readonly name: string;
  readonly first: Day | null;
  readonly last: Day | null;
  readonly watermark: Day | null;
  readonly hasTime: boolean;
}

/** A planned metric, as its own value and as a part of others. */
export interface Part {
  /** its value within a ratio or formula: counts of nothing are 0 */
  readonly value: Recipe;
  /** the value shown, where it differs from `value`; made when asked for */
  readonly shown?: () => Recipe;
  readonly n: Recipe | null;
  /** counts of the rows (or the observations) that it is made of, made when asked for */
  readonly rows: () => readonly Recipe[];
  readonly sources: readonly Source[];
}

/** Types of expressions that a measure can be over, and the measures over one dataset's rows that pass a metric's `where`. */
export interface Rows {
  readonly source: Source;
  /** throws `unknown-column`, `broken-expression` */
  any(text: string): Typed;
  /** throws `not-a-number` too */
  number(text: string): Typed;
  condition(text: string): Typed;
  /** `suffix` names the measure after the metric: `""` for its value; null `of`: all rows */
  measure(suffix: string, aggregate: Measure["function"], of: Typed | null, more?: { readonly where?: Typed; readonly p?: number }): Recipe;
  /** the value of `of` in the newest row that has one */
  newest(of: Typed): Recipe;
}

export interface Planner {
  rows(metric: { readonly id: string; readonly dataset: string; readonly where?: string | undefined }): Rows;
  /** another metric, planned once, its `value` a reference; throws `unknown-metric`, `metric-cycle` */
  metric(id: string): Part;
  /** the formula's expression over metric ids; throws `broken-expression` */
  formula(metric: MetricOf<"formula">): Typed;
  /** where a metric's observations lie, those noted by hand included */
  observed(metric: MetricOf<"observed">): Source;
  /** whether segments or a condition are asked for, which observations cannot answer */
  readonly undivided: boolean;
  readonly unit: (metric: TypedMetric) => Unit | null;
}

/** What a definition is told with: expressions as a reader of the workspace knows them. */
export interface Teller {
  /** an expression over a dataset, or over metrics (null); a computed column is told as what it is computed from */
  readonly expression: (text: string, dataset: string | null) => string;
  /** ` over orders where status <> 'cancelled'` */
  readonly over: (metric: { readonly dataset: string; readonly where?: string | undefined }) => string;
}

export type MetricOf<T extends MetricType> = Extract<TypedMetric, { type: T }>;

/** A metric type that can be computed. */
export interface Kind<T extends MetricType> {
  /** the unit where the metric names none */
  readonly unit: (metric: MetricOf<T>, unitOf: (id: string) => Unit | null) => Unit | null;
  /** what an empty period shows */
  readonly empty: 0 | null;
  /** whether the values of segments, and of the periods in a longer one, add up */
  readonly additive: boolean;
  readonly plan: (metric: MetricOf<T>, planner: Planner) => Part;
  readonly definition: (metric: MetricOf<T>, teller: Teller) => string;
}

/** Metrics share parts by way of several others; what they share stands once, so that no web of formulas grows without bound. */
export function eachOnce(recipes: readonly Recipe[]): readonly Recipe[] {
  return [...new Map(recipes.map((recipe) => [JSON.stringify(recipe), recipe])).values()];
}
