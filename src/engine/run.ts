import { cadenceGrain, type Day, periodOf } from "../calendar/index.ts";
import { check, evictions, fixer, type History, historyKey, isPartOfWhole, keepHistory } from "../check/index.ts";
import {
  type Cpi,
  type Fault,
  faultSentence,
  type Framework,
  HelderError,
  judgedTarget,
  type Kpi,
  type Target,
  withVerdicts,
} from "../framework/index.ts";
import { courseOf, judge, type JudgeInput, type Nature, natureOf, type Needs, needs } from "../judge/index.ts";
import { type Catalog, definitionOf, measuredDatasets, minimumOf, type Series, spokenDefinition, unitOf } from "../metric/index.ts";
import { buildReport, guardMetrics, type Judged, type Report } from "../report/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { type Answer, answerAll, type Question } from "./answers.ts";
import type { LoadResult } from "./engine.ts";
import { verdictsOf } from "./experiment.ts";
import { analyseAll } from "./experiments.ts";
import { formats } from "../locale/index.ts";
import { catalogOf } from "./load/index.ts";
import { faultOf, faultsOf } from "./quality.ts";
import type { Work } from "./work.ts";

type Indicator = Kpi | Cpi;

/** An indicator with what it takes to judge it. */
interface Case {
  readonly indicator: Indicator;
  readonly metric: string;
  readonly nature: Nature;
  readonly needs: Needs;
  /** set where it is known before anything is computed that there will be no value */
  readonly problem: HelderError | null;
  /** what is wrong with its source: there will be no value either */
  readonly fault: Fault | null;
}

/** Judges every KPI and CPI of a loaded workspace. `queried` is the milliseconds that the warehouse took. */
export async function judgeAll(
  work: Work,
  workspace: Workspace,
  loaded: LoadResult,
  asOf: Day,
): Promise<{ report: Report; queried: number }> {
  const began = performance.now();
  const { framework } = work;
  const catalog = await catalogOf(work.warehouse, framework, asOf);
  const failed = new Map(loaded.failures.map(({ id, error }) => [id, error]));
  const faults = await faultsOf(work.warehouse, framework, catalog, asOf);
  const cases = [...framework.kpis, ...framework.cpis].map((indicator) => caseOf(framework, catalog, failed, faults, indicator, asOf));
  const guards = guardMetrics(framework);
  const answers = await answerAll({ ...work, catalog, asOf }, [...cases.flatMap(questionsOf), ...guards.map(newestOf)]);
  const floors = await floorsOf(work, catalog, asOf, cases);
  const { experiments } = await analyseAll(work, catalog, asOf);
  const queried = performance.now() - began;

  const judged = cases.map((one) => judgedOf(framework, catalog, asOf, one, answers, floors));
  const history = historyOf(cases, judged);
  const linted = { ...workspace, today: asOf, history };
  const checked = check(linted);
  const fixOf = fixer(linted);
  const report = buildReport({
    framework: withVerdicts(framework, verdictsOf(experiments), asOf),
    asOf,
    language: framework.settings.language ?? "en",
    kpis: new Map(framework.kpis.map((kpi, index) => [kpi.id, judged[index]!])),
    cpis: new Map(framework.cpis.map((cpi, index) => [cpi.id, judged[framework.kpis.length + index]!])),
    guards: new Map(guards.map((id) => [id, { value: newestValue(answers(newestOf(id))), unit: unitOf(framework, id) }])),
    findings: checked.findings.map((finding) => (fixOf(finding).length > 0 ? { ...finding, fixable: true } : finding)),
    score: { value: checked.score, reasons: checked.reasons },
    ranking: evictions(framework),
    quality: faults,
    datasets: loaded.datasets.map(({ id, rows, rejected }) => {
      // Rows of after as-of are there (a term that ends next month), but do not exist yet.
      const { first = null, last = null, watermark = null } = catalog.datasets.get(id) ?? {};
      return { id, rows, rejected, from: first, to: last, watermark };
    }),
  });
  await keepHistory(workspace.directory, framework, history);
  return { report, queried };
}

/** What each metric was in the complete periods of its indicators' cadences: the linter holds targets against it. */
function historyOf(cases: readonly Case[], judged: readonly Judged[]): History {
  const history = cases.map(({ metric, indicator }, index) => {
    const points = judged[index]!.history;
    const known = points.flatMap(({ from, to, value, n, complete }) => (complete && value !== null ? [{ from, to, value, n }] : []));
    return [historyKey(metric, indicator.cadence), known] as const;
  });
  return new Map(history.filter(([, known]) => known.length > 0));
}

function caseOf(
  framework: Framework,
  catalog: Catalog,
  failed: ReadonlyMap<string, HelderError>,
  faults: readonly Fault[],
  indicator: Indicator,
  asOf: Day,
): Case {
  const metric = indicator.metric ?? "";
  const nature = natureOf(framework, metric);
  const problem = problemOf(framework, failed, indicator);
  const fault = problem === null ? faultOf(framework, catalog, faults, metric) : null;
  return { indicator, metric, nature, needs: needs(indicator, nature, asOf), problem, fault };
}

function problemOf(framework: Framework, failed: ReadonlyMap<string, HelderError>, { id, metric }: Indicator): HelderError | null {
  if (metric === undefined) return new HelderError("indicator-without-metric", { name: id });
  try {
    const broken = measuredDatasets(framework, metric).find((dataset) => failed.has(dataset));
    return broken === undefined ? null : failed.get(broken)!;
  } catch (problem) {
    if (problem instanceof HelderError) return problem;
    throw problem;
  }
}

function questionsOf({ metric, needs: asked, problem, fault }: Case): Question[] {
  if (problem || fault) return [];
  return [asked.range, asked.within, asked.progress, asked.history, asked.slices].flatMap((one) =>
    one === null ? [] : [{ metric, ...one }],
  );
}

function newestOf(metric: string): Question {
  return { metric, grain: "month", from: null, to: null };
}

function newestValue(answer: Answer): number | null {
  return answer instanceof HelderError ? null : (answer.points.findLast((point) => point.complete && point.value !== null)?.value ?? null);
}

/**
 * Which of the totals that could fall as rows are added have, over their target's range, no row below zero: only those can be called
 * achieved before the end.
 */
async function floorsOf(work: Work, catalog: Catalog, asOf: Day, cases: readonly Case[]): Promise<(one: Case) => boolean> {
  const unsure = cases.filter(
    (one) => one.problem === null && one.fault === null && one.nature.nonNegative === null && one.needs.range !== null,
  );
  const lowest = new Map(unsure.map((one) => [one.metric, minimumOf(work.framework, one.metric)!]));
  const framework = { ...work.framework, metrics: [...work.framework.metrics, ...lowest.values()] };
  const question = (one: Case): Question => ({ metric: lowest.get(one.metric)!.id, ...one.needs.range! });
  const answers = await answerAll({ ...work, framework, catalog, asOf }, unsure.map(question));
  return (one) => {
    if (one.nature.nonNegative !== null) return one.nature.nonNegative;
    if (!unsure.includes(one)) return false;
    const answer = answers(question(one));
    return !(answer instanceof HelderError) && (answer.points[0]?.value ?? 0) >= 0;
  };
}

function judgedOf(
  framework: Framework,
  catalog: Catalog,
  asOf: Day,
  one: Case,
  answers: (question: Question) => Answer,
  isNonNegative: (one: Case) => boolean,
): Judged {
  const { indicator, metric, needs: asked } = one;
  const told = questionsOf(one).map(answers);
  const problem = one.problem ?? told.find((answer) => answer instanceof HelderError) ?? null;
  const answer = (question: Needs[keyof Needs]): Series | null => {
    if (problem || one.fault || question === null) return null;
    const found = answers({ metric, ...question });
    return found instanceof HelderError ? null : found;
  };
  const history = answer(asked.history)?.points ?? [];
  const range = answer(asked.range)?.points[0];
  const target = judgedTarget(indicator) ?? null;
  const bounds = boundsOf(framework, catalog, metric);
  const declared = framework.metrics.find((candidate) => candidate.id === metric);
  const direction = indicator.direction ?? declared?.direction ?? "up";
  const input: JudgeInput = {
    direction,
    target,
    levels: levelsOf(indicator),
    baseline: indicator.baseline === undefined || indicator.baseline === "auto" ? null : indicator.baseline.value,
    cadence: indicator.cadence,
    fiscalStart: framework.settings.fiscalYear.starts,
    nature: { ...one.nature, nonNegative: isNonNegative(one) },
    asOf,
    watermark: bounds.watermark,
    hasRows: hasRows(bounds.last, history, target?.from ?? null, indicator, asOf, framework),
    problem: problem?.code ?? null,
    fault: one.fault,
    range: range?.value ?? null,
    within: answer(asked.within)?.points ?? [],
    history,
  };
  return {
    judgement: judge(input),
    course: courseOf(input),
    direction,
    unit: declared ? unitOf(framework, metric) : null,
    history,
    days: answer(asked.progress)?.points ?? null,
    slices: answer(asked.slices)?.points ?? [],
    n: range?.n ?? history.findLast((point) => point.complete)?.n ?? null,
    definition: declared ? toldOf(() => definitionOf(framework, metric)) : null,
    definitionInWords: declared ? toldOf(() => spokenDefinition(framework, metric)) : null,
    partOfWhole: declared !== undefined && isPartOfWhole(declared),
    problem: problem ? { code: problem.code, sentence: { nl: problem.sentence("nl"), en: problem.sentence("en") } } : toldFault(one.fault),
  };
}

function toldFault(fault: Fault | null): Judged["problem"] {
  if (fault === null) return null;
  const say = (language: "nl" | "en"): string => faultSentence(fault, language, (day) => formats(language).day(day));
  return { code: fault.code, sentence: { nl: say("nl"), en: say("en") } };
}

/** The floor and the stretch that are agreed for the range of the target itself. */
function levelsOf({ targets }: Indicator): NonNullable<JudgeInput["levels"]> {
  const valueOf = (level: Target | undefined): number | null =>
    level && targets && (["from", "to", "measured"] as const).every((key) => level[key] === undefined || level[key] === targets.target[key])
      ? level.value
      : null;
  return { floor: valueOf(targets?.floor), stretch: valueOf(targets?.stretch) };
}

/** How a metric is made is known even where its data are not; null where it is broken itself. */
function toldOf<T>(tell: () => T): T | null {
  try {
    return tell();
  } catch (error) {
    if (error instanceof HelderError) return null;
    throw error;
  }
}

/** The last day with rows, and the day through which all of a metric's datasets are complete. */
function boundsOf(framework: Framework, catalog: Catalog, metric: string): { last: Day | null; watermark: Day | null } {
  const datasets = framework.metrics.some((one) => one.id === metric) ? safeDatasets(framework, metric) : [];
  const loaded = datasets.flatMap((id) => catalog.datasets.get(id) ?? []);
  const watermarks = loaded.flatMap(({ watermark }) => watermark ?? []);
  const lasts = loaded.flatMap(({ last }) => last ?? []);
  return { last: lasts.toSorted().at(-1) ?? null, watermark: watermarks.toSorted()[0] ?? null };
}

function safeDatasets(framework: Framework, metric: string): readonly string[] {
  try {
    return measuredDatasets(framework, metric);
  } catch {
    return [];
  }
}

/**
 * Whether there are data to judge by. Data that stop before the target begins are none, once its first cadence period is over; before
 * that the target is merely young. A metric of hand-typed values has the rows that its series shows.
 */
function hasRows(
  last: Day | null,
  history: Series["points"],
  from: Day | null,
  indicator: Indicator,
  asOf: Day,
  framework: Framework,
): boolean {
  const newest = last ?? history.findLast((point) => point.value !== null)?.to ?? null;
  if (newest === null) return false;
  if (from === null || newest >= from || asOf < from) return true;
  return asOf <= periodOf(from, cadenceGrain(indicator.cadence), framework.settings.fiscalYear.starts).to;
}
