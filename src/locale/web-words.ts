import type { CustomerWords } from "./customer-words.ts";
import type { DiscoverWords } from "./discover-words.ts";
import type { FrameworkWords } from "./framework-words.ts";
import type { Phrase, StatusWord } from "./phrase.ts";
import type { ScenarioWords } from "./scenario-words.ts";
import type { SteeringWords } from "./steering-words.ts";
import type { TreeWords } from "./tree-words.ts";

type Evidence = "structure" | "hypothesis" | "supported" | "refuted" | "inconclusive" | "expired";
type Layer = "goal" | "objective" | "interaction" | "kpi" | "cpi" | "enabler";

/** Counts per kind of state in one phase, for the sentence above the table. */
export interface PhaseCount {
  readonly phase: string;
  readonly late: number;
  readonly attention: number;
}

/** The words of the web app in one language. Values arrive formatted; a function never formats a number itself. */
export interface WebWords {
  readonly nav: {
    readonly label: string;
    readonly skip: string;
    readonly trail: string;
    readonly overview: string;
    readonly tree: string;
    readonly treeShort: string;
    readonly framework: string;
    readonly discover: string;
    readonly language: string;
    readonly theme: string;
    readonly auto: string;
    readonly light: string;
    readonly dark: string;
  };
  readonly status: Readonly<Record<StatusWord, string>>;
  /** the status as it stands in a running sentence: "ging van *aandacht* naar *achter*" */
  readonly statusInSentence: Readonly<Record<StatusWord | "ahead", string>>;
  readonly noPhase: string;
  readonly per: Readonly<Record<"day" | "week" | "month" | "quarter" | "year" | "total", string>>;
  readonly target: string;
  readonly ofTarget: (target: string, kind: "total" | "level") => string;
  readonly abovePath: (difference: string) => string;
  readonly belowPath: (difference: string) => string;
  readonly onPath: string;
  readonly none: string;
  readonly noChance: string;
  readonly chance: (percent: string) => string;
  readonly superKpi: string;
  readonly copyTable: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly and: string;
  readonly time: {
    readonly quarter: (quarter: number, year: string, day: number, days: number) => string;
    readonly dataThrough: (day: string) => string;
    readonly noData: string;
    readonly phases: string;
  };
  readonly overview: {
    readonly title: string;
    readonly super: {
      readonly none: string;
      readonly teach: string;
      readonly open: string;
      readonly path: (expected: string) => string;
    };
    readonly since: {
      readonly title: string;
      readonly first: string;
      readonly nothing: (day: string) => string;
      readonly changed: (from: string, to: string) => string;
      readonly achieved: (target: string) => string;
      readonly back: string;
      readonly missed: (target: string) => string;
      readonly fresh: string;
    };
    readonly waiting: {
      readonly title: string;
      readonly do: Readonly<Record<"start" | "stop" | "continue", string>>;
      readonly nobody: string;
    };
    readonly table: {
      readonly finding: (phases: readonly PhaseCount[], judged: number) => string;
      readonly phase: string;
      readonly kpi: string;
      readonly cpi: string;
      readonly status: string;
      readonly value: string;
      readonly course: string;
      readonly chance: string;
      readonly owner: string;
      readonly note: string;
      readonly spark: (name: string, grain: string) => string;
    };
    readonly cpis: { readonly finding: (late: readonly string[], attention: number, total: number) => string; readonly teach: string };
    readonly findings: (errors: number, warnings: number) => string;
    readonly findingsTitle: string;
    readonly where: (file: string, line: number | null) => string;
    readonly severity: Readonly<Record<"error" | "warning" | "info", string>>;
    readonly data: {
      readonly title: (count: number, day: string | null) => string;
      readonly source: string;
      readonly rows: string;
      readonly rejected: string;
      readonly from: string;
      readonly through: string;
    };
  };
  readonly empty: {
    readonly kpisTitle: string;
    readonly kpisText: string;
    readonly kpisHow: string;
    readonly dataTitle: string;
    readonly dataText: string;
    readonly dataHow: string;
    readonly treeTitle: string;
    readonly treeText: string;
    readonly treeHow: string;
  };
  readonly tree: {
    readonly title: string;
    readonly sentence: (input: {
      readonly super: string | null;
      readonly value: string | null;
      readonly weakest: { readonly name: string; readonly value: string; readonly status: string } | null;
      readonly supported: number;
      readonly links: number;
    }) => readonly Phrase[];
    readonly finding: (lit: boolean) => string;
    readonly outline: string;
    readonly canvas: string;
    readonly layers: Readonly<Record<Layer, { readonly name: string; readonly why: string }>>;
    readonly evidence: Readonly<Record<Evidence, string>>;
    readonly effect: Readonly<Record<"helps" | "hurts", string>>;
    readonly noKpi: string;
    readonly more: (count: number) => string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fit: string;
    readonly hint: string;
    readonly close: string;
    readonly openKpi: string;
    readonly openCpi: string;
    readonly above: string;
    readonly below: string;
    readonly stakeholders: string;
    readonly forWhom: string;
    readonly owner: string;
    readonly counts: string;
    readonly proof: string;
    readonly noProof: string;
    readonly links: {
      readonly finding: (supported: number, total: number) => string;
      readonly none: string;
      readonly from: string;
      readonly to: string;
      readonly effect: string;
      readonly evidence: string;
      readonly experiments: string;
      readonly noExperiment: string;
      readonly until: string;
    };
  };
  readonly focus: TreeWords;
  readonly framework: FrameworkWords;
  readonly steering: SteeringWords;
  readonly scenario: ScenarioWords;
  readonly customer: CustomerWords;
  readonly discover: DiscoverWords;
  readonly kpi: {
    readonly sentence: (input: {
      readonly name: string;
      readonly status: StatusWord;
      readonly value: string | null;
      readonly target: string | null;
      readonly expected: string | null;
      readonly kind: "total" | "level";
      readonly chance: string | null;
      readonly lower: boolean;
    }) => readonly Phrase[];
    readonly finding: (input: {
      readonly name: string;
      readonly status: StatusWord;
      readonly kind: "total" | "level";
      readonly trend: "up" | "down" | "flat" | null;
      readonly difference: string | null;
      readonly above: boolean;
      readonly target: string | null;
    }) => string;
    readonly owner: string;
    readonly guardrail: string;
    readonly summed: (from: string) => string;
    readonly behaviour: string;
    readonly experience: string;
    readonly leading: string;
    readonly lagging: string;
    readonly agreement: string;
    readonly smart: {
      /** how many of the five letters are in order */
      readonly score: (right: number) => string;
      readonly letters: Readonly<Record<"S" | "M" | "A" | "R" | "T", string>>;
      readonly yes: string;
      readonly no: string;
      readonly unsaid: string;
    };
    readonly reasons: string;
    readonly definition: string;
    readonly customers: (count: string) => string;
    readonly actions: string;
    readonly noActions: string;
    readonly why: {
      readonly title: string;
      readonly from: string;
      readonly to: string;
      readonly busy: string;
      readonly failed: (reason: string) => string;
      readonly row: (value: string, period: string) => string;
      readonly note: string;
    };
    readonly when: (status: string) => string;
    readonly now: string;
    readonly values: string;
    readonly period: string;
    readonly value: string;
    readonly path: string;
    readonly n: string;
    readonly nWhy: string;
    readonly showAll: (count: number) => string;
    readonly complete: string;
    readonly running: string;
    readonly evidence: string;
    readonly noEvidence: string;
    readonly method: (method: string) => string;
    readonly increment: (increment: string) => string;
    readonly evidenceCustomers: (count: number) => string;
    readonly unknownTitle: string;
    readonly unknownText: (id: string) => string;
    readonly chart: {
      readonly path: string;
      readonly target: (value: string) => string;
      readonly expected: (value: string) => string;
      readonly interval: (level: string, low: string, high: string) => string;
      readonly immature: string;
      readonly onDay: (value: string, day: string) => string;
      readonly pathIs: (value: string) => string;
      readonly behind: (difference: string) => string;
      readonly ahead: (difference: string) => string;
      readonly floor: (value: string) => string;
      readonly stretch: (value: string) => string;
      readonly label: (name: string, value: string | null, target: string | null) => string;
    };
  };
  readonly failure: {
    readonly title: string;
    readonly gone: string;
    readonly kept: string;
    readonly refused: (message: string) => string;
    readonly retry: string;
    readonly stale: string;
    readonly broken: string;
    readonly brokenText: string;
    readonly reload: string;
  };
  readonly notFound: { readonly title: string; readonly text: string; readonly back: string };
  readonly loading: string;
}

/** What the web app does not share with terminal and documents. */
export type OwnWords = Omit<
  WebWords,
  "status" | "noPhase" | "superKpi" | "focus" | "framework" | "discover" | "steering" | "scenario" | "customer"
>;
