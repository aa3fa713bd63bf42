import { addDays, type Day, type Duration, type FiscalStart, formatDuration, periodOf, shiftDay } from "../calendar/index.ts";

/** The days that a value is computed over, where they are not those of the period it is shown at. */
export type Frame =
  | { readonly kind: "rolling"; readonly window: Duration }
  | { readonly kind: "running"; readonly since: "year" | "quarter" | "month" | "start"; readonly fiscalStart: FiscalStart };

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The days of a frame, both ends included; it ends where the period does. A window of 12 months that ends on 31 March begins on 1 April:
 * it is counted back from the day after its end. A running value begins with the year, quarter or month of its last day.
 */
export function frameDays(frame: Frame | null, { from, to }: Days): Days {
  if (frame === null) return { from, to };
  if (frame.kind === "rolling") return { from: shiftDay(addDays(to, 1), frame.window, -1), to };
  return { from: frame.since === "start" ? "0001-01-01" : periodOf(to, frame.since, frame.fiscalStart).from, to };
}

/** What follows a metric's name: ` over 12 months`, ` since the start`. */
export function frameText(frame: Frame | null): string {
  if (frame === null) return "";
  return frame.kind === "rolling" ? ` over ${formatDuration(frame.window)}` : ` since the ${frame.since}`;
}
