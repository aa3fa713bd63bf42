import type { Language } from "../../framework/index.ts";
import type { Formats, Unit } from "../../locale/index.ts";
import type { Figure } from "../figures/figure.ts";

/** A sentence, a picture, a table. */
export interface Step {
  readonly id: "profiles" | "registered" | "active" | "groups" | "facts" | "opportunities";
  readonly title: string;
  readonly sentence: string;
  /** with a title that states what it shows; null: `missing` says why there is none */
  readonly picture: { readonly finding: string; readonly figure: Figure } | null;
  readonly missing: string | null;
  readonly tables: readonly StoryTable[];
  /** what is not told, under one sentence */
  readonly folded: { readonly sentence: string; readonly lines: readonly string[] } | null;
}

export interface StoryTable {
  readonly name: string;
  /** the sheet of a workbook that it stands in; tables with one sheet have the same columns */
  readonly sheet: string;
  readonly columns: readonly StoryColumn[];
  readonly rows: readonly (readonly StoryCell[])[];
  /** shown when somebody asks for it: the picture tells it already, or it is the reason behind */
  readonly aside?: true;
}

export interface StoryColumn {
  readonly title: string;
  readonly kind: "text" | "long" | "number";
  /** cells of such columns are darker the larger they are; a bar is as long as its share */
  readonly shown?: "heat" | "bar";
}

/** What is read, and what is computed with. */
export interface StoryCell {
  readonly text: string;
  readonly value: number | string | null;
  readonly unit: Unit | null;
}

/** How a step is told. */
export interface Telling {
  readonly language: Language;
  readonly format: Formats;
}
