import type { ValueType } from "../expression/index.ts";

export type ParameterValue = string | number | boolean | null;

/** SQL text with positional parameters (`$1`, `$2` …) and the types in which its columns come back. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
}

/**
 * A statement's answer. Values are normalised by the warehouse: dates are ISO days, timestamps ISO local text, numbers of every width
 * JavaScript numbers, SQL NULL is null; NaN and infinities are null.
 */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}
