import { addDays, cadenceGrain, daysShared, type FiscalStart, lengthOf, periodsBetween } from "../calendar/index.ts";
import { isAdditive } from "../metric/index.ts";
import { cycles, fewestForOutlook, outlook } from "../statistics/index.ts";
import { type History, valuesOf } from "./history.ts";
import type { Indicator } from "./indicator.ts";

/**
 * The middle interval that holds, with chance `level`, what a target measures on its last day, foreseen from the whole periods before the
 * target began: what could be known when it was set, so that the answer does not move while people work on it. In the target's unit. Null
 * with fewer than eight values, with values that never differed, and where the target's measure does not follow from its periods.
 */
export function foreseen(
  history: History,
  indicator: Indicator,
  fiscalStart: FiscalStart,
  level: number,
): readonly [number, number] | null {
  const { entry, metric, target, measured } = indicator;
  if (!metric || !target?.from || !target.to || target.from > target.to) return null;
  const { from, to } = target;
  if (measured === "total" && !isAdditive(metric)) return null;
  const grain = cadenceGrain(entry.cadence);
  const known = new Map(valuesOf(history, indicator).map((point) => [`${point.from} ${point.to}`, point.value]));
  const days = [...known.keys()];
  const first = days.at(0)?.slice(0, 10);
  if (first === undefined || first >= from) return null;
  // Numbers that people noted may be of other stretches than whole periods.
  const periods = periodsBetween(first, addDays(from, -1), grain, fiscalStart).filter((period) => period.to < from);
  const values = periods.map((period) => known.get(`${period.from} ${period.to}`) ?? null);
  const y = values.slice(0, values.findLastIndex((value) => value !== null) + 1).slice(-cycles[entry.cadence].remembered);
  const observed = y.filter((value) => value !== null);
  if (observed.length < fewestForOutlook || observed.every((value) => value === observed[0])) return null;
  const newest = periods[values.findLastIndex((value) => value !== null)]!;
  const steps = periodsBetween(addDays(newest.to, 1), to, grain, fiscalStart);
  const weights = weightsOf(
    measured,
    steps.map((step) => daysShared(step, { from, to }) / lengthOf(step)),
  );
  return outlook({ y, season: cycles[entry.cadence].season, weights }).interval(level);
}

/** What each period counts for in the outcome, by the part of it that lies within the target's range. */
function weightsOf(measured: Indicator["measured"], shares: readonly number[]): readonly number[] {
  if (measured === "total") return shares;
  if (measured === "last") return shares.map((_, index) => (index === shares.length - 1 ? 1 : 0));
  const counted = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / counted);
}
