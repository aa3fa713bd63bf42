import { addDays, type Day, type Duration, formatDuration, type Period, shiftDay } from "../calendar/index.ts";
import { type Frame, frameDays } from "./frame.ts";
import type { Key, MetricQuery, Node } from "./plan.ts";

/** The periods of a plan's values, and the days that its rows may lie on. */
export interface Range {
  readonly days: { readonly from: Day | null; readonly to: Day };
  /** as they are shown: cut to the range asked for */
  readonly periods: readonly Pick<Period, "from" | "to">[];
}

export const spineColumns = { period: "$period", from: "$from", next: "$next" } as const;

/** The names of the days a duration before a period begins, and before the day after its end. */
export function earlierColumns(by: Duration): { readonly from: string; readonly next: string } {
  return { from: `$from - ${formatDuration(by)}`, next: `$next - ${formatDuration(by)}` };
}

/**
 * A row per period: a day of the period, the first day of its frame, the day after its last, and those days as much
 * earlier as each of `earlier` says. Days after as-of do not exist.
 */
export function spineOf({ periods }: Range, frame: Frame | null, earlier: readonly Duration[], asOf: Day): Extract<Node, { op: "spine" }> {
  const { period, from, next } = spineColumns;
  const begun = periods.filter((shown) => shown.from <= asOf);
  const rows = begun.map((shown) => {
    const days = frameDays(frame, { from: shown.from, to: shown.to < asOf ? shown.to : asOf });
    const after = addDays(days.to, 1);
    return [shown.from, days.from, after, ...earlier.flatMap((by) => [shiftDay(days.from, by, -1), shiftDay(after, by, -1)])];
  });
  const names = earlier.flatMap((by) => Object.values(earlierColumns(by)));
  return { op: "spine", columns: [period, from, next, ...names], rows };
}

/** The key that places a spine's rows; a total has none. */
export function frameKey(name: string, { grain }: Pick<MetricQuery, "grain">, fiscalStart: string): Key[] {
  return grain === "total" ? [] : [{ name, of: { kind: "frame", column: spineColumns.period, grain, fiscalStart } }];
}
