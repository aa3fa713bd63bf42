import { addDays, type Day, type Duration, parseDuration, periodOf, shiftDay, shiftPeriod } from "../../src/calendar/index.ts";
import { numbers, quantile, sumOf } from "./oracle.ts";
import { later } from "./journey-rows.ts";
import { dayOf, type Row } from "./shop.ts";

/** A value and what it is over. */
export interface Told {
  readonly value: number | null;
  readonly n: number | null;
}

/** The days that a value is asked for, and which rows there are. */
export interface Place {
  readonly from: Day;
  readonly to: Day;
  /** rows of a dataset that exist and pass the query's condition, in the order in which they were read */
  rows(dataset: string): readonly Row[];
  /** whether a row is of the segment asked for */
  within(row: Row): boolean;
  readonly fiscalStart: string;
}

/** A metric in the text that Helder is given, and as a loop over rows. */
export interface Journey {
  readonly metric: { readonly id: string; readonly type: string; readonly [key: string]: unknown };
  readonly dataset: string;
  readonly answer: (place: Place) => Told;
}

const timeOf: Readonly<Record<string, string>> = { orders: "at", visits: "at", calls: "on", terms: "start" };
const length = (text: string): Duration => parseDuration(text)!;
const share = (part: number, whole: number): Told => ({ value: whole === 0 ? null : part / whole, n: whole });

/** Rows by customer, each list in the order of time; rows of one moment as they were read. */
function byCustomer(rows: readonly Row[], time: string): ReadonlyMap<string, readonly Row[]> {
  const customers = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row["customer"] as string | null;
    if (id !== null) customers.set(id, [...(customers.get(id) ?? []), row]);
  }
  for (const own of customers.values()) own.sort((a, b) => ((a[time] as string) < (b[time] as string) ? -1 : a[time] === b[time] ? 0 : 1));
  return customers;
}

function conversion(from: string, to: string, window: string, where?: (row: Row) => boolean): Journey["answer"] {
  return ({ rows, within, ...days }) => {
    const byDay = timeOf[from] !== "at" || timeOf[to] !== "at";
    const when = (row: Row, dataset: string): string => (row[timeOf[dataset]!] as string).slice(0, byDay ? 10 : 19);
    const all = rows(from).filter((row) => (where?.(row) ?? true) && row["customer"] !== null && within(row));
    const bases = all.filter(
      (row) => (dayOf(row, timeOf[from]!) as string) >= days.from && (dayOf(row, timeOf[from]!) as string) <= days.to,
    );
    const converted = bases.filter((base) =>
      rows(to).some((goal) => {
        if (goal["customer"] !== base["customer"]) return false;
        return when(goal, to) >= when(base, from) && when(goal, to) <= later(when(base, from), length(window));
      }),
    );
    return share(new Set(converted.map((row) => row["customer"])).size, new Set(bases.map((row) => row["customer"])).size);
  };
}

function cohort(dataset: string, place: Place): readonly (readonly Row[])[] {
  const time = timeOf[dataset]!;
  return [...byCustomer(place.rows(dataset), time).values()].filter(([first]) => {
    const day = dayOf(first!, time)!;
    return day >= place.from && day <= place.to && place.within(first!);
  });
}

function retention(dataset: string, age: string, mode: "on" | "within"): Journey["answer"] {
  const { count, unit } = length(age);
  return (place) => {
    const time = timeOf[dataset]!;
    /** the days on which a customer who came first on `day` is of that age, and those up to then */
    const due = (day: Day): { first: Day; last: Day } => {
      if (unit === "day") return { first: addDays(day, count), last: addDays(day, count) };
      const period = shiftPeriod(periodOf(day, unit, place.fiscalStart), count, place.fiscalStart)!;
      return { first: period.from, last: period.to };
    };
    const all = cohort(dataset, place);
    const back = all.filter((rows) => {
      const { first, last } = due(dayOf(rows[0]!, time)!);
      return rows.some((row) => {
        const day = dayOf(row, time)!;
        return mode === "on" ? day >= first && day <= last : (row[time] as string) > (rows[0]![time] as string) && day <= last;
      });
    });
    return share(back.length, all.length);
  };
}

function lifetime(dataset: string, horizon: string, worth: (row: Row) => number): Journey["answer"] {
  return (place) => {
    const time = timeOf[dataset]!;
    const all = cohort(dataset, place);
    const sums = all.flatMap((rows) => {
      const end = shiftDay(dayOf(rows[0]!, time)!, length(horizon));
      return rows.filter((row) => dayOf(row, time)! < end).map(worth);
    });
    return { value: all.length === 0 ? null : sumOf(sums) / all.length, n: all.length };
  };
}

/**
 * Customers of the segment of their last row before the days: whether they were active then, lapsed at the end, or came back. `known`: how long
 * before the days that row may lie.
 */
function silence(dataset: string, after: string, asked: "churn" | "reactivation", known?: string): Journey["answer"] {
  return (place) => {
    const time = timeOf[dataset]!;
    const end = addDays(place.to, 1);
    const told = [...byCustomer(place.rows(dataset), time).values()].flatMap((rows) => {
      const before = rows.filter((row) => dayOf(row, time)! < place.from);
      if (before.length === 0 || !place.within(before.at(-1)!)) return [];
      if (known !== undefined && dayOf(before.at(-1)!, time)! < shiftDay(place.from, length(known), -1)) return [];
      const since = (day: Day) => rows.some((row) => dayOf(row, time)! >= shiftDay(day, length(after), -1) && dayOf(row, time)! < day);
      const back = rows.some((row) => dayOf(row, time)! >= place.from && dayOf(row, time)! <= place.to);
      return [{ active: since(place.from), stays: since(end), back }];
    });
    const counted = told.filter(({ active }) => active === (asked === "churn"));
    return share(counted.filter(({ stays, back }) => (asked === "churn" ? !stays : back)).length, counted.length);
  };
}

/** Of those who brought in most in a time before the days, and are silent since: who came back. */
function bestBack(dataset: string, after: string, known: string, top: number): Journey["answer"] {
  return (place) => {
    const time = timeOf[dataset]!;
    const start = shiftDay(place.from, length(known), -1);
    const customers = [...byCustomer(place.rows(dataset), time)].flatMap(([id, rows]) => {
      const before = rows.filter((row) => dayOf(row, time)! >= start && dayOf(row, time)! < place.from);
      const worth = before.reduce((sum, row) => sum + Math.round(100 * ((row["amount"] as number | null) ?? 0)), 0);
      return before.length === 0 ? [] : [{ id, rows, last: before.at(-1)!, worth }];
    });
    const placed = customers.toSorted((one, other) => other.worth - one.worth || (one.id < other.id ? -1 : 1));
    const lapsed = placed
      .slice(0, Math.ceil(top * customers.length - 1e-9))
      .filter(({ last }) => dayOf(last, time)! < shiftDay(place.from, length(after), -1) && place.within(last));
    const back = lapsed.filter(({ rows }) => rows.some((row) => dayOf(row, time)! >= place.from && dayOf(row, time)! <= place.to));
    return share(back.length, lapsed.length);
  };
}

/** What each customer's contracts (a row without a customer is one) come to just before the days and at their end. */
function running(place: Place): readonly { readonly before: number; readonly after: number; readonly had: number; readonly has: number }[] {
  const at = (row: Row, day: Day) =>
    row["start"] !== null && (row["start"] as string) <= day && (row["ended"] === null || (row["ended"] as string) > day);
  const units = new Map<unknown, Row[]>();
  const rows = place.rows("terms").filter(place.within);
  rows.forEach((row, index) => units.set(row["customer"] ?? index, [...(units.get(row["customer"] ?? index) ?? []), row]));
  return [...units.values()].map((own) => {
    const [before, after] = [addDays(place.from, -1), place.to].map((day) => own.filter((row) => at(row, day)));
    const fee = (some: readonly Row[]) => Math.round(sumOf(some.map((row) => row["fee"] as number)) * 100) / 100;
    return { before: fee(before!), after: fee(after!), had: before!.length, has: after!.length };
  });
}

function movement(of: (unit: { before: number; after: number }) => number): Journey["answer"] {
  return (place) => ({ value: sumOf(running(place).map(of)), n: null });
}

function kept(of: (unit: { before: number; after: number }) => number): Journey["answer"] {
  return (place) => {
    const there = running(place).filter(({ before }) => before > 0);
    return { value: there.length === 0 ? null : sumOf(there.map(of)) / sumOf(there.map(({ before }) => before)), n: null };
  };
}

/** Orders that lie on some days. */
function ordersWithin({ rows, within }: Place, from: Day, to: Day): readonly Row[] {
  return rows("orders").filter((row) => within(row) && dayOf(row, "at")! >= from && dayOf(row, "at")! <= to);
}

const amounts = (rows: readonly Row[]) => numbers(rows, (row) => row["amount"] as number | null);
const revenue = (rows: readonly Row[]): Told => ({ value: sumOf(amounts(rows)), n: rows.length });
const customers = (rows: readonly Row[]): Told => {
  const known = rows.filter((row) => row["customer"] !== null);
  return { value: rows.length === 0 ? null : new Set(known.map((row) => row["customer"])).size, n: known.length };
};
const average = (rows: readonly Row[]): Told => ({ value: rows.length === 0 ? null : sumOf(amounts(rows)) / rows.length, n: rows.length });
const middle = (rows: readonly Row[]): Told => ({ value: quantile(amounts(rows), 0.5), n: rows.length });
const smallest = (rows: readonly Row[]): Told => ({ value: quantile(amounts(rows), 0), n: rows.length });

function over(window: string, tell: (rows: readonly Row[]) => Told): Journey["answer"] {
  return (place) => tell(ordersWithin(place, shiftDay(addDays(place.to, 1), length(window), -1), place.to));
}

function since(unit: "year" | "quarter" | "month" | "start", tell: (rows: readonly Row[]) => Told): Journey["answer"] {
  return (place) => tell(ordersWithin(place, unit === "start" ? "0001-01-01" : periodOf(place.to, unit, place.fiscalStart).from, place.to));
}

/** Answers that lie on some days. */
function answersWithin({ rows, within, from, to }: Place): readonly Row[] {
  return rows("answers").filter((row) => within(row) && dayOf(row, "at")! >= from && dayOf(row, "at")! <= to);
}

function scores(column: string, low: number, high: number, tell: (scores: readonly number[]) => number): Journey["answer"] {
  return (place) => {
    const used = numbers(answersWithin(place), (row) => row[column] as number | null).filter((score) => score >= low && score <= high);
    return { value: used.length === 0 ? null : tell(used), n: used.length };
  };
}

const portion = (all: readonly number[], is: (score: number) => boolean): number => all.filter(is).length / all.length;
const mean = (all: readonly number[]): number => sumOf(all) / all.length;

/** Hours between two columns; a day begins at its midnight. */
function hours(from: string, to: string, tell: (hours: readonly number[]) => number | null): Journey["answer"] {
  return (place) => {
    const spans = answersWithin(place).flatMap((row) => {
      const [start, end] = [row[from], row[to]].map((moment) => (moment === null ? null : Date.parse(`${moment as string}Z`)));
      return start === null || end === null ? [] : [(end! - start!) / 3_600_000];
    });
    return { value: spans.length === 0 ? null : tell(spans), n: spans.length };
  };
}

const plain = [
  { id: "revenue", type: "sum", dataset: "orders", of: "amount" },
  { id: "orders", type: "count", dataset: "orders" },
  { id: "customers", type: "count-distinct", dataset: "orders", of: "customer" },
  { id: "middle", type: "median", dataset: "orders", of: "amount" },
  { id: "smallest", type: "min", dataset: "orders", of: "amount" },
  { id: "aov", type: "ratio", numerator: "revenue", denominator: "orders" },
];

const journey = (id: string, type: string, dataset: string, more: object, answer: Journey["answer"]): Journey => ({
  metric: { id, type, ...(type === "conversion" || type === "rolling" || type === "running" ? {} : { dataset }), ...more },
  dataset,
  answer,
});
const contract = { started: "start", ended: "ended" };

export const journeys: readonly Journey[] = [
  journey(
    "visit-to-order",
    "conversion",
    "visits",
    { from: { dataset: "visits" }, to: { dataset: "orders" }, window: "30 days" },
    conversion("visits", "orders", "30 days"),
  ),
  journey(
    "call-to-order",
    "conversion",
    "calls",
    { from: { dataset: "calls" }, to: { dataset: "orders" }, window: "1 month" },
    conversion("calls", "orders", "1 month"),
  ),
  journey(
    "web-to-call",
    "conversion",
    "visits",
    { from: { dataset: "visits", where: "channel = 'web'" }, to: { dataset: "calls" }, window: "7 days" },
    conversion("visits", "calls", "7 days", (row) => row["channel"] === "web"),
  ),
  journey("on-7-days", "retention", "orders", { age: "7 days", mode: "on" }, retention("orders", "7 days", "on")),
  journey("within-30-days", "retention", "orders", { age: "30 days", mode: "within" }, retention("orders", "30 days", "within")),
  journey("on-2-weeks", "retention", "visits", { age: "2 weeks", mode: "on" }, retention("visits", "2 weeks", "on")),
  journey("on-1-month", "retention", "orders", { age: "1 month", mode: "on" }, retention("orders", "1 month", "on")),
  journey("within-1-month", "retention", "calls", { age: "1 month", mode: "within" }, retention("calls", "1 month", "within")),
  journey("on-1-quarter", "retention", "visits", { age: "1 quarter", mode: "on" }, retention("visits", "1 quarter", "on")),
  journey("on-1-year", "retention", "visits", { age: "1 year", mode: "on" }, retention("visits", "1 year", "on")),
  journey(
    "ltv-3-months",
    "lifetime-value",
    "orders",
    { of: "amount", horizon: "3 months" },
    lifetime("orders", "3 months", (row) => row["amount"] as number),
  ),
  journey(
    "visits-in-30-days",
    "lifetime-value",
    "visits",
    { horizon: "30 days" },
    lifetime("visits", "30 days", () => 1),
  ),
  journey("silent-1-month", "churn", "orders", { kind: "silence", after: "1 month" }, silence("orders", "1 month", "churn")),
  journey("silent-3-months", "churn", "orders", { kind: "silence", after: "3 months" }, silence("orders", "3 months", "churn")),
  journey("silent-10-days", "churn", "calls", { kind: "silence", after: "10 days" }, silence("calls", "10 days", "churn")),
  journey("back-after-1-month", "reactivation", "orders", { lapsed: "1 month" }, silence("orders", "1 month", "reactivation")),
  journey(
    "best-back",
    "reactivation",
    "orders",
    { lapsed: "1 month", active: "6 months", top: 0.4, of: "amount" },
    bestBack("orders", "1 month", "6 months", 0.4),
  ),
  journey(
    "back-within-3-months",
    "reactivation",
    "orders",
    { lapsed: "1 month", active: "3 months" },
    silence("orders", "1 month", "reactivation", "3 months"),
  ),
  journey(
    "back-within-5-weeks",
    "reactivation",
    "calls",
    { lapsed: "2 weeks", active: "5 weeks" },
    silence("calls", "2 weeks", "reactivation", "5 weeks"),
  ),
  journey("back-after-2-weeks", "reactivation", "calls", { lapsed: "2 weeks" }, silence("calls", "2 weeks", "reactivation")),
  journey("logo-churn", "churn", "terms", { kind: "contractual", ...contract }, (place) => {
    const there = running(place).filter(({ had }) => had > 0);
    return share(there.filter(({ has }) => has === 0).length, there.length);
  }),
  ...(
    [
      ["mrr", movement(({ after }) => after)],
      ["new", movement(({ before, after }) => (before === 0 ? after : 0))],
      ["expansion", movement(({ before, after }) => (before > 0 ? Math.max(0, after - before) : 0))],
      ["contraction", movement(({ before, after }) => (after > 0 ? Math.max(0, before - after) : 0))],
      ["churned", movement(({ before, after }) => (after === 0 ? before : 0))],
      ["nrr", kept(({ after }) => after)],
      ["grr", kept(({ before, after }) => Math.min(before, after))],
    ] as const
  ).map(([measure, answer]) => journey(measure, "recurring", "terms", { ...contract, amount: "fee", measure }, answer)),
  ...(
    [
      ["revenue", revenue],
      ["customers", customers],
      ["aov", average],
      ["middle", middle],
      ["smallest", smallest],
    ] as const
  ).flatMap(([metric, tell]) => [
    journey(`rolling-${metric}`, "rolling", "orders", { metric, window: "3 months" }, over("3 months", tell)),
    journey(`running-${metric}`, "running", "orders", { metric, since: "year" }, since("year", tell)),
  ]),
  journey(
    "nps",
    "nps",
    "answers",
    { of: "score", scale: [0, 10] },
    scores("score", 0, 10, (all) => 100 * (portion(all, (x) => x >= 9) - portion(all, (x) => x <= 6))),
  ),
  journey(
    "nps-of-half",
    "nps",
    "answers",
    { of: "score", scale: [0, 5] },
    scores("score", 0, 5, (all) => 100 * (portion(all, (x) => x >= 4.5) - portion(all, (x) => x <= 3))),
  ),
  journey(
    "csat",
    "csat",
    "answers",
    { of: "score", scale: [1, 8] },
    scores("score", 1, 8, (all) => portion(all, (x) => x >= 7)),
  ),
  journey("ces", "ces", "answers", { of: "ease", scale: [1, 7] }, scores("ease", 1, 7, mean)),
  ...(
    [
      ["median", (all: readonly number[]) => quantile(all, 0.5)],
      ["average", mean],
      ["p90", (all: readonly number[]) => quantile(all, 0.9)],
    ] as const
  ).map(([statistic, tell]) =>
    journey(
      `wait-${statistic}`,
      "duration",
      "answers",
      { start: "asked", end: "answered", statistic, in: "hours" },
      hours("asked", "answered", tell),
    ),
  ),
  journey(
    "until-due",
    "duration",
    "answers",
    { start: "asked", end: "due", statistic: "average", in: "hours" },
    hours("asked", "due", mean),
  ),
  journey("rolling-week", "rolling", "orders", { metric: "revenue", window: "7 days" }, over("7 days", revenue)),
  journey("running-quarter", "running", "orders", { metric: "aov", since: "quarter" }, since("quarter", average)),
  journey("running-month", "running", "orders", { metric: "customers", since: "month" }, since("month", customers)),
  journey("running-start", "running", "orders", { metric: "revenue", since: "start" }, since("start", revenue)),
  journey("rolling-retention", "rolling", "orders", { metric: "on-1-month", window: "3 months" }, (place) =>
    retention("orders", "1 month", "on")({ ...place, from: shiftDay(addDays(place.to, 1), length("3 months"), -1) }),
  ),
  journey("rolling-conversion", "rolling", "visits", { metric: "visit-to-order", window: "2 months" }, (place) =>
    conversion("visits", "orders", "30 days")({ ...place, from: shiftDay(addDays(place.to, 1), length("2 months"), -1) }),
  ),
];

export const journeyMetrics: readonly unknown[] = [...plain, ...journeys.map(({ metric }) => metric)];
