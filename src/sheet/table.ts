import type { SectionName } from "../framework/index.ts";

/** A table of a sheet, as texts: the first row holds the names of the columns. */
export interface TextTable {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** An entry of a section as it is typed in YAML. */
export interface TypedEntry {
  readonly section: SectionName;
  /** null where such entries have none */
  readonly id: string | null;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Something in a sheet that was not read, or not without thought. `row` counts as the spreadsheet does, from 1; null: the whole table. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly table: string;
  readonly row: number | null;
  /** the column's own name */
  readonly column: string | null;
  readonly text: string;
}

export type DoubtCode =
  | "column-unknown"
  | "column-guessed"
  | "column-missing"
  | "no-name"
  | "not-a-number"
  | "not-a-day"
  | "not-a-choice"
  | "not-a-period"
  | "no-target"
  | "no-end"
  | "broken-rest"
  | "no-entry"
  | "twice";
