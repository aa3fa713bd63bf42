import type { Day } from "../calendar/index.ts";
import type { Language, Params } from "../framework/index.ts";
import type { Reason } from "./judgement.ts";

/** How a sentence writes its blanks. Whoever shows the sentence brings the reader's language, unit and currency. */
export interface Speak {
  /** a value in the unit of the indicator */
  amount(value: number): string;
  /** the size of a difference between two values: for percentages in points */
  gap(value: number): string;
  day(day: Day): string;
  /** a period label (`2026-Q4`) in words */
  period(label: string): string;
}

/** A kind of reason: one file each under `reasons/`, its sentences beside its code. */
export interface ReasonKind<P extends Params> {
  readonly code: string;
  readonly sentences: Readonly<Record<Language, (params: P, speak: Speak) => string>>;
}

export function because<P extends Params>(kind: ReasonKind<P>, params: P): Reason {
  return { code: kind.code, params };
}
