import { addDays, addMonths, type Day } from "../calendar/index.ts";
import type { Detail, Figures, Month, Part, Return } from "./figures.ts";
import { periodOfMonths, targetPeriod, type TargetPeriod } from "./target-period.ts";

/** What was, what it can become, and how that is known. */
export interface Aim {
  readonly baseline: number;
  /** variance of the baseline as an estimate */
  readonly variance: number;
  readonly target: number;
  /** what it was counted over, and from when until when */
  readonly n: number;
  readonly from: Day;
  readonly to: Day;
  /** comparable periods, how long each is, and how many were as good as the target */
  readonly spans: number;
  readonly spanMonths: number;
  readonly reached: number;
  readonly period: TargetPeriod;
}

/** What customers are worth more of when a target is reached: in the data's currency, with a 95 % interval. */
export interface Worth {
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly unit: "currency";
}

interface Span {
  readonly value: number;
  readonly weight: number;
}

/** Of so few nothing is promised. */
const fewest = 30;

/**
 * The middle of comparable periods, and what the better quarter of them reached. Null where there are fewer than three, where they are about
 * fewer than 30, or where the better quarter is no better.
 */
function between(spans: readonly Span[], direction: "up" | "down"): Pick<Aim, "baseline" | "target" | "spans" | "reached"> | null {
  const known = spans.filter(({ weight }) => weight >= fewest);
  if (known.length < 3) return null;
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  const baseline = known.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole;
  const sorted = known.map(({ value }) => value).toSorted((one, other) => (direction === "up" ? one - other : other - one));
  const place = 0.75 * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  const target = Number((low + (high - low) * (place - Math.floor(place))).toPrecision(3));
  const better = (one: number, other: number) => (direction === "up" ? one > other : one < other);
  if (!better(target, Number(baseline.toPrecision(3)))) return null;
  const reached = known.filter(({ value }) => !better(target, Number(value.toPrecision(3)))).length;
  return { baseline, target, spans: known.length, reached };
}

/** How those who had lapsed came back. */
export function aimOfReturns({ asOf, detail }: Figures, part: (one: Return) => Part): Aim | null {
  const returns = detail?.returns ?? [];
  const [newest] = returns;
  if (!newest) return null;
  const found = between(
    returns.map((one) => ({ value: part(one).n === 0 ? 0 : part(one).part / part(one).n, weight: part(one).n })),
    "up",
  );
  if (!found) return null;
  const n = Math.round(returns.reduce((sum, one) => sum + part(one).n, 0) / returns.length);
  return {
    ...found,
    // The same people stand in several looks back, so that these are no more sure than one of them.
    variance: (found.baseline * (1 - found.baseline)) / n,
    n,
    from: addDays(returns.at(-1)!.at, 1),
    to: asOf,
    spanMonths: newest.months,
    period: periodOfMonths(targetPeriod(asOf).from, newest.months),
  };
}

const mostMonths = 24;

/** A ratio over whole months, as it was over stretches of them that are as long as the target's where the data hold six. */
export function aimOfMonths(
  { asOf, detail }: Figures,
  ratio: (month: Month) => { readonly numerator: number; readonly denominator: number; readonly n: number } | null,
  direction: "up" | "down",
  isShare: boolean,
): Aim | null {
  const months = (detail?.months ?? []).slice(-mostMonths).flatMap((month) => {
    const found = ratio(month);
    return found === null ? [] : [{ month: month.month, ...found }];
  });
  const period = targetPeriod(asOf);
  const spanMonths = [period.months, 6, 3, 1].find((one) => one <= period.months && months.length - one + 1 >= 6);
  if (spanMonths === undefined) return null;
  const spans = months.slice(spanMonths - 1).map((_, index) => {
    const used = months.slice(index, index + spanMonths);
    const sum = (of: "numerator" | "denominator" | "n") => used.reduce((total, one) => total + one[of], 0);
    return { value: sum("denominator") > 0 ? sum("numerator") / sum("denominator") : 0, weight: sum("n") };
  });
  const found = between(spans, direction);
  if (!found) return null;
  const recent = months.slice(-12);
  const n = recent.reduce((sum, one) => sum + one.n, 0);
  const spread = spans.reduce((sum, { value }) => sum + (value - found.baseline) ** 2, 0) / spans.length;
  return {
    ...found,
    variance: isShare ? (found.baseline * (1 - found.baseline)) / n : (spread * spanMonths) / recent.length,
    n,
    from: `${months[0]!.month}-01`,
    to: addDays(addMonths(`${months.at(-1)!.month}-01`, 1), -1),
    spanMonths,
    period,
  };
}

/** What `count` cases bring when their rate goes from baseline to target and each brings `mean`; its interval by the delta method. */
export function worthOf(count: number, { baseline, target, variance }: Aim, mean: number | null, meanVariance = 0): Worth | null {
  if (mean === null || !(mean > 0) || count <= 0) return null;
  const gain = Math.abs(target - baseline);
  const value = count * gain * mean;
  const deviation = count * Math.sqrt(mean ** 2 * variance + gain ** 2 * meanVariance);
  return { value, interval: [Math.max(0, value - 1.96 * deviation), value + 1.96 * deviation], unit: "currency" };
}

/** What those who came back spent, each, and the variance of that mean. */
export function spending(detail: Detail | null, sums: (one: Return) => readonly [number | null, number | null, number]) {
  const all = (detail?.returns ?? []).map(sums);
  const n = all.reduce((sum, one) => sum + one[2], 0);
  if (n === 0 || all.some(([sum]) => sum === null)) return { mean: null, variance: 0 };
  const mean = all.reduce((sum, one) => sum + one[0]!, 0) / n;
  const square = all.reduce((sum, one) => sum + one[1]!, 0) / n;
  // Looks back overlap, so that there are only as many people as in one of them.
  return { mean, variance: Math.max(0, square - mean ** 2) / Math.max(1, n / all.length) };
}

/** A mean of the last whole months, times the months of the target. */
export function expected({ detail }: Figures, { period }: Aim, of: (month: Month) => number): number {
  const months = (detail?.months ?? []).slice(-12);
  return months.length === 0 ? 0 : (months.reduce((sum, month) => sum + of(month), 0) / months.length) * period.months;
}
