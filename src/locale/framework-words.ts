type Layer = "goal" | "objective" | "interaction";
type Side = "behaviour" | "experience";

/** What the trade measures in one phase; the company fills in its own. */
export interface Trade {
  /** the customer in this phase, in the middle of a sentence */
  readonly who: string;
  readonly goal: string;
  readonly objective: string;
  readonly interaction: string;
  readonly kpi: string;
  readonly cpi: { readonly name: string; readonly outcome: string; readonly increment: string; readonly direction: "up" | "down" };
}

/** The words of the page Raamwerk. Names and numbers arrive as they are shown. */
export interface FrameworkWords {
  readonly title: string;
  readonly forWhom: string;
  readonly everyone: string;
  readonly grid: string;
  /** heads the column with the names of the layers */
  readonly layer: string;
  readonly sides: Readonly<Record<Side, { readonly name: string; readonly why: string }>>;
  /** by phase id; a phase of the workspace's own has `anyPhase` */
  readonly trade: Readonly<Record<string, Trade>>;
  readonly anyPhase: Trade;
  readonly gap: {
    readonly title: (layer: Layer, side: Side | null, missing: "nothing" | "not-gauged") => string;
    readonly question: (layer: Layer, side: Side | null, missing: "nothing" | "not-gauged", who: string) => string;
    readonly example: (example: string) => string;
    readonly link: (layer: Layer, side: Side | null, missing: "nothing" | "not-gauged") => string;
    /** what a screen reader says after the link: for what, in which phase */
    readonly place: (of: string | null, phase: string | null) => string;
    readonly also: string;
    /** the one thing to do first, on the button */
    readonly first: (layer: Layer, side: Side | null, phase: string) => string;
  };
  readonly more: (count: number) => string;
  readonly less: string;
  readonly budget: {
    readonly used: (used: number, budget: number) => string;
    readonly apart: string;
    readonly open: string;
    readonly choose: string;
    readonly title: string;
    readonly full: (used: number, budget: number) => string;
    readonly noReason: string;
    readonly superKpi: string;
    readonly goes: string;
  };
  readonly snippet: {
    readonly where: (file: string, section: string) => string;
    readonly copy: string;
    readonly failed: string;
    readonly then: string;
    /** the budget is full: what a KPI more asks for */
    readonly full: (budget: number) => string;
    readonly serve: (objective: string) => string;
    readonly metric: string;
    readonly owner: string;
  };
  readonly homeless: { readonly title: (count: number) => string; readonly why: string };
  readonly findings: {
    readonly none: string;
    readonly noneText: string;
    readonly counts: (errors: number, warnings: number, infos: number, waived: number) => string;
    readonly kind: string;
    readonly what: string;
    readonly where: string;
    readonly why: string;
    readonly action: string;
    readonly waived: string;
    readonly whole: string;
    readonly fix: string;
    readonly fill: string;
    readonly look: string;
    readonly showAll: (count: number) => string;
    readonly file: string;
    readonly rule: string;
  };
  readonly fix: {
    readonly title: string;
    readonly before: string;
    readonly after: string;
    readonly gone: string;
    readonly apply: string;
    readonly busy: string;
    readonly nothing: string;
    readonly failed: string;
    readonly retry: string;
    readonly done: string;
  };
  readonly score: (value: string) => string;
  readonly points: (points: string, code: string, findings: number) => string;
  readonly full: string;
  readonly teams: {
    readonly title: (without: readonly string[], teams: number, superKpi: string | null) => string;
    readonly team: string;
    readonly path: string;
    readonly via: Readonly<Record<"owns" | "acts" | "stake", string>>;
    readonly effect: string;
    readonly noPath: string;
    readonly weights: string;
    readonly noWeights: string;
    readonly unmovable: string;
    readonly hypothesis: string;
    readonly sum: (total: string) => string;
  };
  readonly empty: { readonly title: string; readonly text: string; readonly how: string };
}
