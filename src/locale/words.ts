type StatusName = "no-target" | "no-data" | "immature" | "achieved" | "missed" | "on-track" | "at-risk" | "behind";

/** The words that terminal, documents and web share. Values arrive formatted. */
export interface Words {
  /** as a label: `Op koers` */
  readonly status: Readonly<Record<StatusName, string>>;
  /** names and aims of the phases that a workspace has by default, by id */
  readonly phases: Readonly<Record<string, { readonly name: string; readonly aim: string }>>;
  readonly noPhase: string;
  readonly severity: Readonly<Record<"error" | "warning" | "info", readonly [one: string, many: string]>>;
  readonly grain: Readonly<Record<"day" | "week" | "month" | "quarter" | "year" | "total", string>>;
  readonly column: Readonly<
    Record<
      | "kpi"
      | "cpi"
      | "status"
      | "value"
      | "target"
      | "path"
      | "course"
      | "chance"
      | "owner"
      | "period"
      | "previous"
      | "change"
      | "n"
      | "kind"
      | "where"
      | "what"
      | "dataset"
      | "rows"
      | "rejected"
      | "from"
      | "to"
      | "seconds",
      string
    >
  >;
  readonly superKpi: string;
  readonly findings: string;
  readonly reasons: string;
  readonly data: string;
  readonly dataThrough: (day: string) => string;
  readonly dayOf: (day: number, days: number) => string;
  readonly onDay: (day: string) => string;
  readonly unfinished: string;
  /** what an empty dimension value is called */
  readonly blank: string;
  readonly and: string;
}
