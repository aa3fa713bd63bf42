/** What something is at so many guests in an hour. */
export type Points = readonly (readonly [guests: number, value: number])[];

/** Linear between the points that are known, and beyond them as at the last one. There is at least one. */
export function curveOf(points: Points): (guests: number) => number {
  const sorted = points.toSorted(([a], [b]) => a - b);
  return (guests) => {
    let above = 0;
    while (above < sorted.length && sorted[above]![0] < guests) above++;
    if (above === 0 || above === sorted.length) return sorted[Math.min(above, sorted.length - 1)]![1];
    const [[low, from], [high, to]] = [sorted[above - 1]!, sorted[above]!];
    return from + ((to - from) * (guests - low)) / (high - low);
  };
}

/** A curve learned from weeks, with how many there were. */
export interface Learned {
  readonly points: Points;
  readonly weeks: number;
}

/** With fewer weeks a ranking says little. */
const leastWeeks = 12;
/** One-sided 2.5 % of a normal variable. */
const sure = 1.96;

/**
 * What crowding does, from weeks in which both were measured: isotonic regression (pool adjacent violators, Ayer et al. 1955), which only takes for granted that
 * more guests make it no better (`way`: the way in which the value moves as it gets busier). Points are the pools' means. Null where the weeks do not
 * carry it: fewer than 12, or a rank correlation (Spearman's ρ·√(n − 1) as normal) that chance alone makes too.
 */
export function crowdingOf(weeks: Points, way: "up" | "down"): Learned | null {
  if (weeks.length < leastWeeks) return null;
  const sign = way === "up" ? 1 : -1;
  const correlation = rankCorrelation(weeks);
  if (!(sign * correlation * Math.sqrt(weeks.length - 1) > sure)) return null;
  const pools: { guests: number; value: number; weeks: number }[] = [];
  for (const [guests, value] of weeks.toSorted(([a], [b]) => a - b)) {
    let pool = { guests, value, weeks: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && (last.guests === pool.guests || sign * (last.value - pool.value) >= 0);
      last = pools.at(-1)
    ) {
      pools.pop();
      const before = last;
      const all = before.weeks + pool.weeks;
      const mean = (a: number, b: number) => (a * before.weeks + b * pool.weeks) / all;
      pool = { guests: mean(before.guests, pool.guests), value: mean(before.value, pool.value), weeks: all };
    }
    pools.push(pool);
  }
  return { points: pools.map(({ guests, value }) => [guests, value] as const), weeks: weeks.length };
}

function rankCorrelation(pairs: Points): number {
  const [a, b] = [ranks(pairs.map(([guests]) => guests)), ranks(pairs.map(([, value]) => value))];
  const middle = (pairs.length - 1) / 2;
  let [both, left, right] = [0, 0, 0];
  for (const [index, one] of a.entries()) {
    both += (one - middle) * (b[index]! - middle);
    left += (one - middle) ** 2;
    right += (b[index]! - middle) ** 2;
  }
  return both / Math.sqrt(left * right);
}

/** From 0; equal values share the mean of theirs. */
function ranks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}
