import type { Cadence, Day, Grain } from "../calendar/index.ts";
import type {
  Action,
  Contribution,
  Edge,
  Fault,
  Finding,
  Grid,
  Influence,
  Language,
  Layer,
  LinkState,
  Scorecard,
  ScorecardLine,
  Unit,
} from "../framework/index.ts";
import type { Judgement, Status } from "../judge/index.ts";
import type { Point } from "../metric/index.ts";
import type { Steered } from "./steering/steered.ts";

/** One judged KPI or CPI with all that any page, sheet or mail shows of it. */
export interface Entry extends Judgement {
  readonly id: string;
  readonly kind: "kpi" | "cpi";
  readonly name: string;
  readonly metric: string | null;
  readonly unit: Unit | null;
  readonly direction: "up" | "down";
  readonly side: "behaviour" | "experience" | null;
  readonly timing: "leading" | "lagging" | null;
  /** id of the goal, objective or interaction that it gauges */
  readonly measures: string | null;
  /** phase of the interaction it gauges, else the phase most of the interactions below its objective lie in, else null */
  readonly phase: string | null;
  readonly theme: string | null;
  readonly owner: string | null;
  readonly cadence: Cadence;
  /** whether the value adds up day by day over the target's range ("150 of 300"); otherwise it has a level at each moment */
  readonly accumulates: boolean;
  /** values per cadence period, oldest first, at most 15 months back */
  readonly series: readonly Point[];
  readonly seriesGrain: Grain;
  /** values per month, oldest first, of what is looked at by the quarter: its target's range so far; none for what is looked at more often */
  readonly slices: readonly Point[];
  /** the line to the target: for a total the cumulative expected value at each day, for a level its corners; empty without a dated target */
  readonly path: readonly { readonly day: Day; readonly value: number }[];
  /** for a total within its target: value so far per day, cumulative */
  readonly progress: readonly { readonly day: Day; readonly value: number }[];
  readonly levels: { readonly floor: number | null; readonly stretch: number | null };
  readonly baseline: { readonly value: number; readonly from: Day | null; readonly to: Day | null } | null;
  /** `baseline: auto`: where it stood follows from the data */
  readonly baselineFromData: boolean;
  readonly agreedBy: readonly string[];
  readonly agreedOn: Day | null;
  readonly because: string | null;
  readonly actions: readonly Action[];
  readonly guardrails: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: Status | null;
    readonly value: number | null;
    readonly unit: Unit | null;
  }[];
  /** how the number is made, as text: `sum of quantity * unit_price over orders where status <> 'cancelled'` */
  readonly definition: string | null;
  /** the same in words, per language; null where it is made of a type without words, or of nothing that is known */
  readonly definitionInWords: Readonly<Record<Language, string>> | null;
  /** what the workspace says about its metric */
  readonly description: string | null;
  /** whether its value is a part of a whole, at most 1 */
  readonly partOfWhole: boolean;
  readonly n: number | null;
  /** a CPI's outcome and increment */
  readonly outcome: string | null;
  readonly increment: string | null;
  readonly evidence: readonly {
    readonly method: string;
    readonly on: Day | null;
    readonly customers: number | null;
    readonly situation: string | null;
    readonly quote: string | null;
  }[];
  /** why the value could not be computed, as an error code and sentence per language; null where it could */
  readonly problem: { readonly code: string; readonly sentence: Readonly<Record<Language, string>> } | null;
}

export type TreeLayer = Layer;
export type TreeEdge = Edge;

export interface TreeNode {
  /** `goal/grow`, `kpi/bathrooms-sold`: ids are unique per section only */
  readonly id: string;
  readonly layer: TreeLayer;
  readonly entity: string;
  readonly name: string;
  readonly phase: string | null;
  readonly theme: string | null;
  readonly stakeholders: readonly string[];
  readonly for: readonly string[];
  readonly text: string | null;
  /** whether it lies on the super-KPI's path */
  readonly lit: boolean;
  /** ids of the teams, stakeholders and segments whose it is: a stake in it, a hold on it, agreed to it, or it is for them */
  readonly whose: readonly string[];
  /** how it moves the goals and the super-KPI, the nearest first; `path` are node ids from here to there, both included */
  readonly influences: readonly Pick<Influence, "to" | "effect" | "path">[];
}

export interface Tree {
  readonly nodes: readonly TreeNode[];
  readonly edges: readonly TreeEdge[];
}

/** A finding of the check; `fixable` where it can be mended without asking anybody. */
export interface ReportFinding extends Finding {
  readonly fixable?: true;
}

/** Two that move against each other, one at the cost of the other perhaps. */
export interface Conflict {
  /** `kpi-over-cpi`: the KPI improves, the CPI gets worse; `cpi-over-guardrail`: the other way round, the KPI being a guardrail */
  readonly code: "kpi-over-cpi" | "cpi-over-guardrail";
  readonly kpi: string;
  readonly cpi: string;
}

/** How many KPIs there may be, and which would go first. */
export interface Budget {
  readonly used: number;
  readonly budget: number;
  /** all KPIs, the first to let go first, the super-KPI last; reasons are codes, the strongest first */
  readonly ranking: readonly { readonly kpi: string; readonly reasons: readonly string[] }[];
}

/** How sound the framework is, 0 … 100, and which codes took points. */
export interface Score {
  readonly value: number;
  readonly reasons: readonly { readonly code: string; readonly findings: number; readonly points: number }[];
}

/** A part of a scorecard, and how far it is. */
export interface AttainedLine extends ScorecardLine {
  readonly name: string;
  /** what it stands at, or will stand at by the forecast where the target counts up to a day that is to come */
  readonly value: number | null;
  readonly by: "value" | "forecast" | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** share of the way from baseline to target: 0 stands still, 1 is there; null where that cannot be said */
  readonly attainment: number | null;
  /** the same by the team's floor and cap; null where it does not count */
  readonly counted: number | null;
  /** why it does not count; null where it does */
  readonly reason: "not-accountable" | "no-target" | "no-value" | null;
  /** its part of what counts; the parts of the lines that count add up to 1 */
  readonly share: number;
}

/** What a team has attained of what it may be held to. */
export interface Attainment {
  readonly team: string;
  readonly name: string;
  /** attainment below `floor` counts as 0, above `cap` as `cap` */
  readonly floor: number;
  readonly cap: number;
  readonly lines: readonly AttainedLine[];
  /** sum of share × counted; null where nothing counts */
  readonly attainment: number | null;
  /** part of the weights that counts */
  readonly accountable: number;
}

/** The one value that terminal, JSON, web, HTML, sheets and slides are made of. Holds no sentence of one language but `problem`. */
export interface Report {
  readonly workspace: {
    readonly name: string;
    readonly language: Language;
    readonly currency: string;
    readonly timezone: string;
    readonly kpiBudget: number;
  };
  readonly asOf: Day;
  readonly superKpi: string | null;
  readonly phases: readonly { readonly id: string; readonly name: string | null; readonly aim: string | null }[];
  readonly themes: readonly { readonly id: string; readonly name: string; readonly colour: string }[];
  /** display names of teams and stakeholders by id */
  readonly people: Readonly<Record<string, string>>;
  readonly kpis: readonly Entry[];
  readonly cpis: readonly Entry[];
  readonly tree: Tree;
  readonly links: readonly LinkState[];
  /** for everyone, then one per segment that something is for */
  readonly grids: readonly Grid[];
  readonly segments: readonly { readonly id: string; readonly name: string }[];
  readonly budget: Budget;
  readonly scorecards: readonly Scorecard[];
  /** of every team with a scorecard, how far it is with what it may be held to */
  readonly attained: readonly Attainment[];
  readonly contributions: readonly Contribution[];
  readonly score: Score;
  readonly events: readonly {
    readonly id: string;
    readonly on: Day;
    readonly to: Day | null;
    readonly name: string;
    readonly kind: string;
  }[];
  readonly conflicts: readonly Conflict[];
  /** steering cycles closed in the month before, the newest first */
  readonly steered: readonly Steered[];
  readonly findings: readonly ReportFinding[];
  /** what is wrong with the data behind the figures */
  readonly quality: readonly Fault[];
  readonly datasets: readonly {
    readonly id: string;
    readonly rows: number;
    readonly rejected: number;
    readonly from: Day | null;
    readonly to: Day | null;
    readonly watermark: Day | null;
  }[];
}
