import type { Day, Duration, FiscalStart, Grain } from "../calendar/index.ts";
import type { CastTarget, FunctionName, ValueType } from "../expression/index.ts";
import type { Measure, TimeUnit, WindowColumn } from "../metric/index.ts";

export type AnyType = ValueType | "null";

/** SQL text of an operand that needs no brackets around it, and the type of its value. */
export interface Operand {
  readonly text: string;
  readonly type: AnyType;
}

/** How one engine writes what Helder asks: text in, text out. Operands come in with the brackets that they need. */
export interface Dialect {
  readonly name: string;
  /** a name that can hold any text */
  identifier(name: string): string;
  /** the table that holds a dataset's rows */
  table(dataset: string): string;
  /** a parameter, numbered from 1 */
  parameter(index: number): string;
  /** a number as it was typed: digits, at most one point and exponent */
  number(digits: string): string;
  day(day: Day): string;
  /** ISO local time, `2026-01-31 10:00:00` */
  timestamp(text: string): string;
  /** the first day of the period that a day lies in; cut at the calendar's first day */
  periodStart(day: string, grain: Exclude<Grain, "total">, fiscalStart: FiscalStart): string;
  /**
   * A whole number for each month, and the month's first day for such a number: what many rows are grouped by, where the engine makes
   * the number sooner than the day.
   */
  readonly monthNumber: { of(day: string): string; start(number: string): string } | null;
  /** null where a double is not finite */
  finite(double: string): string;
  multiply(left: Operand, right: Operand): string;
  /** a double; null over 0 */
  divide(left: string, right: string): string;
  /** null over 0 */
  remainder(left: Operand, right: Operand): string;
  addDays(date: string, days: string, sign: "+" | "-"): string;
  daysBetween(from: string, to: string): string;
  /** what stands right of LIKE for a pattern in which nothing escapes; `text` writes a text that people typed */
  like(pattern: string, text: (typed: string) => string): string;
  /** whether the operand is one of the list, or none of it; null where a null could be it */
  among(operand: Operand, list: readonly Operand[], negated: boolean): string;
  /** values of which a CASE gives one, as values of one type */
  alike(values: readonly Operand[]): readonly string[];
  /** a date or local timestamp a calendar duration later, of the same type; months, quarters and years clamp to the month's last day */
  later(moment: Operand, by: Duration): string;
  /** a double: the time from one date (its midnight) or local timestamp to another by the clock on the wall; below 0 where it runs backwards */
  elapsed(from: Operand, to: Operand, unit: TimeUnit): string;
  /**
   * Over the rows of a part. A value of another row, null values too: of the part's first row, or of the next one (null after the last).
   * Without `of`: one more than the number of rows before it in the order, or the number of rows.
   */
  readonly windows: Readonly<Record<WindowColumn["function"], (of: string, partition: string, order: string) => string>>;
  /** joins each row on the left with the first row on the right whose moment is not earlier; nulls beside rows that have none */
  readonly nearestJoin: string;
  /** joins each row on the left with the rows on the right for which a condition is true; nulls beside rows that have none */
  readonly leftJoin: string;
  /** IN, before a SELECT over tables that may lie on other machines */
  readonly inSelected: string;
  /** a whole SELECT of days that are given: columns of type date, none of them null; no rows where there are none */
  days(columns: readonly string[], rows: readonly (readonly Day[])[]): string;
  /** null where it cannot be done */
  cast(operand: Operand, to: CastTarget): string;
  readonly functions: Readonly<Record<FunctionName, (operands: readonly Operand[]) => string>>;
  /** `of` is null where all rows are counted; ` FILTER …` or nothing */
  readonly aggregates: Readonly<Record<Measure["function"], (of: Operand | null, filter: string, measure: Measure) => string>>;
  /** of more aggregates with a FILTER than this, the time grows with the square of their number; they are written with CASE then */
  readonly mostFilters: number;
  /** sets of whole numbers with one bit a number, where the engine has them */
  readonly bitmaps: {
    /** the set of an operand's numbers; every one lies within the span, both ends included */
    collect(of: Operand, span: { readonly low: number; readonly high: number }): string;
    /** how many numbers there are in the union of sets; 0 where there is no set */
    count(set: string, filter: string): string;
  } | null;
}
