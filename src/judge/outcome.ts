import { addDays, cadenceGrain, type Day, daysShared, lengthOf, type Period, periodsBetween } from "../calendar/index.ts";
import type { Point } from "../metric/index.ts";
import { cycles, fewestForOutlook, type Outlook, outlook } from "../statistics/index.ts";
import type { Course } from "./course.ts";
import type { JudgeInput } from "./judge-input.ts";
import type { Forecast, Measured } from "./judgement.ts";

/** How sure the interval beside a forecast is. */
const level = 0.8;

/** What the value of a target will be on its last day. */
export interface Outcome {
  readonly forecast: Forecast;
  /** of ending on the right side of `target`, 0 … 1 */
  readonly chanceOf: (target: number) => number;
}

export interface Known {
  readonly course: Course;
  readonly measured: Measured;
  /** the value so far */
  readonly value: number;
  /** the complete cadence periods within the target's range, and all there are, the oldest first */
  readonly complete: readonly Point[];
  readonly history: readonly Point[];
  /** the last day whose data are in */
  readonly through: Day;
}

/**
 * How a target will end, from the complete periods of the past and what is known of the range; null with fewer than eight complete
 * periods that have a value.
 */
export function outcomeOf(input: JudgeInput, known: Known): Outcome | null {
  const { cadence, direction, fiscalStart, nature } = input;
  const newest = known.history.at(-1);
  if (newest === undefined || known.history.filter((point) => point.value !== null).length < fewestForOutlook) return null;
  const steps = periodsBetween(addDays(newest.to, 1), known.course.to, cadenceGrain(cadence), fiscalStart);
  if (steps.length === 0) return null;
  const { season, remembered } = cycles[cadence];
  const { weights, seen, finish, needed } = shapeOf(input, known, steps);
  const ahead: Outlook = outlook({
    y: known.history.slice(-remembered).map((point) => point.value),
    season,
    weights,
    ...(seen && { seen }),
  });
  const [least, greatest] = nature.bounds ?? [-Infinity, Infinity];
  // What can only be added to does not come down.
  const floor = nature.nonNegative === true && nature.accumulates ? 0 : -Infinity;
  const ended = (rest: number): number => Math.min(greatest, Math.max(least, finish(Math.max(floor, rest))));
  const [low, high] = ahead.interval(level);
  return {
    forecast: { value: ended(ahead.mean), low: ended(low), high: ended(high), level },
    chanceOf(target) {
      const rest = needed(target);
      if (direction === "up") return rest <= floor ? 1 : ahead.atLeast(rest);
      return rest < floor ? 0 : ahead.atMost(rest);
    },
  };
}

/** How the outcome follows from the periods ahead: Σ weights · values is the rest, `finish(rest)` the outcome, `needed` its inverse. */
interface Shape {
  readonly weights: readonly number[];
  readonly seen: { readonly share: number; readonly value: number } | null;
  readonly finish: (rest: number) => number;
  readonly needed: (outcome: number) => number;
}

function shapeOf(input: JudgeInput, known: Known, steps: readonly Period[]): Shape {
  const { measured, course } = known;
  const within = (period: Period): number => daysShared(period, course) / lengthOf(period);
  if (measured === "last") {
    const last = steps.length - 1;
    return linear(
      steps.map((period, step) => (step < last ? 0 : input.nature.accumulates ? within(period) : 1)),
      0,
    );
  }
  if (measured === "average") {
    const values = known.complete.flatMap(({ value }) => value ?? []);
    const count = values.length + steps.length;
    return linear(
      steps.map((period) => (input.nature.accumulates ? within(period) : 1) / count),
      values.reduce((sum, value) => sum + value, 0) / count,
    );
  }
  return input.nature.accumulates ? totalShape(input, known, steps) : mixedShape(known, steps);
}

function linear(weights: readonly number[], known: number, seen: Shape["seen"] = null): Shape {
  return { weights, seen, finish: (rest) => known + rest, needed: (outcome) => outcome - known };
}

/**
 * What there is and what is still to come. Distinct ones are met again: their total grows as a power of what their periods add up to
 * (Heaps' law), the power read from the range so far; for sums it is 1.
 */
function totalShape(input: JudgeInput, { course, value, through }: Known, steps: readonly Period[]): Shape {
  const weights = steps.map((period) => {
    const next = addDays(through, 1);
    return daysShared({ from: next > period.from ? next : period.from, to: period.to }, course) / lengthOf(period);
  });
  const [first] = steps as [Period];
  const share = first.from > through ? 0 : daysShared(first, { from: first.from, to: through }) / lengthOf(first);
  const running = input.history.find((point) => point.from === first.from)?.value ?? 0;
  // Of a day under way nobody knows how much of it is over.
  const seen = share > 0 && input.cadence !== "daily" ? { share, value: running } : null;
  const parts = input.within.flatMap((point) => point.value ?? []);
  const added = parts.reduce((sum, part) => sum + part, 0);
  const [start] = parts;
  if (input.nature.additive || !(value > 0) || !start || added <= start) return linear(weights, value, seen);
  const power = Math.min(1, Math.max(0.05, Math.log(value / start) / Math.log(added / start)));
  return {
    weights,
    seen,
    finish: (rest) => value * Math.max(0, (added + rest) / added) ** power,
    needed: (outcome) => added * (Math.max(0, outcome / value) ** (1 / power) - 1),
  };
}

/** Of a level the whole is the mean of its parts, each counting by the rows that it rests on, or by its days. */
function mixedShape({ course, value, complete, history, through }: Known, steps: readonly Period[]): Shape {
  const rows = history.slice(-12).flatMap(({ n }) => n ?? []);
  const perPeriod = rows.length > 0 ? rows.reduce((sum, n) => sum + n, 0) / rows.length : 0;
  const ahead = steps.map(
    (period) => daysShared({ from: period.from > through ? period.from : addDays(through, 1), to: period.to }, course) / lengthOf(period),
  );
  const counted = complete.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const behind = perPeriod > 0 ? counted / perPeriod : complete.length;
  const running = steps.reduce((sum, period, step) => sum + daysShared(period, course) / lengthOf(period) - ahead[step]!, 0);
  const all = behind + running + ahead.reduce((sum, part) => sum + part, 0);
  return linear(
    ahead.map((part) => part / all),
    (value * (behind + running)) / all,
  );
}
