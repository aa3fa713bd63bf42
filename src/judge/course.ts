import {
  addDays,
  type Cadence,
  cadenceGrain,
  type Day,
  daysBetween,
  type FiscalStart,
  type Period,
  periodsBetween,
} from "../calendar/index.ts";

/** A dated target with all that its path depends on: where the value should stand on each day between `from` and `to`. */
export interface Course {
  readonly value: number;
  /** first and last day, both included; `from` ≤ `to` */
  readonly from: Day;
  readonly to: Day;
  /** true: a total that grows towards the target day by day; false: a level */
  readonly grows: boolean;
  /** the plan's value for each cadence period within `from`–`to`; null without a plan, or with one that does not fit */
  readonly plan: readonly { readonly from: Day; readonly to: Day; readonly value: number }[] | null;
  /** the level at `from`; null where unknown */
  readonly baseline: number | null;
}

/** The cadence periods of `from`–`to`, the first and last cut to it. */
export function cadencePeriods(from: Day, to: Day, cadence: Cadence, fiscalStart: FiscalStart): readonly Period[] {
  return periodsBetween(from, to, cadenceGrain(cadence), fiscalStart).map((period) => ({
    ...period,
    from: period.from < from ? from : period.from,
    to: period.to > to ? to : period.to,
  }));
}

/** Where the value should stand at the end of `day`, in the unit of the target. */
export function expectedAt(course: Course, day: Day): number {
  return course.grows ? expectedTotal(course, day) : expectedLevel(course, day);
}

function expectedTotal({ from, to, value, plan }: Course, day: Day): number {
  if (day < from) return 0;
  const end = day > to ? to : day;
  if (plan === null) return (value * (daysBetween(from, end) + 1)) / (daysBetween(from, to) + 1);
  let sum = 0;
  for (const step of plan) {
    if (step.from > end) break;
    sum += step.to <= end ? step.value : (step.value * (daysBetween(step.from, end) + 1)) / (daysBetween(step.from, step.to) + 1);
  }
  return sum;
}

function expectedLevel({ from, to, value, baseline, plan }: Course, day: Day): number {
  const on = day < from ? from : day > to ? to : day;
  if (plan !== null) return plan.find((step) => on <= step.to)!.value;
  const span = daysBetween(from, to);
  if (baseline === null || span === 0) return value;
  return baseline + ((value - baseline) * daysBetween(from, on)) / span;
}

const mostPoints = 1_100;

/**
 * The line to the target for a figure: for a total its cumulative expected value on each day (every so many days where the
 * range is longer than three years), for a level its corners: both ends, or both ends of each step of a plan.
 */
export function coursePath(course: Course): { readonly day: Day; readonly value: number }[] {
  return pathDays(course).map((day) => ({ day, value: expectedAt(course, day) }));
}

function pathDays({ from, to, grows, plan }: Course): Day[] {
  if (!grows) return [...new Set((plan ?? [{ from, to }]).flatMap((step) => [step.from, step.to]))];
  const last = daysBetween(from, to);
  const stride = Math.ceil((last + 1) / mostPoints);
  const days = Array.from({ length: Math.floor(last / stride) + 1 }, (_, index) => addDays(from, index * stride));
  return days.at(-1) === to ? days : [...days, to];
}
