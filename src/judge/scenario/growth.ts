import { Random } from "../../statistics/index.ts";
import { curveOf, type Points } from "./curve.ts";

/** A claim about growth: per week `inflow` people try, `conversion` of them pay, each of those brings `viral` others once. */
export interface Growth {
  readonly weeks: number;
  /** people who try, a week */
  readonly inflow: number;
  /** fraction of them that pays */
  readonly conversion: number;
  /** how many others each newcomer brings, once */
  readonly viral: number;
  /** 1: who is brought brings nobody; `all`: they bring others a week later, and those again */
  readonly generations: 1 | "all";
  /** fraction of those present at a week's start that leaves in it */
  readonly churn: number;
  /** members at the start */
  readonly start: number;
  /** churn at so many guests in the busiest hour, where `peakShare` of the members is; in place of `churn` */
  readonly crowded?: { readonly peakShare: number; readonly churnAt: Points } | null;
}

/** The fraction that leaves in a week which so many members begin. */
export function churnOf({ churn, crowded }: Growth): (members: number) => number {
  if (!crowded) return () => churn;
  const at = curveOf(crowded.churnAt);
  return (members) => Math.min(1, Math.max(0, at(members * crowded.peakShare)));
}

export interface WeekOfGrowth {
  /** from 1 */
  readonly week: number;
  /** expected number at the week's end */
  readonly members: number;
}

/** The expected path. Members are people; a fraction of one is left in, because rounding every week would add up. */
export function growthPath(growth: Growth): WeekOfGrowth[] {
  const { weeks, inflow, conversion, viral, generations, start } = growth;
  const churn = churnOf(growth);
  const paying = inflow * conversion;
  const path: WeekOfGrowth[] = [];
  let [members, brought] = [start, 0];
  for (let week = 1; week <= weeks; week++) {
    brought = viral * (paying + (generations === "all" ? brought : 0));
    members = members - churn(members) * members + paying + brought;
    path.push({ week, members: Number(members.toPrecision(14)) });
  }
  return path;
}

/** Central interval of the members in simulated paths, from one seed. */
export interface Spread {
  /** after the last week */
  readonly low: number;
  readonly high: number;
  /** fraction of the paths that end within it */
  readonly level: number;
  /** the same on the way there, the last week included; of a long path not every week */
  readonly band: readonly { readonly week: number; readonly low: number; readonly high: number }[];
}

/** More weeks than a picture has room for need not be remembered of ten thousand paths. */
const mostRemembered = 60;

/** Somebody waits for the answer: of a path of twenty years fewer are simulated than of one of a quarter. */
const pathsOf = (weeks: number): number => Math.min(10_000, Math.max(1000, Math.floor(1_040_000 / weeks)));

/**
 * How far chance alone takes the members from the expected path, if the rates are right: newcomers and those they bring are Poisson, leavers
 * binomial. It says nothing about rates that are wrong; the doubts do.
 */
export function growthSpread(growth: Growth, level = 0.8, paths = pathsOf(growth.weeks)): Spread {
  const { weeks, inflow, conversion, viral, generations, start } = growth;
  const churn = churnOf(growth);
  const random = new Random(1);
  const every = Math.ceil(weeks / mostRemembered);
  const remembered = Array.from({ length: Math.ceil(weeks / every) }, (_, index) => weeks - index * every).toReversed();
  const seen = remembered.map((week) => ({ week, members: new Float64Array(paths) }));
  for (let path = 0; path < paths; path++) {
    let [members, brought, next] = [start, 0, 0];
    for (let week = 1; week <= weeks; week++) {
      const paying = poisson(random, inflow * conversion);
      brought = poisson(random, viral * (paying + (generations === "all" ? brought : 0)));
      members += paying + brought - binomial(random, members, churn(members));
      if (week === seen[next]!.week) seen[next++]!.members[path] = members;
    }
  }
  const at = (sorted: Float64Array, fraction: number): number =>
    sorted[Math.min(paths - 1, Math.max(0, Math.round(fraction * paths) - (fraction > 0.5 ? 1 : 0)))]!;
  const band = seen.map(({ week, members }) => {
    members.sort();
    return { week, low: at(members, (1 - level) / 2), high: at(members, (1 + level) / 2) };
  });
  const { low, high } = band.at(-1)!;
  return { low, high, level, band };
}

/** Above this mean a normal number, rounded, is close enough to a count. */
const large = 50;

function poisson(random: Random, mean: number): number {
  if (mean > large) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  // Knuth (1997, The Art of Computer Programming 2, 3.4.1): products of uniforms until they fall below exp(−mean).
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > least; product *= random.uniform()) count++;
  return count;
}

function binomial(random: Random, of: number, chance: number): number {
  if (chance <= 0) return 0;
  if (chance >= 1) return of;
  const [mean, variance] = [of * chance, of * chance * (1 - chance)];
  if (variance > large) return Math.min(of, Math.max(0, Math.round(mean + Math.sqrt(variance) * random.normal())));
  if (chance <= 0.1) return Math.min(of, poisson(random, mean));
  let count = 0;
  for (let one = 0; one < Math.round(of); one++) if (random.uniform() < chance) count++;
  return count;
}
