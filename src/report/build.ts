import { addMonths, cadenceGrain, type Day } from "../calendar/index.ts";
import {
  audienceSegments,
  contributionsTo,
  type Cpi,
  type Framework,
  gridsOf,
  type Kpi,
  type Language,
  linkStates,
  nodeId,
  phaseOf,
  scorecardsOf,
  themeColours,
  type Unit,
} from "../framework/index.ts";
import { type Course, coursePath, type Judgement } from "../judge/index.ts";
import type { Point } from "../metric/index.ts";
import { conflictsOf } from "./conflicts.ts";
import type { Entry, Report } from "./report.ts";
import { attainments } from "./scorecard.ts";
import { themesOf, treeOf } from "./tree.ts";
import { steeredBefore } from "./steering/steered.ts";

/** What the engine found out about one KPI or CPI. */
export interface Judged {
  readonly judgement: Judgement;
  /** null where there is no dated target */
  readonly course: Course | null;
  readonly direction: "up" | "down";
  readonly unit: Unit | null;
  /** values per cadence period as far back as there are rows, oldest first */
  readonly history: readonly Point[];
  /** values per day of the target's range so far, oldest first; null where days do not add up */
  readonly days: readonly Point[] | null;
  /** values per month, oldest first, of what is looked at by the quarter; else none */
  readonly slices: readonly Point[];
  readonly n: number | null;
  readonly definition: string | null;
  readonly definitionInWords: Entry["definitionInWords"];
  readonly partOfWhole: boolean;
  readonly problem: Entry["problem"];
}

/** A metric that guards a KPI without being one: its newest value. */
export interface Gauged {
  readonly value: number | null;
  readonly unit: Unit | null;
}

export interface ReportInput {
  readonly framework: Framework;
  readonly asOf: Day;
  /** the language of the workspace, or the one to fall back on where it names none */
  readonly language: Language;
  /** by id, one for every KPI and CPI of the framework */
  readonly kpis: ReadonlyMap<string, Judged>;
  readonly cpis: ReadonlyMap<string, Judged>;
  /** by metric id, for guardrails that are metrics */
  readonly guards: ReadonlyMap<string, Gauged>;
  readonly findings: Report["findings"];
  readonly quality?: Report["quality"];
  readonly datasets: Report["datasets"];
  /** what the check makes of the framework */
  readonly ranking: Report["budget"]["ranking"];
  readonly score: Report["score"];
}

/** The report of a judged framework: plain data, equal for equal input. */
export function buildReport(input: ReportInput): Report {
  const { framework, asOf } = input;
  const { settings } = framework;
  const colours = themeColours(framework.themes);
  const themes = themesOf(framework);
  const kpis = framework.kpis.flatMap((kpi) => kpiEntry(kpi, input, themes));
  const cpis = framework.cpis.flatMap((cpi) => cpiEntry(cpi, input, themes));
  const links = linkStates(framework);
  const scorecards = scorecardsOf(framework);
  return {
    workspace: {
      name: settings.name,
      language: settings.language ?? input.language,
      currency: settings.currency,
      timezone: settings.timezone,
      kpiBudget: settings.kpiBudget,
    },
    asOf,
    superKpi: settings.superKpi ?? null,
    phases: settings.phases.map(({ id, name, aim }) => ({ id, name: name ?? null, aim: aim ?? null })),
    themes: framework.themes.map(({ id, name }) => ({ id, name, colour: colours.get(id)! })),
    people: Object.fromEntries([...framework.stakeholders, ...framework.teams].map(({ id, name }) => [id, name])),
    kpis,
    cpis,
    tree: treeOf(framework),
    links,
    grids: gridsOf(framework),
    segments: audienceSegments(framework),
    budget: { used: framework.kpis.length, budget: settings.kpiBudget, ranking: input.ranking },
    scorecards,
    attained: attainments(framework, { asOf, scorecards, kpis, cpis }),
    contributions: contributionsTo(framework),
    score: input.score,
    events: framework.events.map(({ id, on, to, name, kind }) => ({ id, on, to: to ?? null, name, kind })),
    conflicts: conflictsOf(framework, { kpis, cpis, links }),
    steered: steeredBefore(framework, asOf),
    findings: input.findings,
    quality: input.quality ?? [],
    datasets: input.datasets,
  };
}

type Themes = ReturnType<typeof themesOf>;

const monthsBack = 15;

function kpiEntry(kpi: Kpi, input: ReportInput, themes: Themes): Entry[] {
  const judged = input.kpis.get(kpi.id);
  return judged === undefined
    ? []
    : [
        {
          ...entryOf("kpi", kpi, judged, input, themes),
          side: kpi.side ?? null,
          timing: kpi.timing ?? null,
          measures: kpi.measures ?? null,
          phase: phaseOf(input.framework, kpi),
        },
      ];
}

function cpiEntry(cpi: Cpi, input: ReportInput, themes: Themes): Entry[] {
  const judged = input.cpis.get(cpi.id);
  return judged === undefined
    ? []
    : [
        {
          ...entryOf("cpi", cpi, judged, input, themes),
          side: "experience",
          measures: cpi.interaction ?? null,
          phase: phaseOf(input.framework, cpi),
          outcome: cpi.outcome ?? null,
          increment: cpi.increment ?? null,
          evidence: cpi.evidence.map(({ method, on, customers, situation, quote }) => ({
            method,
            on: on ?? null,
            customers: customers ?? null,
            situation: situation ?? null,
            quote: quote ?? null,
          })),
        },
      ];
}

/** What KPIs and CPIs have in common. */
function entryOf(kind: "kpi" | "cpi", indicator: Kpi | Cpi, judged: Judged, input: ReportInput, themes: Themes): Entry {
  const { judgement, course } = judged;
  const oldest = addMonths(input.asOf, -monthsBack);
  return {
    id: indicator.id,
    value: judgement.value,
    period: judgement.period,
    target: judgement.target,
    expected: judgement.expected,
    status: judgement.status,
    chance: judgement.chance,
    forecast: judgement.forecast,
    signals: judgement.signals,
    guardrails: indicator.guardrail.map((id) => guardrailOf(id, input)),
    reasons: judgement.reasons,
    chances: judgement.chances,
    kind,
    name: indicator.name ?? indicator.id,
    metric: indicator.metric ?? null,
    unit: judged.unit,
    direction: judged.direction,
    side: null,
    timing: null,
    measures: null,
    phase: null,
    theme: themes(nodeId(kind, indicator.id)),
    owner: indicator.owner ?? null,
    cadence: indicator.cadence,
    accumulates: course?.grows ?? false,
    series: judged.history.filter((point) => point.to >= oldest),
    seriesGrain: cadenceGrain(indicator.cadence),
    slices: judged.slices,
    path: course === null ? [] : coursePath(course),
    progress: progressOf(judged),
    levels: { floor: indicator.targets?.floor?.value ?? null, stretch: indicator.targets?.stretch?.value ?? null },
    baseline: baselineOf(indicator),
    baselineFromData: indicator.baseline === "auto",
    agreedBy: indicator.agreedBy ?? [],
    agreedOn: indicator.agreedOn ?? null,
    because: indicator.because ?? null,
    actions: indicator.actions,
    definition: judged.definition,
    definitionInWords: judged.definitionInWords,
    description: input.framework.metrics.find((metric) => metric.id === indicator.metric)?.description ?? null,
    partOfWhole: judged.partOfWhole,
    n: judged.n,
    outcome: null,
    increment: null,
    evidence: [],
    problem: judged.problem,
  };
}

/** Day by day what the total came to so far; the last days, whose data are still to come, are left out. */
function progressOf({ days }: Judged): { readonly day: Day; readonly value: number }[] {
  const known = (days ?? []).slice(0, (days ?? []).findLastIndex((point) => point.complete || point.n !== 0) + 1);
  let sum = 0;
  return known.map((point) => ({ day: point.to, value: (sum += point.value ?? 0) }));
}

function baselineOf({ baseline }: Kpi | Cpi): Entry["baseline"] {
  return baseline === undefined || baseline === "auto"
    ? null
    : { value: baseline.value, from: baseline.from ?? null, to: baseline.to ?? null };
}

/** A guardrail is a KPI, a CPI or a bare metric, looked up in that order. */
function guardrailOf(id: string, { framework, kpis, cpis, guards }: ReportInput): Entry["guardrails"][number] {
  const [indicator, judged] = framework.kpis.some((one) => one.id === id)
    ? [framework.kpis.find((one) => one.id === id), kpis.get(id)]
    : [framework.cpis.find((one) => one.id === id), cpis.get(id)];
  if (indicator && judged) {
    return { id, name: indicator.name ?? id, status: judged.judgement.status, value: judged.judgement.value, unit: judged.unit };
  }
  const metric = framework.metrics.find((one) => one.id === id);
  const gauged = guards.get(id);
  return { id, name: metric?.name ?? id, status: null, value: gauged?.value ?? null, unit: gauged?.unit ?? null };
}

/** Ids of the metrics that guard a KPI or CPI without being one: `guards` wants their newest values. */
export function guardMetrics(framework: Framework): string[] {
  const indicators = [...framework.kpis, ...framework.cpis];
  const known = new Set(indicators.map((one) => one.id));
  const metrics = new Set(framework.metrics.map((one) => one.id));
  return [...new Set(indicators.flatMap((one) => one.guardrail))].filter((id) => metrics.has(id) && !known.has(id));
}
