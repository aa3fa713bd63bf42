import { addDays, cadenceGrain, type Day, periodOf, shiftDay } from "../../calendar/index.ts";
import { type Framework, type Steering, unanswered } from "../../framework/index.ts";
import type { Entry, Report } from "../report.ts";
import { type Lesson, lessonsFor } from "./lesson.ts";
import { type Option, optionsFor } from "./option.ts";

/**
 * What somebody has to do next: `open` a cycle for an indicator off course; say its `cause`; list `options`; make a `choice`; `test` it;
 * wait while the test is `running`; make a `decision`; write down the `learning`; `answer` a comment; `checkin` a number; `agree` on a target; `renew` a
 * target that is over; `repeat` a test whose verdict ends.
 */
export const waitingKinds = [
  "open",
  "cause",
  "options",
  "choice",
  "test",
  "running",
  "decision",
  "learning",
  "answer",
  "checkin",
  "agree",
  "renew",
  "repeat",
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export interface Waiting {
  /** the same as long as it is the same thing that waits: `decision/damage-on-arrival` */
  readonly id: string;
  readonly kind: WaitingKind;
  /** id of the KPI or CPI */
  readonly kpi: string;
  /** id of the steering cycle; null outside of one */
  readonly cycle: string | null;
  /** id of the link to test again; null for all else */
  readonly link: string | null;
  /** team, stakeholder or name; null: nobody's, which somebody should mend */
  readonly who: string | null;
  readonly due: Day;
  readonly overdue: boolean;
  /** what can be done, the most promising first; for `open`, `options` and `choice` */
  readonly options: readonly Option[];
  /** what was learned before where this indicator, or one that moves it, was off course; the newest first */
  readonly learnings: readonly Lesson[];
}

/** Of a cycle without a day of its own: two reviews of four weeks are one too many. */
const cycleDays = 28;
/** From the end of a test to its decision. */
const decisionDays = 7;
/** From a comment that names somebody to the answer. */
const answerDays = 7;
/** How long before its end a verdict is asked for again: a test takes as long. */
const repeatDays = 60;

const offCourse = new Set<string>(["at-risk", "behind", "missed"]);

/** What waits, the first due first. `report` tells how all stand on `report.asOf`; `framework` is the one it was made of. */
export function waitingOf(framework: Framework, report: Pick<Report, "kpis" | "cpis" | "links" | "asOf">): readonly Waiting[] {
  const entries = [...report.kpis, ...report.cpis];
  const open = framework.steering.filter(({ closed }) => closed === undefined);
  const closedUnlearned = framework.steering.filter((cycle) => cycle.closed !== undefined && cycle.learning === undefined);
  const facts: Facts = { framework, report, entries };
  const found = [
    ...open.flatMap((cycle) => cycleWaiting(facts, cycle)),
    ...closedUnlearned.map((cycle) => ofCycle(facts, cycle, "learning", cycle.closed)),
    ...entries.flatMap((entry) => entryWaiting(facts, entry, open)),
    ...[...framework.kpis, ...framework.cpis].flatMap((indicator) => commentWaiting(facts, indicator)),
    ...report.links.flatMap((link) => linkWaiting(facts, link)),
  ];
  const rank = (kind: WaitingKind): number => waitingKinds.indexOf(kind);
  return found.toSorted((a, b) => order(a.due, b.due) || rank(a.kind) - rank(b.kind) || order(a.id, b.id));
}

interface Facts {
  readonly framework: Framework;
  readonly report: Pick<Report, "links" | "asOf">;
  readonly entries: readonly Entry[];
}

function cycleWaiting(facts: Facts, cycle: Steering): Waiting[] {
  const { framework, report } = facts;
  const step = (kind: WaitingKind, due?: Day): Waiting[] => [ofCycle(facts, cycle, kind, due)];
  if (cycle.cause === undefined) return step("cause");
  if (cycle.chosen === undefined) return step(cycle.options.length === 0 ? "options" : "choice");
  if (cycle.decided !== undefined) return step("learning");
  const test = framework.experiments.find(({ id }) => id === cycle.experiment);
  if (test === undefined) return step("test");
  // What is measured says nothing before the window of the last customer has closed; what was typed has come.
  const typed = (test.results ?? null) !== null;
  const last = test.to === undefined || test.window === undefined || typed ? test.to : shiftDay(test.to, test.window);
  const ended = last !== undefined && last < report.asOf;
  const decideBy = last === undefined ? undefined : addDays(last, decisionDays);
  return step(ended ? "decision" : "running", ended ? decideBy : last);
}

function ofCycle(facts: Facts, cycle: Steering, kind: WaitingKind, fallback?: Day): Waiting {
  const entry = facts.entries.find(({ id }) => id === cycle.kpi) ?? null;
  const started = cycle.opened === undefined ? reviewOn(entry, facts) : addDays(cycle.opened, cycleDays);
  return waiting(facts, {
    id: `${kind}/${cycle.id}`,
    kind,
    kpi: cycle.kpi,
    cycle: cycle.id,
    who: cycle.owner ?? entry?.owner ?? null,
    due: cycle.due ?? fallback ?? started,
  });
}

function entryWaiting(facts: Facts, entry: Entry, open: readonly Steering[]): Waiting[] {
  const { asOf } = facts.report;
  const review = reviewOn(entry, facts);
  const found: Waiting[] = [];
  const add = (kind: WaitingKind, due: Day): void => {
    found.push(waiting(facts, { id: `${kind}/${entry.id}`, kind, kpi: entry.id, cycle: null, who: entry.owner, due }));
  };
  const over = entry.target !== null && entry.target.to !== null && entry.target.to < asOf;
  if (offCourse.has(entry.status) && !over && !open.some(({ kpi }) => kpi === entry.id)) add("open", review);
  if (over) add("renew", review);
  if (entry.target !== null && entry.agreedBy.length === 0) add("agree", review);
  const noted = facts.framework.metrics.find(({ id }) => id === entry.metric);
  const latest = entry.series.findLast(({ to }) => to < asOf);
  if (noted && "type" in noted && noted.type === "observed" && noted.dataset === undefined && (latest?.value ?? null) === null && !over)
    add("checkin", latest === undefined ? review : addDays(latest.to, decisionDays));
  return found;
}

/** Who was named in a comment owes an answer, whoever's the indicator is. */
function commentWaiting(facts: Facts, indicator: Framework["kpis"][number] | Framework["cpis"][number]): Waiting[] {
  return [...unanswered(indicator)].map(([who, { at }]) =>
    waiting(facts, {
      id: `answer/${indicator.id}/${who}`,
      kind: "answer",
      kpi: indicator.id,
      cycle: null,
      who,
      due: addDays(at, answerDays),
    }),
  );
}

function linkWaiting(facts: Facts, link: Report["links"][number]): Waiting[] {
  const { asOf } = facts.report;
  if (link.status !== "expired" && !(link.status === "supported" && link.until !== null && link.until <= addDays(asOf, repeatDays)))
    return [];
  // Whoever answers for the result that rests on the link has reason to know whether it still holds.
  const result = facts.entries.find(({ id }) => id === link.to) ?? null;
  const cause = facts.entries.find(({ id }) => id === link.from) ?? null;
  const kpi = result ?? cause;
  if (kpi === null) return [];
  const who = result?.owner ?? cause?.owner ?? null;
  return [
    waiting(facts, {
      id: `repeat/${link.id}`,
      kind: "repeat",
      kpi: kpi.id,
      cycle: null,
      link: link.id,
      who,
      due: link.until ?? reviewOn(kpi, facts),
    }),
  ];
}

const asked = new Set<WaitingKind>(["open", "cause", "options", "choice"]);

function waiting(facts: Facts, of: Pick<Waiting, "id" | "kind" | "kpi" | "cycle" | "who" | "due"> & { readonly link?: string }): Waiting {
  const { framework, report, entries } = facts;
  const entry = entries.find(({ id }) => id === of.kpi) ?? null;
  const steering = asked.has(of.kind);
  return {
    ...of,
    link: of.link ?? null,
    overdue: of.due < report.asOf,
    options:
      entry !== null && steering && of.kind !== "cause"
        ? optionsFor(framework, report.links, entries, entry, framework.steering.find(({ id }) => id === of.cycle) ?? null)
        : [],
    learnings: steering ? lessonsFor(framework, of.kpi) : [],
  };
}

/** The day on which an indicator is looked at next: the last of its running period. */
function reviewOn(entry: Entry | null, { framework, report }: Facts): Day {
  return periodOf(report.asOf, cadenceGrain(entry?.cadence ?? "monthly"), framework.settings.fiscalYear.starts).to;
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
