/** Where something stands in a workspace's text; lines and columns from 1, `file` relative to the workspace with `/`. */
export interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Content that the user can fix. A value, never thrown. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** id of the entity it concerns; the workspace's name for the framework as a whole */
  readonly on: string;
  readonly at: Range | null;
  readonly params: Params;
  readonly waived: boolean;
}

export type Language = "nl" | "en";

/** A kind of finding: one file each, its sentences beside its code. A sentence says what is wrong and what to do. */
export interface FindingKind {
  readonly code: string;
  readonly severity: Severity;
  /** one plain sentence: why it counts for whoever is told */
  readonly why: Readonly<Record<Language, string>>;
  readonly sentences: Readonly<Record<Language, (params: Params) => string>>;
}
