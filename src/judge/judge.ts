import { type Cadence, type Day, type DurationUnit, type FiscalStart, rangeLabel, shiftDay } from "../calendar/index.ts";
import type { Fault, Target } from "../framework/index.ts";
import { closesOn, type Point } from "../metric/index.ts";
import { cadencePeriods, type Course, expectedAt } from "./course.ts";
import type { Judgement, Measured, Reason, Status } from "./judgement.ts";
import { measuredOf, type Nature } from "./nature.ts";
import { paceStatus } from "./pace.ts";
import { because } from "./reason.ts";
import { aheadOfPath } from "./reasons/ahead-of-path.ts";
import { behindPath } from "./reasons/behind-path.ts";
import { brokenSource } from "./reasons/broken-source.ts";
import { metTarget } from "./reasons/met-target.ts";
import { missedTarget } from "./reasons/missed-target.ts";
import { noCompletePeriod } from "./reasons/no-complete-period.ts";
import { noRows } from "./reasons/no-rows.ts";
import { noTarget } from "./reasons/no-target.ts";
import { noValue } from "./reasons/no-value.ts";
import { notBegun } from "./reasons/not-begun.ts";
import { passedTarget } from "./reasons/passed-target.ts";
import { planMismatch } from "./reasons/plan-mismatch.ts";
import { problem } from "./reasons/problem.ts";
import { staleData } from "./reasons/stale-data.ts";
import { targetReversed } from "./reasons/target-reversed.ts";
import { targetWithoutDates } from "./reasons/target-without-dates.ts";
import { signalsOf } from "./signal.ts";

/** All that a verdict depends on. `needs` says which questions to the metric fill `range`, `within` and `history`. */
export interface JudgeInput {
  readonly direction: "up" | "down";
  /** as `judgedTarget` gives it */
  readonly target: Pick<Target, "value" | "from" | "to" | "measured" | "plan"> | null;
  /** the level before the target began; null where unknown */
  readonly baseline: number | null;
  readonly cadence: Cadence;
  readonly fiscalStart: FiscalStart;
  readonly nature: Nature;
  readonly asOf: Day;
  /** the day through which the metric's data are complete; null where the data have no end of their own */
  readonly watermark: Day | null;
  /** whether the metric has any row as of `asOf` */
  readonly hasRows: boolean;
  /** code of the error that kept the values from being computed */
  readonly problem: string | null;
  /** what is wrong with the rows that it would be computed from; the values are then not to be believed */
  readonly fault?: Fault | null;
  /** the value over the target's range so far */
  readonly range: number | null;
  /** values per cadence period of the target's range, each cut to it; any order */
  readonly within: readonly Point[];
  /** values per cadence period as far back as there are rows; any order */
  readonly history: readonly Point[];
}

/** The course of a dated target; null where the target has no dates or runs backwards. */
export function courseOf(input: Pick<JudgeInput, "target" | "baseline" | "cadence" | "fiscalStart" | "nature">): Course | null {
  const { target, nature } = input;
  if (!target?.from || !target.to || target.from > target.to) return null;
  const { value, from, to } = target;
  const periods = target.plan ? cadencePeriods(from, to, input.cadence, input.fiscalStart) : [];
  const plan = target.plan?.length === periods.length ? target.plan : null;
  return {
    value,
    from,
    to,
    grows: measuredOf(target, nature) === "total" && nature.accumulates,
    plan: plan && periods.map((period, index) => ({ from: period.from, to: period.to, value: plan[index]! })),
    baseline: input.baseline,
  };
}

/**
 * The verdict on one indicator at the end of `asOf`: value, expected value and status by the rules of `run`, and why.
 * Depends on nothing but its argument, and not on the order of the points.
 */
export function judge(input: JudgeInput): Judgement {
  const { target, nature, asOf } = input;
  const course = courseOf(input);
  if (target === null || course === null) return withoutTarget(input);

  const measured = measuredOf(target, nature);
  const complete = completePoints(input);
  const begun = asOf >= course.from;
  const value = begun && input.hasRows && isSound(input) ? valueOf(measured, input.range, complete) : null;
  const expected = begun ? expectedOf(course, measured, complete, input) : null;
  const said: Reason[] = [];
  const status = statusOf({ input, course, measured, complete, value, expected }, said);
  if (target.plan && course.plan === null) {
    const needed = cadencePeriods(course.from, course.to, input.cadence, input.fiscalStart).length;
    said.push(because(planMismatch, { given: target.plan.length, needed }));
  }
  if (begun && input.hasRows && isStale(input, course)) said.push(because(staleData, { newest: input.watermark! }));
  return {
    value,
    period: rangeLabel(course.from, course.to, input.fiscalStart),
    target: { value: course.value, from: course.from, to: course.to, measured },
    expected,
    status,
    chance: null,
    forecast: null,
    signals: signalsOf(completeHistory(input), input.cadence, input.direction),
    reasons: said,
  };
}

interface Facts {
  readonly input: JudgeInput;
  readonly course: Course;
  readonly measured: Measured;
  readonly complete: readonly Point[];
  readonly value: number | null;
  readonly expected: number | null;
}

/** The first status that fits, in the order of the contract; its reason goes to `said`. */
function statusOf({ input, course, measured, complete, value, expected }: Facts, said: Reason[]): Status {
  const { direction, nature, asOf } = input;
  const { from, to } = course;
  const answer = (status: Status, reason: Reason): Status => {
    said.push(reason);
    return status;
  };
  // Before its first day a target has no data of its own, so that "no data" would accuse it of something that cannot be yet.
  if (asOf < from) return answer("immature", because(notBegun, { from }));
  if (input.problem !== null) return answer("no-data", because(problem, { error: input.problem }));
  if (input.fault) return answer("no-data", faulty(input.fault));
  if (!input.hasRows) return answer("no-data", because(noRows, {}));
  const newest = complete.at(-1);
  if (newest === undefined) return answer("immature", waiting(input, course));
  if (value === null) return answer("no-data", because(noValue, { period: missingPeriod(measured, newest, course, input) }));

  const reached = direction === "up" ? value >= course.value : value <= course.value;
  const params = { value, target: course.value, to };
  if (closesOn(to, nature.windows ?? [], input.fiscalStart) < asOf)
    return reached ? answer("achieved", because(metTarget, params)) : answer("missed", because(missedTarget, params));
  const final = measured === "total" && nature.nonNegative === true && direction === "up";
  if (final && reached) return answer("achieved", because(passedTarget, params));

  const status = paceStatus(direction, value, expected!);
  return answer(status, because(status === "on-track" ? aheadOfPath : behindPath, { value, expected: expected! }));
}

function withoutTarget(input: JudgeInput): Judgement {
  const { target, nature } = input;
  const complete = completeHistory(input);
  const newest = complete.findLast((point) => point.value !== null);
  const value = newest?.value ?? null;
  const said: Reason[] =
    target === null
      ? [because(noTarget, { value, period: newest?.period ?? null })]
      : target.from && target.to
        ? [because(targetReversed, { from: target.from, to: target.to })]
        : [because(targetWithoutDates, { target: target.value })];
  if (input.problem !== null) said.push(because(problem, { error: input.problem }));
  else if (input.fault) said.push(faulty(input.fault));
  else if (!input.hasRows) said.push(because(noRows, {}));
  return {
    value,
    period: null,
    target: target && { value: target.value, from: target.from ?? null, to: target.to ?? null, measured: measuredOf(target, nature) },
    expected: null,
    status: "no-target",
    chance: null,
    forecast: null,
    signals: signalsOf(completeHistory(input), input.cadence, input.direction),
    reasons: said,
  };
}

/** Whether what was computed may be believed. */
function isSound({ problem: found, fault }: JudgeInput): boolean {
  return found === null && !fault;
}

function faulty({ dataset, code, column, params }: Fault): Reason {
  return because(brokenSource, { ...params, dataset, fault: code, column });
}

function sorted(points: readonly Point[]): Point[] {
  return points.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Whether a period and its window are over and their data are in. A point cut to the target's range is judged by its own last day. */
function isComplete(point: Point, input: JudgeInput): boolean {
  const closes = closesOn(point.to, input.nature.windows ?? [], input.fiscalStart);
  return closes < input.asOf && (input.watermark === null || closes <= input.watermark);
}

/**
 * The complete cadence periods of the target's range. The running one arrives cut to as-of, which leaves its last day on
 * as-of and so not complete.
 */
function completePoints(input: JudgeInput): readonly Point[] {
  return sorted(input.within.filter((point) => isComplete(point, input)));
}

/** All complete cadence periods; none where there is nothing to go by. */
function completeHistory(input: JudgeInput): readonly Point[] {
  return input.hasRows && isSound(input) ? sorted(input.history.filter((point) => isComplete(point, input))) : [];
}

function valueOf(measured: Measured, range: number | null, complete: readonly Point[]): number | null {
  if (measured === "total") return range;
  if (measured === "last") return complete.at(-1)?.value ?? null;
  const values = complete.flatMap((point) => (point.value === null ? [] : [point.value]));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The last day that counts: as-of itself, unless the data stop earlier. */
function through({ asOf, watermark }: JudgeInput): Day {
  return watermark !== null && watermark < asOf ? watermark : asOf;
}

function expectedOf(course: Course, measured: Measured, complete: readonly Point[], input: JudgeInput): number {
  if (course.grows) return expectedAt(course, through(input));
  const newest = complete.at(-1)?.to ?? course.from;
  const planned = course.plan?.filter((step) => step.to <= newest) ?? [];
  // A mean over the complete periods stands beside the mean of the plan over the same periods, or a value on plan would look late.
  if (measured === "average" && planned.length > 0) return planned.reduce((sum, step) => sum + step.value, 0) / planned.length;
  return expectedAt(course, measured === "total" ? through(input) : newest);
}

function waiting(input: JudgeInput, course: Course): Reason {
  const first = cadencePeriods(course.from, course.to, input.cadence, input.fiscalStart)[0]!;
  const closes = closesOn(first.to, input.nature.windows ?? [], input.fiscalStart);
  return because(noCompletePeriod, { to: closes, newest: closes < input.asOf ? input.watermark : null });
}

function missingPeriod(measured: Measured, newest: Point, course: Course, input: JudgeInput): string {
  return measured === "last"
    ? rangeLabel(newest.from, newest.to, input.fiscalStart)
    : rangeLabel(course.from, course.to, input.fiscalStart);
}

const cadenceUnit: Readonly<Record<Cadence, DurationUnit>> = { daily: "day", weekly: "week", monthly: "month", quarterly: "quarter" };

/** Whether the newest data are more than one cadence older than what they should cover by now. */
function isStale({ watermark, asOf, cadence }: JudgeInput, { to }: Course): boolean {
  const due = to < asOf ? to : asOf;
  return watermark !== null && watermark < due && shiftDay(watermark, { count: 1, unit: cadenceUnit[cadence] }) < due;
}
