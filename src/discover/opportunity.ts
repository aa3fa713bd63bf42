import type { Day, Duration } from "../calendar/index.ts";
import type { Language } from "../framework/index.ts";
import type { Aim, Worth } from "./aim.ts";
import type { Figures } from "./figures.ts";

/** What a KPI kind counts with, in a workspace: names of columns are as expressions write them. */
export interface Columns {
  readonly dataset: string;
  readonly customer: string;
  /** null: a row is a transaction */
  readonly order: string | null;
  /** null: no column of this dataset tells */
  readonly revenue: string | null;
  /** condition of a row that is a sale, of one that was taken back, of a late delivery, and of one that was delivered */
  readonly sale: string | null;
  readonly refunded: string | null;
  readonly late: string | null;
  readonly delivered: string | null;
  readonly active: Duration;
  readonly lapsed: Duration;
  readonly top: number;
}

type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain | undefined };
/** One entry of a workspace's YAML. */
export interface Entry {
  readonly id: string;
  readonly [key: string]: Plain | undefined;
}

export interface Gauge {
  /** the metrics that it takes, its own last */
  readonly metrics: readonly Entry[];
}

/** The words of a kind of opportunity. `{baseline}`, `{target}`, `{size}`, `{months}`, `{value}` and `{lastYear}` are blanks. */
export interface OpportunityWords {
  readonly objective: string;
  readonly kpi: string;
  readonly interaction: string;
  readonly wants: string;
  readonly does: string;
  readonly specific: string;
  readonly measurable: string;
  readonly acceptable: string;
  readonly start: string;
  readonly stop: string;
  readonly continue: string;
}

/** One chance that a fact shows: one file in `opportunities/`, one line in `opportunities.ts`. */
export interface OpportunityKind {
  readonly id: string;
  readonly fact: string;
  readonly unit: "percent" | "currency";
  readonly direction: "up" | "down";
  readonly phase: string;
  readonly timing: "leading" | "lagging";
  /** who an action is for, as `helder audience` names them; null: everyone */
  readonly audience: string | null;
  /** null where the data do not carry a target */
  readonly aim: (figures: Figures) => Aim | null;
  /** how many customers, purchases … it is about */
  readonly size: (figures: Figures, aim: Aim) => number;
  readonly worth: (figures: Figures, aim: Aim) => Worth | null;
  /** the share of the audience that can be reached; absent: all */
  readonly reachable?: (figures: Figures) => number;
  /** the figure that makes it measurable, now and a year before */
  readonly measure?: (figures: Figures) => number | null;
  /** null where these columns do not carry it */
  readonly gauge: (columns: Columns, name: string, language: Language) => Gauge | null;
  readonly sentences: Readonly<Record<Language, OpportunityWords>>;
}

export interface Opportunity {
  readonly id: string;
  /** id of the fact that shows it */
  readonly fact: string;
  readonly objective: string;
  readonly kpi: string;
  readonly target: {
    readonly value: number;
    readonly unit: "percent" | "currency";
    readonly direction: "up" | "down";
    readonly from: Day;
    readonly to: Day;
  };
  readonly baseline: { readonly value: number; readonly n: number; readonly from: Day; readonly to: Day };
  readonly smart: Readonly<Record<"S" | "M" | "A" | "R" | "T", string>>;
  /** null where the data do not tell */
  readonly worth: Worth | null;
  readonly audience: string | null;
  readonly size: number;
  /** 0 to 1: how often comparable periods reached it, times the share of the audience that can be reached */
  readonly attainability: number;
  readonly phase: string;
  readonly layer: "objective";
  readonly actions: readonly {
    readonly when: "behind" | "at-risk" | "on-track";
    readonly do: "start" | "stop" | "continue";
    readonly what: string;
  }[];
  /** id of the metric that must not suffer */
  readonly guardrail: string;
}
