import type { ValueType } from "../../expression/index.ts";
import { quoteText } from "../../sql/index.ts";

/** One way in which people write values of a type. `v` below is SQL for a trimmed, non-null text. */
export interface Style {
  readonly name: string;
  readonly type: ValueType;
  /** regular expression for the whole text, the same in JavaScript and RE2; null where the test alone decides */
  readonly pattern: string | null;
  /** SQL, true where a text that fits the pattern is such a value; absent where the pattern says all */
  readonly test?: (v: string) => string;
  /** SQL: for numbers the text with a point and without separators; for days and times a timestamp; else the value */
  readonly value: (v: string) => string;
  /** SQL that must be true of at least one value, and the doubt where it is not: the column is not taken for this style then */
  readonly proof?: { readonly sql: (v: string) => string; readonly otherwise: string | null };
  /** the style that may read the same texts as other values */
  readonly rival?: Style;
  /** what a column that is surely written so tells of the other columns of its file */
  readonly tells?: Convention;
  /** strptime format of its days */
  readonly days?: string;
  /** the doubt that comes with every column that is taken for this style */
  readonly doubt?: string;
  /** SQL: whether it carries a time of day; absent where none can */
  readonly timed?: (v: string) => string;
  /** for a text that may name its own zone: whether it does, and the instant */
  readonly zoned?: { readonly sql: (v: string) => string; readonly instant: (v: string) => string };
}

/** What the files of one dataset do alike: their decimal sign, and whether a day comes before or after its month. */
export interface Convention {
  readonly decimal?: "," | ".";
  readonly order?: "day" | "month";
}

export const matches = (v: string, pattern: string) => `regexp_full_match(${v}, ${quoteText(pattern)})`;
export const parses = (type: string) => (v: string) => `TRY_CAST(${v} AS ${type}) IS NOT NULL`;

/** SQL, true where `v` is written in this style; never null. */
export function fits(style: Style, v: string): string {
  if (style.pattern === null) return `(${style.test!(v)})`;
  return style.test ? `CASE WHEN ${matches(v, style.pattern)} THEN ${style.test(v)} ELSE false END` : matches(v, style.pattern);
}
