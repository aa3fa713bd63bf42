import { addDays, dayNumber } from "../calendar/index.ts";
import type { Entry, Point } from "./report.ts";

/** Totals add up over the target's range; everything else has a level at each moment. */
export function kindOf(entry: Entry): "total" | "level" {
  return entry.accumulates ? "total" : "level";
}

/** Whether people say "150 of 300": a count or amount that adds up to its target. Otherwise "28,4 %, target 30 %". */
export function wordingOf(entry: Entry): "total" | "level" {
  const shares = entry.unit === "percent" || entry.unit === "ratio" || entry.unit === "score";
  return kindOf(entry) === "total" && entry.direction === "up" && !shares ? "total" : "level";
}

/** The path's value at the end of `day`, straight between its points; null before its first and after its last. */
export function pathAt(path: Entry["path"], day: string): number | null {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last || day < first.day || day > last.day) return null;
  let before = first;
  for (const point of path) {
    if (point.day === day) return point.value;
    if (point.day > day) {
      const share = (dayNumber(day) - dayNumber(before.day)) / (dayNumber(point.day) - dayNumber(before.day));
      return before.value + share * (point.value - before.value);
    }
    before = point;
  }
  return last.value;
}

/** What the path asks of one period: its growth in that period for a total, its value at the period's end for a level. */
export function pathInPeriod(entry: Entry, period: Pick<Point, "from" | "to">): number | null {
  const target = entry.target;
  if (!target || (target.from !== null && period.to < target.from) || (target.to !== null && period.from > target.to)) return null;
  const last = entry.path.at(-1);
  if (!last) return kindOf(entry) === "level" ? target.value : null;
  const end = period.to > last.day ? last.value : pathAt(entry.path, period.to);
  if (end === null) return null;
  if (kindOf(entry) === "level") return end;
  // A period that sticks out of the range asks for a part only, which does not compare with its whole.
  if ((target.from !== null && period.from < target.from) || (target.to !== null && period.to > target.to)) return null;
  return end - (pathAt(entry.path, addDays(period.from, -1)) ?? 0);
}

export interface Gap {
  /** value − expected */
  readonly difference: number;
  readonly above: boolean;
}

/** How far the value lies from where it should stand by now; null where either is unknown. */
export function gapOf(entry: Entry): Gap | null {
  if (entry.value === null || entry.expected === null) return null;
  const difference = entry.value - entry.expected;
  return { difference, above: difference >= 0 };
}
