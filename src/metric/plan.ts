import type { Day, Duration, FiscalStart, Grain, Period } from "../calendar/index.ts";
import type { Typed, ValueType } from "../expression/index.ts";
import type { Observation, Unit } from "../framework/index.ts";
import type { Frame } from "./frame.ts";

/** What the planner must know of a loaded dataset. */
export interface LoadedDataset {
  readonly id: string;
  /** source columns and computed columns, in order: exact name → type */
  readonly columns: ReadonlyMap<string, ValueType>;
  /** first and last day with rows that exist as of the query's as-of; null without a time column or without rows */
  readonly first: Day | null;
  readonly last: Day | null;
  /** the day through which data are complete: the later of `last` and `completeThrough`; null without a time column */
  readonly watermark: Day | null;
  readonly hasTime: boolean;
  /** columns that have a value in every row, where that is known: what need not be counted is not counted */
  readonly filled?: ReadonlySet<string>;
  /** names the data that the rows were made of: equal names, equal rows */
  readonly build?: string;
  /** rows only came behind others since the reading named `origin`; none has reached the place `next` in the order of loading */
  readonly grown?: { readonly origin: string; readonly next: number };
  /** how many rows are loaded, where that is known */
  readonly rows?: number;
  /** smallest and largest value of columns of whole numbers */
  readonly spans?: ReadonlyMap<string, Span>;
  /** columns of text that hold few different values */
  readonly few?: ReadonlySet<string>;
  /** what lies on each day, in order, where that is known: it tells which periods changed */
  readonly days?: readonly DayMark[];
  /** which of `columns` are of another dataset or tell whether a row is of a segment, and by what they are found */
  readonly attached?: ReadonlyMap<string, Attached>;
}

/** A day with rows: how many, and what names their contents; the last names the order in which they were loaded as well. */
export type DayMark = readonly [day: Day, rows: number, content: string, ordered: string];

/** A column that rows have by way of a partner: another dataset, or a segment's customers. */
export interface Attached {
  readonly partner: Partner;
  /** its name there; null: whether there is one */
  readonly column: string | null;
}

/** What stands beside rows, at most once beside each. */
export interface Partner {
  readonly id: string;
  /** Throws HelderError `unknown-dataset`, `dataset-broken`, `unknown-column`, `join-not-unique`, and what a segment throws. */
  readonly meet: () => Meeting;
}

/** How rows and partners find each other: texts of expressions over the columns of either, equal in number and in type. */
export interface Meeting {
  readonly mine: readonly Typed[];
  readonly theirs: readonly Typed[];
  /** the partner's rows, no two of them equal in all of `theirs`, with these columns at least */
  readonly rows: (columns: readonly string[]) => Node;
}

/** From this many rows on, what makes a statement quicker is worth making it longer. */
export const manyRows = 1_000_000;

/** Both ends included. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface Catalog {
  readonly datasets: ReadonlyMap<string, LoadedDataset>;
  readonly fiscalStart: FiscalStart;
}

/** What a point is compared with: the period before, the one of a year earlier by date, or, for days and weeks, of 52 weeks earlier. */
export const comparisons = ["previous", "year", "year-weekday"] as const;
export type Comparison = (typeof comparisons)[number];

export interface MetricQuery {
  readonly metrics: readonly string[];
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly where: string | null;
  /** id of a segment: only rows of its customers */
  readonly segment?: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asOf: Day;
  readonly compare: Comparison | null;
}

/**
 * An aggregate over rows that the warehouse computes. All of them can be merged or are asked at the grain they are shown at:
 * an average is a sum over a count, never an average.
 */
export interface Measure {
  readonly name: string;
  readonly function: "count" | "count-distinct" | "sum" | "min" | "max" | "percentile" | "last";
  /** null: count all rows */
  readonly of: Typed | null;
  /** rows for which this is not true are left out (null is false); null: all rows */
  readonly where: Typed | null;
  /** for `percentile`: a fraction, linear interpolation (R type 7) */
  readonly p?: number;
  /** for `last`: exact name of the column that places rows in time; rows of one moment stand in the order in which they were loaded */
  readonly newestBy?: string;
  /** for `count-distinct` of a column of whole numbers: between which they lie */
  readonly span?: Span;
}

export interface Key {
  readonly name: string;
  readonly of:
    | { readonly kind: "period"; readonly grain: Exclude<Grain, "total">; readonly fiscalStart: FiscalStart }
    /** a column of a spine that holds the first day of a period */
    | { readonly kind: "frame"; readonly column: string; readonly grain: Exclude<Grain, "total">; readonly fiscalStart: FiscalStart }
    | { readonly kind: "column"; readonly column: string };
}

export type TimeUnit = "seconds" | "minutes" | "hours" | "days";

/** A column that a projection makes of its input's columns. */
export interface ProjectedColumn {
  readonly name: string;
  readonly of:
    | { readonly kind: "expression"; readonly expression: Typed }
    /** a date or timestamp, moved on by a calendar duration; months clamp to the month's last day */
    | { readonly kind: "later"; readonly column: string; readonly by: Duration }
    /** a double: from one date or timestamp to the other, by the local clock; below 0 where it runs backwards */
    | { readonly kind: "elapsed"; readonly from: Typed; readonly to: Typed; readonly in: TimeUnit };
}

/** A column that is made of a row's part. */
export type WindowColumn =
  /** the value of another row: of the first, or of the one that follows (null after the last); no two rows may agree on all of the order */
  | { readonly name: string; readonly function: "first" | "next"; readonly of: string }
  /** an integer: one more than the rows that come before in the order (equal rows, equal ranks), or the number of rows */
  | { readonly name: string; readonly function: "rank" | "size" };

/** The relational language between metric and SQL: plain data, printable. */
export type Node =
  | {
      readonly op: "scan";
      readonly dataset: string;
      readonly columns: readonly string[];
      /** of each column */ readonly types: readonly ValueType[];
    }
  | {
      readonly op: "filter";
      readonly input: Node;
      readonly where: Typed | null;
      /** both ends included; on the row's day */ readonly days: { readonly from: Day | null; readonly to: Day | null } | null;
    }
  /** rows whose `member` is in the only column of `among` */
  | { readonly op: "members"; readonly input: Node; readonly member: Typed; readonly among: Node }
  | { readonly op: "aggregate"; readonly input: Node; readonly keys: readonly Key[]; readonly measures: readonly Measure[] }
  /** exactly these columns */
  | { readonly op: "project"; readonly input: Node; readonly columns: readonly ProjectedColumn[] }
  /** adds columns; rows that agree on `partition` make a part, in the order of `order` */
  | {
      readonly op: "window";
      readonly input: Node;
      readonly partition: readonly string[];
      readonly order: readonly string[];
      readonly columns: readonly WindowColumn[];
    }
  /** adds to each row the earliest moment at or after its own among the rows of `other` that agree on `equal`; null where there is none */
  | {
      readonly op: "nearest";
      readonly input: Node;
      readonly other: Node;
      /** columns that must agree: of `input`, of `other` */
      readonly equal: readonly [string, string];
      /** moments of one type, never null: of `input`, of `other` */
      readonly at: readonly [string, string];
      readonly name: string;
    }
  /** days that are known beforehand */
  | { readonly op: "spine"; readonly columns: readonly string[]; readonly rows: readonly (readonly Day[])[] }
  /** every pair of rows for which `where` is true; with `lone`, rows of the left that are in none too, beside nulls; no two of their columns bear one name */
  | { readonly op: "join"; readonly left: Node; readonly right: Node; readonly where: Typed; readonly lone?: true };

/** That rows are of a segment: those whose `member` is in the only column of `among`. */
export interface Membership {
  readonly segment: string;
  readonly member: Typed;
  readonly among: Node;
}

/** One statement's worth of work: everything that is asked of one relation at one grain; `root` is an aggregate. */
export interface Plan {
  readonly dataset: string;
  readonly root: Node;
  /** rows of the dataset, where that is known: what pays for many does not for few */
  readonly rows: number | null;
  /** columns of the dataset that hold few different texts, where that is known */
  readonly few?: readonly string[];
}

/** How a metric's value follows from measures: refers to `measures` by plan index and name. */
export type Recipe =
  | { readonly kind: "measure"; readonly plan: number; readonly name: string }
  | { readonly kind: "quotient"; readonly numerator: Recipe; readonly denominator: Recipe }
  | { readonly kind: "formula"; readonly expression: Typed; readonly inputs: Readonly<Record<string, Recipe>> }
  /** another metric's value as a part of this one: stands in `PlannedQuery.parts` under this name */
  | { readonly kind: "metric"; readonly metric: string }
  /** `value` where one of `rows` counts a row, else null: an empty period has no value, though a distinct count of nothing is 0 */
  | { readonly kind: "where-rows"; readonly rows: readonly Recipe[]; readonly value: Recipe }
  /** the first that is not null */
  | { readonly kind: "first-known"; readonly of: readonly Recipe[] }
  | {
      readonly kind: "observed";
      readonly part: "value" | "n" | "rows";
      readonly metric: string;
      readonly series: readonly Observation[];
      readonly adds: boolean;
      readonly frame: Frame | null;
    };

export interface PlannedPeriod extends Period {
  readonly complete: boolean;
}

export interface PlannedMetric {
  readonly metric: string;
  readonly unit: Unit | null;
  readonly value: Recipe;
  /** null: n is null */
  readonly n: Recipe | null;
  /** what an empty period shows */
  readonly empty: 0 | null;
  readonly periods: readonly PlannedPeriod[];
  /** for `compare`: the period each period is compared with, null where there is none */
  readonly compared: readonly (Period | null)[] | null;
}

export interface PlannedQuery {
  readonly query: MetricQuery;
  /** exact names of the columns of `query.by`, each once */
  readonly by: readonly string[];
  /** the plans that recipes refer to, then those that only serve `comparedPlans` */
  readonly plans: readonly Plan[];
  /** for each plan that a recipe can refer to, the plan that holds its compared values (itself where it covers them); null without `compare` */
  readonly comparedPlans: readonly number[] | null;
  readonly metrics: readonly PlannedMetric[];
  /** the values of metrics within others, by metric id and frame; a count of nothing is 0 here */
  readonly parts: Readonly<Record<string, Recipe>>;
}

export type SegmentValue = string | number | boolean | null;

export interface Point {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
  readonly value: number | null;
  readonly n: number | null;
  readonly complete: boolean;
  readonly compared?: number | null;
}

export interface Series {
  readonly metric: string;
  readonly unit: Unit | null;
  readonly segment: Readonly<Record<string, SegmentValue>>;
  readonly points: readonly Point[];
}

export interface QueryResult {
  readonly grain: Grain;
  readonly series: readonly Series[];
}
