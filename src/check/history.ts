import { addDays, addMonths, type Cadence, type Day, daysBetween, lengthOf } from "../calendar/index.ts";
import { isTyped, type Metric } from "../framework/index.ts";
import { isAdditive } from "../metric/index.ts";
import type { Indicator } from "./indicator.ts";

/** A metric's value of one whole period; `n` is what it rests on, null where that is not known. */
export interface PeriodValue {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly n: number | null;
}

/** The values that metrics had, by `historyKey`; of each the oldest first, complete periods only. */
export type History = ReadonlyMap<string, readonly PeriodValue[]>;

export function historyKey(metric: string, cadence: Cadence): string {
  return `${metric} ${cadence}`;
}

/** Of a stretch that is less known than this the total says nothing. */
const knownPart = 0.8;
const longestDays = 366;

/**
 * What an indicator was over the range of its target one year earlier, two years earlier, and so on without a gap, measured as the target
 * is: the newest first. Empty where the target has no range within a year, or where the whole cannot be told from its periods.
 */
export function likeYears(history: History, indicator: Indicator): readonly number[] {
  const { metric, target, measured } = indicator;
  if (!metric || !target?.from || !target.to || target.from > target.to) return [];
  if (daysBetween(target.from, target.to) >= longestDays) return [];
  const fold = foldOf(metric, measured);
  if (!fold) return [];
  const points = valuesOf(history, indicator);
  const values: number[] = [];
  for (let years = 1; points.length > 0; years++) {
    const from = addMonths(target.from, -12 * years);
    const to = addDays(addMonths(addDays(target.to, 1), -12 * years), -1);
    const within = points.filter((point) => point.from >= from && point.to <= to);
    const known = within.reduce((sum, point) => sum + lengthOf(point), 0) / lengthOf({ from, to });
    if (within.length === 0 || (measured === "total" && known < knownPart)) break;
    const value = fold(within, known);
    if (value === null) break;
    values.push(value);
  }
  return values;
}

/** What an indicator's metric was per period of its cadence as far as is known, the oldest first. */
export function valuesOf(history: History, { metric, entry }: Indicator): readonly PeriodValue[] {
  return metric ? (history.get(historyKey(metric.id, entry.cadence)) ?? observed(metric)) : [];
}

type Fold = (points: readonly PeriodValue[], known: number) => number | null;

/** How the value of a range follows from those of its periods; null where it does not, as of distinct customers. */
function foldOf(metric: Metric, measured: Indicator["measured"]): Fold | null {
  if (measured === "last") return (points) => points.at(-1)!.value;
  if (measured === "average") return (points) => mean(points, () => 1);
  if (isAdditive(metric)) return (points, known) => points.reduce((sum, { value }) => sum + value, 0) / known;
  return isTyped(metric) && means.has(metric.type) ? (points) => mean(points, ({ n }) => n ?? 1) : null;
}

/** Of these the value of a whole is the mean of its parts, each counting by what it rests on. */
const means = new Set<string>(["average", "share", "ratio", "conversion", "retention", "churn", "reactivation", "nps", "csat", "ces"]);

function mean(points: readonly PeriodValue[], weight: (point: PeriodValue) => number): number | null {
  const total = points.reduce((sum, point) => sum + weight(point), 0);
  return total > 0 ? points.reduce((sum, point) => sum + point.value * weight(point), 0) / total : null;
}

/** The values that stand in the workspace's text itself, the oldest first. */
function observed(metric: Metric): readonly PeriodValue[] {
  if (!isTyped(metric) || metric.type !== "observed" || metric.dataset !== undefined) return [];
  const points = (metric.series ?? []).flatMap(({ from, to, value, numerator, denominator }) => {
    const told = value ?? (numerator !== undefined && denominator ? numerator / denominator : null);
    return told === null ? [] : [{ from, to, value: told, n: denominator ?? null }];
  });
  return points.sort((one, other) => (one.to < other.to ? -1 : 1));
}
