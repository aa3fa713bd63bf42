import { curveOf, type Points } from "./curve.ts";
import { growthPath, type Growth } from "./growth.ts";

/** How many guests there is room for, and what crowding does. */
export interface Capacity {
  /** guests that an hour has room for */
  readonly guestsPerHour: number;
  /** fraction of the members that is there in the busiest hour */
  readonly peakShare: number | null;
  /** guests in an hour → the score that guests then give; at least one point, or null */
  readonly npsAt: Points | null;
  /** the most guests in an hour that the curves know, where they were learned; null or absent: they were given */
  readonly seen?: number | null;
}

/**
 * The largest weekly inflow at which the score in the busiest hour stays `least` or better in every week; null where even no inflow does
 * that. Infinity where no inflow can spoil it.
 */
export function inflowThatKeeps(growth: Growth, { peakShare, npsAt }: Capacity, least: number): number | null {
  if (peakShare === null || npsAt === null) return null;
  const scoreAt = curveOf(npsAt);
  const keeps = (inflow: number): boolean =>
    growthPath({ ...growth, inflow }).every(({ members }) => scoreAt(members * peakShare) >= least) &&
    scoreAt(growth.start * peakShare) >= least;
  if (!keeps(0)) return null;
  let [low, high] = [0, 1];
  while (keeps(high)) {
    if (high > 1e12) return Infinity;
    [low, high] = [high, high * 2];
  }
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (keeps(middle)) low = middle;
    else high = middle;
  }
  return Math.floor(low);
}
