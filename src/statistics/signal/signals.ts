import { z } from "zod";
import type { Method } from "../method.ts";
import { badInput } from "../refusal.ts";
import { baselineOf, longRun } from "./baseline.ts";
import { changePoint } from "./change-point.ts";
import { episodes } from "./episodes.ts";
import { alarmLimit } from "./limit.ts";
import { nelson } from "./nelson.ts";
import { type SeasonalPattern, seasonalPattern } from "./season.ts";
import { areSmallCounts, countScore } from "./small-counts.ts";
import { type Trend, trendOf, withoutTrend, worth } from "./trend.ts";
import { xmrLimits, type XmrLimits } from "./xmr.ts";

const Input = z.strictObject({
  y: z.array(z.number().min(-1e150).max(1e150).nullable()).max(100_000),
  baseline: z.int().min(2).max(10_000).default(36),
  season: z.int().min(1).max(1_000).nullable().default(null),
  trend: z.boolean().default(false),
  screen: z.boolean().default(false),
});
export type SignalsInput = z.infer<typeof Input>;

/** A lasting change of level. Indexes count from 0. */
export interface Alarm {
  /** where the level most likely changed */
  readonly from: number;
  /** where that became sure */
  readonly foundAt: number;
  readonly direction: "up" | "down";
  /** how far the mean since then lies from the baseline's, in the unit of `y`; negative for down */
  readonly size: number;
  /** the last index at which it was sure; null: it lasts */
  readonly to: number | null;
}

export interface Signals extends XmrLimits {
  /** for every index the rules of Nelson (1–8) that its value completes */
  readonly points: readonly { readonly index: number; readonly rules: readonly number[] }[];
  readonly alarms: readonly Alarm[];
  /** `y` without its season and trend, which the limits and points are about; null where nothing was taken out */
  readonly adjusted: readonly (number | null)[] | null;
  /** what the alarms were judged by, null where the baseline is too short for any: spread and limit as in docs/methods/signals.md */
  readonly rule: {
    readonly scores: "normal" | "small counts";
    readonly spread: number;
    readonly autocorrelation: number;
    readonly limit: number;
  } | null;
}

/** With fewer values nothing can be said about what is normal. */
const shortestBaseline = 8;
/** A score beyond this says no more than one at it. */
const farthest = 50;

/**
 * When a series has changed: an XmR chart with Nelson's rules to look at, and alarms for lasting changes of level, which alone are worth
 * somebody's time.
 *
 * `y` in time order at equal distances, null where a value is missing (it is passed over); limits come from the first `baseline` points, or all if fewer;
 * `season` the steps in a cycle, which is taken out where the baseline holds two of them; `trend` takes off a straight
 * line where the baseline clearly follows one; `screen` leaves ranges beyond their own limit
 * out of the XmR limits. Alarms look at what follows the baseline. Everything is in the unit of `y`.
 *
 * The alarm is a two-sided cumulative sum of standard scores (`episodes.ts`) with a limit that knows how long the baseline is and how
 * much neighbours agree (`limit.ts`); small counts are scored by their exact chances (`small-counts.ts`). Assumes that the baseline is
 * a time in which nothing lasting changed, and that neighbours agree as in a first-order autoregression.
 * Example: 36 values that alternate 9, 11, then 13, 14, 12, 14 → centre 10, an alarm up found at index 37, from 36, size 3.25.
 * Throws `bad-input` for fewer than two values.
 */
export const signals: Method<SignalsInput, Signals> = {
  name: "signals",
  told: { nl: "of en sinds wanneer een reeks is veranderd", en: "whether and since when a series has changed" },
  input: Input,
  compute({ y, baseline, season, trend, screen }) {
    const first = Math.min(baseline, y.length);
    const line = trend ? trendOf(y.slice(0, first)) : null;
    const level = line === null ? y : withoutTrend(line, y);
    const pattern = season === null || season < 2 ? null : seasonalPattern(level.slice(0, first), season);
    const values = pattern === null ? level : withoutSeason(pattern, level);
    const known = values.slice(0, first).filter((value) => value !== null);
    if (known.length < 2) throw badInput({ nl: "een reeks heeft ten minste twee waarden nodig", en: "a series needs at least two values" });
    const limits = xmrLimits(known, screen);
    const marks = nelson(values, limits.centre, (limits.upper - limits.centre) / 3);
    return {
      ...limits,
      points: marks.map((rules, index) => ({ index, rules })),
      ...alarmsOf(values, first, line, pattern),
      adjusted: line === null && pattern === null ? null : values,
    };
  },
};

function withoutSeason({ effects }: SeasonalPattern, y: readonly (number | null)[]): (number | null)[] {
  return y.map((value, index) => (value === null ? null : value - effects[index % effects.length]!));
}

function alarmsOf(
  values: readonly (number | null)[],
  first: number,
  line: Trend | null,
  pattern: SeasonalPattern | null,
): Pick<Signals, "alarms" | "rule"> {
  const normal = values.slice(0, first);
  const known = normal.filter((value) => value !== null);
  if (known.length < shortestBaseline) return { alarms: [], rule: null };
  const { centre, spread, autocorrelation } = baselineOf(normal, (pattern?.parameters ?? 0) + (line === null ? 0 : 1));
  const counts = pattern === null && line === null && areSmallCounts(known, values);
  const total = known.reduce((sum, value) => sum + value, 0);
  const scale = spread * Math.sqrt(1 + (pattern?.error ?? 0));
  const score = (value: number): number => (counts ? countScore(value, total, known.length) : (value - centre) / scale);
  const scores = values.map((value) => (value === null ? null : Math.min(farthest, Math.max(-farthest, score(value)))));
  const ofMean = line === null ? known.length : worth(line, known.length, values.length - 1);
  const limit = alarmLimit(known.length, longRun(autocorrelation), ofMean);
  const middle = counts ? total / known.length : centre;
  const alarms = episodes(scores, first, limit).map(({ direction, earliest, foundAt, to, over, before }): Alarm => {
    const from = changePoint(scores, before, earliest, foundAt, to);
    const during = values.slice(from, to + 1).filter((value) => value !== null);
    const size = during.reduce((sum, value) => sum + (value - middle) / during.length, 0);
    return { from, foundAt, direction, size, to: over ? to : null };
  });
  return { alarms, rule: { scores: counts ? "small counts" : "normal", spread, autocorrelation, limit } };
}
