import type { Day, FiscalStart, Grain } from "../calendar/index.ts";
import type { CastTarget, FunctionName, ValueType } from "../expression/index.ts";
import type { Measure } from "../metric/index.ts";

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
  /** null where a double is not finite */
  finite(double: string): string;
  /** a double; null over 0 */
  divide(left: string, right: string): string;
  /** null over 0 */
  remainder(left: string, right: string): string;
  addDays(date: string, days: string, sign: "+" | "-"): string;
  daysBetween(from: string, to: string): string;
  /** null where it cannot be done */
  cast(operand: Operand, to: CastTarget): string;
  readonly functions: Readonly<Record<FunctionName, (operands: readonly Operand[]) => string>>;
  /** `of` is null where all rows are counted; ` FILTER …` or nothing */
  readonly aggregates: Readonly<Record<Measure["function"], (of: Operand | null, filter: string, measure: Measure) => string>>;
}
