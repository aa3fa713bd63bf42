import type { Day, Grain } from "../calendar/index.ts";
import type { Fault, Framework, HelderError } from "../framework/index.ts";
import type { Erasure, KeyScope } from "../journal/index.ts";
import type { MetricQuery, Plan, QueryResult } from "../metric/index.ts";
import type { Report } from "../report/index.ts";
import type { Statement } from "../sql/index.ts";
import type { EraseRequest, EraseResult } from "./erase/result.ts";
import type { ExperimentPlan, ExperimentPlanRequest, ExperimentsResult } from "./experiment-analysis.ts";

/** What a load did to one dataset. */
export interface LoadedFile {
  readonly id: string;
  /** rows kept */
  readonly rows: number;
  /** lines not readable as rows */
  readonly rejected: number;
  /** path of the file with the rejected lines, relative to the workspace; null where there are none */
  readonly rejects: string | null;
  /** rows dropped for an equal key, or, without `key`, exact duplicates that were seen and kept */
  readonly duplicates: { readonly identical: number; readonly differing: number };
  /** rows of erased people in the files, left out */
  readonly erased: number;
  /** rows older than the dataset's retention, left out */
  readonly expired: number;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly seconds: number;
  /** nothing had changed, so nothing was read */
  readonly skipped: boolean;
  readonly doubts: readonly Doubt[];
}

/** Something in the data that a person should look at: `dst-gap`, `dst-fold`, `short-rows`, `null-time`, `ambiguous-date` … */
export interface Doubt {
  readonly column: string | null;
  readonly code: string;
  readonly count: number;
}

/** A dataset that could not be loaded; the others were. */
export interface LoadFailure {
  readonly id: string;
  readonly error: HelderError;
}

export interface LoadResult {
  readonly datasets: readonly LoadedFile[];
  readonly failures: readonly LoadFailure[];
  /** different customers per dataset, before and after ids of one person were put together; absent where nothing is declared */
  readonly identities?: readonly {
    readonly id: string;
    readonly ids: number;
    readonly customers: number;
    /** ids that hang together and were left apart, the first twenty */
    readonly clashes: readonly { readonly code: "identity-too-many" | "identity-apart"; readonly customers: readonly string[] }[];
  }[];
  /** what is wrong with the rows; absent where it was not looked into */
  readonly quality?: readonly Fault[];
}

export interface Timings {
  readonly read: number;
  readonly load: number;
  readonly query: number;
  readonly judge: number;
  readonly total: number;
}

export interface QueryRequest extends Omit<MetricQuery, "grain" | "asOf"> {
  readonly grain: Grain;
  readonly asOf: Day | null;
  /** shows the values of private columns too; without it, splitting by one is refused */
  readonly private?: boolean;
  /** refuses a `where` by private columns too: who may not see a value must not find it by counting */
  readonly guarded?: boolean;
}

export interface SqlResult {
  /** the plan as a person reads it */
  readonly explained: string;
  readonly statements: readonly {
    readonly dataset: string;
    readonly text: string;
    readonly parameters: Statement["parameters"];
    readonly plan: Plan;
  }[];
}

export interface OpenOptions {
  /** lines about statements and rows, for `--verbose` */
  readonly trace?: (line: string) => void;
  /** what is being done, for a person who waits */
  readonly progress?: (line: string) => void;
  /** milliseconds since 1970; the default clock is the machine's */
  readonly now?: () => number;
}

/** An opened workspace. One and the same whether the work is done in this process or by the server that holds the warehouse. */
export interface Engine {
  readonly directory: string;
  framework(): Promise<Framework>;
  load(request: { readonly datasets: readonly string[] | null }): Promise<LoadResult>;
  query(request: QueryRequest): Promise<QueryResult>;
  sql(request: QueryRequest): Promise<SqlResult>;
  /** Columns by which metrics can be split without being told: text of few values, in the datasets of all of them, nobody's name or key. */
  dimensions(request: { readonly metrics: readonly string[] }): Promise<readonly string[]>;
  /** The id by which the person goes whom a customer's id is one of, by what `identity` says. */
  identified(request: { readonly customer: string }): Promise<string>;
  run(request: { readonly asOf: Day | null }): Promise<{ readonly report: Report; readonly timings: Timings }>;
  checkin(request: {
    readonly indicator: string;
    readonly period: string;
    readonly value: number;
    readonly note: string | null;
  }): Promise<{ readonly id: string }>;
  /** `id` null: all registered experiments */
  experiments(request: { readonly id: string | null; readonly asOf: Day | null }): Promise<ExperimentsResult>;
  planExperiment(request: ExperimentPlanRequest): Promise<ExperimentPlan>;
  /** A key for another program, shown this once. */
  createKey(request: {
    readonly name: string;
    readonly scope: KeyScope;
  }): Promise<{ readonly id: string; readonly key: string; readonly scope: KeyScope }>;
  /** Removes a person from all that is kept, or with `confirmed: false` says what would go. */
  erase(request: EraseRequest): Promise<EraseResult>;
  /** Who was removed, under keyed hashes, the first first. */
  erasures(): Promise<readonly Erasure[]>;
  close(): Promise<void>;
}

export const engineMethods = [
  "framework",
  "load",
  "query",
  "sql",
  "dimensions",
  "identified",
  "run",
  "checkin",
  "experiments",
  "planExperiment",
  "createKey",
  "erase",
  "erasures",
] as const;
export type EngineMethod = (typeof engineMethods)[number];

/** What one process asks of the server that holds the warehouse. */
export interface EngineCall {
  readonly method: EngineMethod;
  readonly request: unknown;
  readonly trace: boolean;
}
