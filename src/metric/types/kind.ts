import type { Columns, Typed } from "../../expression/index.ts";
import type { Language, MetricType, TypedMetric, Unit } from "../../framework/index.ts";
import type { Day, Duration, FiscalStart } from "../../calendar/index.ts";
import type { Frame } from "../frame.ts";
import type { LoadedDataset, Measure, Membership, Node, Recipe } from "../plan.ts";
import type { Reach, Window } from "../extent.ts";
import type { Range } from "../spine.ts";

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

/** A dataset as what a relation is made of. */
export interface Material {
  readonly dataset: LoadedDataset;
  readonly source: Source;
  /** exact name of the column that places rows in time; null: none */
  readonly time: string | null;
  /** exact name of the column of customers; null: none */
  readonly customer: string | null;
  /** exact names of the columns that make segments */
  readonly by: readonly string[];
  /** the metric's condition and the query's */
  readonly where: Typed | null;
  /** the segments that rows must be of */
  readonly memberships: readonly Membership[];
  /** throws `unknown-column`, `broken-expression` */
  any(text: string): Typed;
  /** throws `not-a-number` too */
  number(text: string): Typed;
}

/** A relation that measures are taken from: equal keys, equal relations. */
export interface Relation {
  readonly key: string;
  /** `period`: each row has the column `$day` that places it; `frame`: it is made from a spine, a row's period is in `$period` */
  readonly placed: "day" | "frame";
  /** the columns that make segments, in the order of the query's */
  readonly by: readonly string[];
  /** what this metric needs in the relation */
  readonly needs?: Partial<Needed>;
  /** the relation over a range, with what all metrics that share it need; over an empty range its columns are the same */
  build(range: Range, needed: Needed): Node;
}

/** What a relation holds because a metric asks for it. */
export interface Needed {
  /** the dataset's own columns */
  readonly columns: readonly string[];
  /** spans of time that days are compared over */
  readonly durations: readonly Duration[];
}

/** What measures over a relation are taken with. */
export interface Derived {
  readonly columns: Columns;
  measure(suffix: string, aggregate: Measure["function"], of: Typed | null, more?: { readonly where?: Typed; readonly p?: number }): Recipe;
}

/** Which rows a metric is about. */
export interface Counted {
  readonly id: string;
  readonly dataset: string;
  readonly where?: string | undefined;
  readonly segment?: string | undefined;
}

export interface Planner {
  rows(metric: Counted): Rows;
  /** a dataset's rows that pass a metric's `where`; `subject` (the default): it is this dataset that segments and `--where` are about */
  material(metric: Counted, subject?: boolean): Material;
  /** measures over a relation that metrics share; `id` names them */
  derived(id: string, material: Material, relation: Relation): Derived;
  /** the days that values are computed over; null: those of the period itself */
  readonly frame: Frame | null;
  within(frame: Frame): Planner;
  readonly fiscalStart: FiscalStart;
  readonly asOf: Day;
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
  readonly over: (metric: Omit<Counted, "id">) => string;
}

/** What a definition in words is told with, in one language. */
export interface Narrator {
  /** an expression over a dataset: `quantity × unit_price`; a condition is a clause: `status niet ‘open’ is` */
  readonly expression: (text: string, dataset: string) => string;
  /** an expression over metrics, by their names */
  readonly formula: (text: string) => string;
  /** another metric's name */
  readonly metric: (id: string) => string;
  /** `12 maanden` */
  readonly length: (duration: Duration) => string;
  /** `orders waarin status niet ‘cancelled’ is` */
  readonly rows: (metric: Omit<Counted, "id">) => string;
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
  /** which periods a row touches beside its own; absent: none */
  readonly reach?: (metric: MetricOf<T>) => Reach;
  /** how long after a period's end its value still moves; absent: not at all */
  readonly window?: (metric: MetricOf<T>) => Window;
  readonly definition: (metric: MetricOf<T>, teller: Teller) => string;
  /** the same in words, without capital and full stop */
  readonly spoken: Readonly<Record<Language, (metric: MetricOf<T>, narrator: Narrator) => string>>;
}

/** Metrics share parts by way of several others; what they share stands once, so that no web of formulas grows without bound. */
export function eachOnce(recipes: readonly Recipe[]): readonly Recipe[] {
  return [...new Map(recipes.map((recipe) => [JSON.stringify(recipe), recipe])).values()];
}
