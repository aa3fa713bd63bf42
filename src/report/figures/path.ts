import { addDays, type Day, dayNumber } from "../../calendar/index.ts";
import type { Entry } from "../report.ts";

/** What the path of an indicator follows from. */
export type Tracked = Pick<Entry, "accumulates" | "target" | "path">;

/** The path's value at the end of `day`, straight between its points; null before its first and after its last. */
function pathAt(path: Entry["path"], day: Day): number | null {
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
export function pathInPeriod(entry: Tracked, period: { readonly from: Day; readonly to: Day }): number | null {
  const { target, accumulates } = entry;
  if (!target || (target.from !== null && period.to < target.from) || (target.to !== null && period.from > target.to)) return null;
  const last = entry.path.at(-1);
  if (!last) return accumulates ? null : target.value;
  const end = period.to > last.day ? last.value : pathAt(entry.path, period.to);
  if (end === null) return null;
  if (!accumulates) return end;
  // A period that sticks out of the range asks for a part only, which does not compare with its whole.
  if ((target.from !== null && period.from < target.from) || (target.to !== null && period.to > target.to)) return null;
  return end - (pathAt(entry.path, addDays(period.from, -1)) ?? 0);
}
