import type { ValueType } from "../../expression/index.ts";
import type { Doubt } from "../engine.ts";
import type { Style } from "./style.ts";

export interface TypedColumn {
  readonly name: string;
  readonly type: ValueType;
  /** SQL over the staged relation */
  readonly sql: string;
  /** how its values are written in the files: the name of a style, or the type that the file gives it */
  readonly form: string;
  /** how its texts are written, where they are no plain text */
  readonly style: Style | null;
}

export interface Inferred extends Omit<TypedColumn, "form"> {
  readonly doubts: readonly Doubt[];
  /** SQL of the times that are read off a clock on a wall, null where a value names its own zone; and of those that do, if any */
  readonly clock: { readonly local: string; readonly zoned: string | null } | null;
}
