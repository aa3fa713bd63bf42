import { addDays, type Day, formatDuration, shiftDay } from "../calendar/index.ts";
import type { Fault, Quality } from "../framework/index.ts";
import { type Awaited, silence } from "./silent.ts";

/** What a load counted of a dataset's rows. */
export interface Measured {
  readonly columns: readonly string[];
  /** those with numbers */
  readonly numbers: readonly string[];
  /** empty fields, per column */
  readonly empty: readonly number[];
  /** those with rows on a day, in order; at most about ten years */
  readonly weeks: readonly Week[];
}

export interface Week {
  /** its Monday */
  readonly week: Day;
  readonly rows: number;
  /** empty fields, per column */
  readonly empty: readonly number[];
  /** per column of numbers */
  readonly sums: readonly number[];
}

/** A dataset as it is to be checked. */
export interface Checked {
  readonly dataset: string;
  readonly declared: Quality;
  readonly measured: Measured;
  readonly hasTime: boolean;
  /** as of the day of the check */
  readonly rows: number;
  /** day of the newest row as of the day of the check */
  readonly newest: Day | null;
  /** days with rows as of the day of the check, in order; null where they are too many to keep */
  readonly days: readonly Day[] | null;
  /** the day through which its owner says that it is complete; null: they do not */
  readonly completeThrough: Day | null;
  /** null: nothing that is still judged reads it */
  readonly awaited: Awaited | null;
  /** rows that were dropped for their key */
  readonly dropped: number;
  /** names of columns that tell things apart or dates: their numbers, and where they are empty, mean nothing */
  readonly ignored: ReadonlySet<string>;
}

/** Weeks that tell what is usual, before the four that are looked at; fewer than eight of them tell nothing. */
const weeksBefore = 26;
const leastBefore = 8;
const looked = 4;
/** Weeks with fewer rows swing too much to tell anything. */
const leastRows = 20;
/** Robust standard deviations. Iglewicz & Hoaglin (1993) take 3.5 of a normal variable; weeks of trade have fatter tails, and a false alarm
 * costs trust. */
const far = 6;
/** Campaigns and busy weeks make means several times as large; minutes in place of hours, or cents in place of euros, sixty and a hundred. */
const otherUnit = 20;

/**
 * What is wrong with a dataset as of the end of `today`. What was declared and does not hold breaks; what is only unusual is told, but
 * for a column that was always filled and no longer is: that one breaks too, as sums over it would be wrong in silence.
 *
 * Usual is the median of up to 26 whole weeks before the last four, ± 6 × 1.4826 × MAD (Hampel 1974; Iglewicz & Hoaglin 1993), and beyond
 * that at least: for rows half the median (or double it) and the same for the weeks of a year before, so that a season is no fault; for
 * empty fields 20 points; for means a factor of twenty.
 */
export function qualityOf(checked: Checked, today: Day): Fault[] {
  return [...broken(checked, today), ...(checked.declared.usual === false ? [] : [...silent(checked), ...unusual(checked, today)])];
}

/** Who said how fresh the rows have to be is held to that. */
function silent({ dataset, declared, hasTime, measured, newest, days, completeThrough, awaited }: Checked): Fault[] {
  if (awaited === null || newest === null || !hasTime || declared.fresh) return [];
  const mondays = measured.weeks.flatMap(({ week }) => (week <= newest ? [week] : []));
  const found = silence(days ?? [...mondays.slice(0, -1), newest], completeThrough, awaited);
  if (found === null) return [];
  return [{ dataset, code: "silent-source", column: null, breaks: false, params: { newest, days: found.days, usual: found.usual } }];
}

function broken({ dataset, declared, measured, hasTime, rows, newest, dropped }: Checked, today: Day): Fault[] {
  const { fresh, complete = [], unique, rows: agreed } = declared;
  const fault = (code: Fault["code"], params: Fault["params"], column: string | null = null): Fault[] => [
    { dataset, code, column, breaks: true, params },
  ];
  if (rows === 0) return fresh || complete.length > 0 || (agreed?.min ?? 0) > 0 ? fault("no-rows", {}) : [];
  return [
    ...(fresh && hasTime && newest !== null && shiftDay(newest, fresh) < today
      ? fault("not-fresh", { newest, fresh: formatDuration(fresh) })
      : []),
    ...(agreed?.min !== undefined && rows < agreed.min ? fault("too-few-rows", { rows, min: agreed.min }) : []),
    ...(agreed?.max !== undefined && rows > agreed.max ? fault("too-many-rows", { rows, max: agreed.max }) : []),
    ...(unique === true && dropped > 0 ? fault("not-unique", { rows: dropped }) : []),
    ...complete.flatMap((typed) => {
      const place = measured.columns.findIndex((name) => name.toLowerCase() === typed.toLowerCase());
      if (place < 0) return fault("unknown-column", {}, typed);
      const empty = measured.empty[place]!;
      return empty > 0 ? fault("not-complete", { empty }, measured.columns[place]) : [];
    }),
  ];
}

function unusual({ dataset, measured, newest, ignored }: Checked, today: Day): Fault[] {
  const all = wholeWeeks(measured, newest, today);
  const before = all.slice(-looked - weeksBefore, -looked);
  if (before.length < leastBefore) return [];
  const last = all.slice(-looked);
  const faults: Fault[] = [];
  const told = (code: Fault["code"], column: string | null, breaks: boolean, params: Fault["params"]): void => {
    faults.push({ dataset, code, column, breaks, params });
  };
  const odd = last.findLast((week) => hasUnusualRows(week, before, all));
  if (odd) told("unusual-rows", null, false, { week: odd.week, rows: odd.rows, usual: Math.round(median(before.map(({ rows }) => rows))) });
  const enough = before.filter(({ rows }) => rows >= leastRows);
  if (enough.length < leastBefore) return faults;
  measured.columns.forEach((column, place) => {
    if (ignored.has(column)) return;
    const share = ({ empty, rows }: Week): number => empty[place]! / rows;
    const usual = median(enough.map(share));
    const limit = usual + Math.max(0.2, far * spread(enough.map(share)));
    const week = last.findLast((one) => one.rows >= leastRows && share(one) > limit);
    if (!week) return;
    const emptied = share(week) >= 0.95 && enough.every((one) => share(one) <= 0.05);
    told("sudden-nulls", column, emptied, { week: week.week, share: share(week), usual });
  });
  measured.numbers.forEach((column, place) => {
    if (ignored.has(column)) return;
    const own = measured.columns.indexOf(column);
    const filled = (week: Week): number => week.rows - week.empty[own]!;
    const mean = (week: Week): number => week.sums[place]! / filled(week);
    const known = enough.filter((week) => filled(week) >= leastRows).map(mean);
    const usual = median(known);
    // A factor means nothing of amounts around zero.
    if (known.length < leastBefore || usual <= 0) return;
    const limit = far * spread(known);
    const week = last.findLast((one) => {
      if (filled(one) < leastRows || Math.abs(mean(one) - usual) <= limit) return false;
      return mean(one) > otherUnit * usual || mean(one) < usual / otherUnit;
    });
    if (week) told("sum-drift", column, false, { week: week.week, mean: rounded(mean(week)), usual: rounded(usual) });
  });
  return faults;
}

function hasUnusualRows({ week, rows }: Week, before: readonly Week[], all: readonly Week[]): boolean {
  const counts = before.map((one) => one.rows);
  const usual = median(counts);
  if (usual < leastRows || Math.abs(rows - usual) <= far * spread(counts)) return false;
  const yearAgo = [51, 52, 53].flatMap((back) => all.find((one) => one.week === addDays(week, -7 * back))?.rows ?? []);
  const few = [usual, ...yearAgo].every((other) => rows < other / 2);
  const many = [usual, ...yearAgo].every((other) => rows > other * 2);
  return few || many;
}

/** The weeks that are over and of which all days have been loaded, those without rows too. */
function wholeWeeks({ weeks, columns, numbers }: Measured, newest: Day | null, today: Day): Week[] {
  const [first] = weeks;
  if (first === undefined || newest === null) return [];
  const end = newest < today ? newest : addDays(today, -1);
  const known = new Map(weeks.map((one) => [one.week, one]));
  const all: Week[] = [];
  for (let week = first.week; addDays(week, 6) <= end; week = addDays(week, 7))
    all.push(known.get(week) ?? { week, rows: 0, empty: columns.map(() => 0), sums: numbers.map(() => 0) });
  // The first may have begun before the data did.
  return all.slice(1);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** 1.4826 × the median absolute deviation: the standard deviation of a normal variable. */
function spread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** What was counted of two sets of rows together. */
export function bothMeasured(left: Measured, right: Measured): Measured {
  const weeks = new Map(left.weeks.map((one) => [one.week, one]));
  for (const one of right.weeks) {
    const other = weeks.get(one.week);
    weeks.set(
      one.week,
      other
        ? { week: one.week, rows: other.rows + one.rows, empty: added(other.empty, one.empty), sums: added(other.sums, one.sums) }
        : one,
    );
  }
  return { ...left, empty: added(left.empty, right.empty), weeks: [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1)) };
}

function added(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, index) => value + right[index]!);
}
