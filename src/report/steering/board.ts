import type { Day } from "../../calendar/index.ts";
import { type Framework, ownersOf, type Steering } from "../../framework/index.ts";
import { person } from "../person.ts";
import type { Report } from "../report.ts";
import { effectText, optionText } from "./lesson.ts";
import { type Option, optionsFor } from "./option.ts";
import type { Waiting, WaitingKind } from "./waiting.ts";

/** How far a cycle is: where its next step lies, or `learned`, where the step that is left is what it taught. */
export const cycleStates = ["cause", "options", "test", "decision", "learned"] as const;
export type CycleState = (typeof cycleStates)[number];

/** A steering cycle as people wrote it, with what can be done about it; texts are null where nobody said anything. */
export interface Cycle {
  readonly id: string;
  /** id of the KPI or CPI, and its name */
  readonly kpi: string;
  readonly name: string;
  readonly state: CycleState;
  /** id of what waits in it; null where nothing does */
  readonly waiting: string | null;
  readonly opened: Day | null;
  readonly cause: string | null;
  /** those it lists itself as they were typed */
  readonly listed: readonly string[];
  /** the most promising first; empty once it is closed */
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly experiment: string | null;
  readonly decided: NonNullable<Steering["decided"]> | null;
  readonly effect: string | null;
  readonly learning: string | null;
  readonly closed: Day | null;
  /** whose it is: as it says, else the indicator's */
  readonly who: string | null;
  readonly whoName: string | null;
  readonly due: Day | null;
}

/** An experiment that a cycle can name as its test. */
export interface CycleTest {
  readonly id: string;
  readonly name: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What somebody said about a KPI or CPI. */
export interface Remark {
  readonly kpi: string;
  readonly at: Day;
  readonly by: string;
  readonly byName: string;
  readonly text: string;
}

export interface Board {
  /** open ones first, the oldest first; then closed ones, the newest first */
  readonly cycles: readonly Cycle[];
  readonly experiments: readonly CycleTest[];
  /** ids of the KPIs and CPIs whose numbers people type in */
  readonly noted: readonly string[];
  /** the newest first */
  readonly comments: readonly Remark[];
  /** who can write a comment and be named in one by `@id` */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

const stateOf: Readonly<Partial<Record<WaitingKind, CycleState>>> = {
  cause: "cause",
  options: "options",
  choice: "options",
  test: "test",
  running: "test",
  decision: "decision",
};

type Told = Pick<Report, "kpis" | "cpis" | "links" | "people">;

/** All cycles with how far they are. `waiting` is what waits on the same day, of the same framework. */
export function boardOf(framework: Framework, report: Told, waiting: readonly Waiting[]): Board {
  const cycles = framework.steering.map((cycle) => told(cycle, framework, report, waiting));
  const open = cycles.filter(({ closed }) => closed === null);
  const closed = cycles.filter((cycle) => cycle.closed !== null);
  const byHand = new Set(
    framework.metrics.flatMap((metric) =>
      "type" in metric && metric.type === "observed" && metric.dataset === undefined ? [metric.id] : [],
    ),
  );
  return {
    cycles: [
      ...open.toSorted((a, b) => (a.opened ?? "").localeCompare(b.opened ?? "") || a.id.localeCompare(b.id)),
      ...closed.toSorted((a, b) => b.closed!.localeCompare(a.closed!) || a.id.localeCompare(b.id)),
    ],
    experiments: framework.experiments.map(({ id, name = id, from = null, to = null }) => ({ id, name, from, to })),
    noted: [...report.kpis, ...report.cpis].filter(({ metric }) => metric !== null && byHand.has(metric)).map(({ id }) => id),
    comments: [...framework.kpis, ...framework.cpis]
      .flatMap(({ id, comments = [] }) => comments.map((one): Remark => ({ kpi: id, ...one, byName: person(report, one.by) })))
      .toReversed()
      .toSorted((a, b) => b.at.localeCompare(a.at)),
    owners: [...ownersOf(framework)].map((id) => ({ id, name: person(report, id) })).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function told(cycle: Steering, framework: Framework, report: Told, waiting: readonly Waiting[]): Cycle {
  const entries = [...report.kpis, ...report.cpis];
  const entry = entries.find(({ id }) => id === cycle.kpi);
  const step = waiting.find((one) => one.cycle === cycle.id);
  const who = cycle.owner ?? entry?.owner ?? null;
  return {
    id: cycle.id,
    kpi: cycle.kpi,
    name: entry?.name ?? cycle.kpi,
    state: (step && stateOf[step.kind]) ?? "learned",
    waiting: step?.id ?? null,
    opened: cycle.opened ?? null,
    cause: cycle.cause ?? null,
    listed: cycle.options.map(optionText),
    options: entry === undefined || cycle.closed !== undefined ? [] : optionsFor(framework, report.links, entries, entry, cycle),
    chosen: cycle.chosen === undefined ? null : optionText(cycle.chosen),
    experiment: cycle.experiment ?? null,
    decided: cycle.decided ?? null,
    effect: effectText(cycle.effect),
    learning: cycle.learning ?? null,
    closed: cycle.closed ?? null,
    who,
    whoName: who === null ? null : person(report, who),
    due: cycle.due ?? null,
  };
}
