import { type Cadence, type Day, type DurationUnit, rangeLabel, shiftDay } from "../calendar/index.ts";
import { closesOn, type Point } from "../metric/index.ts";
import { cadencePeriods, type Course, expectedAt } from "./course.ts";
import type { Fault } from "../framework/index.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { seasonalPlan } from "./seasonal-plan.ts";
import type { JudgeInput } from "./judge-input.ts";
import type { Judgement, Measured, Reason, Status } from "./judgement.ts";
import { measuredOf } from "./nature.ts";
import { paceStatus } from "./pace.ts";
import { because } from "./reason.ts";
import { aheadOfPath } from "./reasons/ahead-of-path.ts";
import { chanceOfTarget } from "./reasons/chance-of-target.ts";
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

/** The course of a dated target; null where the target has no dates or runs backwards. */
export function courseOf(input: Pick<JudgeInput, "target" | "baseline" | "cadence" | "fiscalStart" | "nature" | "history">): Course | null {
  const { target, nature } = input;
  if (!target?.from || !target.to || target.from > target.to) return null;
  const { value, from, to } = target;
  const periods = target.plan ? cadencePeriods(from, to, input.cadence, input.fiscalStart) : [];
  const plan = target.plan?.length === periods.length ? target.plan : null;
  const grows = measuredOf(target, nature) === "total" && nature.accumulates;
  return {
    value,
    from,
    to,
    grows,
    plan: plan
      ? periods.map((period, index) => ({ from: period.from, to: period.to, value: plan[index]! }))
      : grows
        ? seasonalPlan({ value, from, to }, input)
        : null,
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
  const facts = { input, course, measured, complete, value, expected };
  const { status, outcome } = statusOf(facts, said);
  const needed = target.plan && cadencePeriods(course.from, course.to, input.cadence, input.fiscalStart).length;
  if (target.plan && target.plan.length !== needed) said.push(because(planMismatch, { given: target.plan.length, needed: needed! }));
  if (begun && input.hasRows && isStale(input, course)) said.push(because(staleData, { newest: input.watermark! }));
  return {
    value,
    period: rangeLabel(course.from, course.to, input.fiscalStart),
    target: { value: course.value, from: course.from, to: course.to, measured },
    expected,
    status,
    chance: status === "achieved" && outcome ? 1 : (outcome?.chanceOf(course.value) ?? null),
    chances: {
      floor: outcome && chanceOf(outcome, input.levels?.floor),
      stretch: outcome && chanceOf(outcome, input.levels?.stretch),
    },
    forecast: outcome?.forecast ?? null,
    signals: signalsOf(completeHistory(input), input.cadence, input.direction),
    reasons: said,
  };
}

function chanceOf(outcome: Outcome, target: number | null | undefined): number | null {
  return target === null || target === undefined ? null : outcome.chanceOf(target);
}

interface Verdict {
  readonly status: Status;
  /** how it will end; null where it has, or where that is not known */
  readonly outcome: Outcome | null;
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
function statusOf(facts: Facts, said: Reason[]): Verdict {
  const { input, course, measured, complete, value, expected } = facts;
  const { direction, nature, asOf } = input;
  const { from, to } = course;
  const answer = (status: Status, reason: Reason, outcome: Outcome | null = null): Verdict => {
    said.push(reason);
    return { status, outcome };
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
  const outcome = outcomeOf(input, { course, measured, value, complete, history: completeHistory(input), through: through(input) });
  const final = measured === "total" && nature.nonNegative === true && direction === "up";
  if (final && reached) return answer("achieved", because(passedTarget, params), outcome);

  const beside = because(paceStatus(direction, value, expected!) === "on-track" ? aheadOfPath : behindPath, { value, expected: expected! });
  if (outcome === null) return answer(paceStatus(direction, value, expected!), beside);
  const chance = outcome.chanceOf(course.value);
  const status = chanceStatus(chance);
  const { value: forecast, low, high, level } = outcome.forecast;
  const verdict = answer(status, because(chanceOfTarget, { chance, target: course.value, to, forecast, low, high, level }), outcome);
  if (status !== "on-track") said.push(beside);
  return verdict;
}

/** From which chance on a target is on track, and at risk. */
function chanceStatus(chance: number): Status {
  if (chance >= 0.6) return "on-track";
  return chance >= 0.25 ? "at-risk" : "behind";
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
    chances: { floor: null, stretch: null },
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
