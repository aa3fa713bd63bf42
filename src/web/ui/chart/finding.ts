import { gapOf, kindOf } from "../../path.ts";
import type { Entry } from "../../report.ts";
import type { Say } from "../../say.ts";

/** Where the series went: its first against its last full period, within the target's range where there are two. */
function trendOf(entry: Entry): "up" | "down" | "flat" | null {
  const full = entry.series.filter((point) => point.complete && point.value !== null);
  const from = entry.target?.from ?? null;
  const within = from === null ? full : full.filter((point) => point.from >= from);
  const [first, last] = within.length > 1 ? [within[0], within.at(-1)] : [full.at(-2), full.at(-1)];
  if (!first || !last || first === last || first.value === null || last.value === null) return null;
  const size = Math.abs(last.value - first.value) / (Math.abs(first.value) || 1);
  return size < 0.005 ? "flat" : last.value > first.value ? "up" : "down";
}

/** The sentence above the picture: what it shows. */
export function findingOf(entry: Entry, say: Say): string {
  const gap = gapOf(entry);
  return say.words.kpi.finding({
    name: entry.name,
    status: entry.status,
    kind: kindOf(entry),
    trend: trendOf(entry),
    difference: gap && say.gap(gap.difference, entry.unit, { round: true }),
    above: gap?.above ?? false,
    target: entry.target && say.value(entry.target.value, entry.unit, { round: true }),
  });
}
