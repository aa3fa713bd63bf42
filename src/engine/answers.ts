import type { Day, Grain } from "../calendar/index.ts";
import { type Framework, HelderError, type Observation } from "../framework/index.ts";
import { type Catalog, type MetricQuery, type PlannedQuery, planQuery, type QueryResult, type Series } from "../metric/index.ts";

/** One metric's values over days at a grain; null ends: as far as there are rows. */
export interface Question {
  readonly metric: string;
  readonly grain: Grain;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A question's answer, or why there is none. */
export type Answer = Series | HelderError;

/** What answering takes. */
export interface Answering {
  readonly framework: Framework;
  readonly catalog: Catalog;
  readonly observations: ReadonlyMap<string, readonly Observation[]>;
  readonly asOf: Day;
  answer(planned: PlannedQuery, catalog: Catalog): Promise<QueryResult>;
}

/**
 * Answers many questions with few statements: those about the same days at the same grain go to the planner together, which scans
 * each dataset once. A metric that cannot be computed fails alone.
 */
export async function answerAll(work: Answering, questions: readonly Question[]): Promise<(question: Question) => Answer> {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const range = `${question.grain} ${question.from} ${question.to}`;
    groups.set(range, [...(groups.get(range) ?? []), question]);
  }
  const answers = new Map<string, Answer>();
  for (const group of groups.values()) {
    const { grain, from, to } = group[0]!;
    const ask = (metrics: readonly string[]): MetricQuery => ({
      metrics,
      grain,
      from,
      to,
      by: [],
      where: null,
      asOf: work.asOf,
      compare: null,
    });
    const metrics = [...new Set(group.map((question) => question.metric))];
    for (const [metric, answer] of await together(work, ask, metrics)) answers.set(keyOf({ metric, grain, from, to }), answer);
  }
  return (question) => answers.get(keyOf(question))!;
}

/** One statement a dataset; where that fails (a number too large in one of the metrics), each metric for itself. */
async function together(
  work: Answering,
  ask: (metrics: readonly string[]) => MetricQuery,
  metrics: readonly string[],
): Promise<readonly (readonly [string, Answer])[]> {
  if (metrics.length === 0) return [];
  try {
    const { series } = await work.answer(planQuery(work.framework, work.catalog, ask(metrics), work.observations), work.catalog);
    return metrics.map((metric) => [metric, series.find((one) => one.metric === metric)!] as const);
  } catch (problem) {
    if (metrics.length === 1) return [[metrics[0]!, failure(problem)]];
    // Those that cannot even be planned must not make the others be asked one by one.
    const broken = metrics.flatMap((metric) => {
      const reason = unplannable(work, ask([metric]));
      return reason === null ? [] : [[metric, reason] as const];
    });
    const whole = metrics.filter((metric) => !broken.some(([id]) => id === metric));
    if (broken.length > 0) return [...broken, ...(await together(work, ask, whole))];
    const alone = [];
    for (const metric of metrics) alone.push(...(await together(work, ask, [metric])));
    return alone;
  }
}

/** Why a query cannot be planned; null where it can. */
function unplannable({ framework, catalog, observations }: Answering, query: MetricQuery): HelderError | null {
  try {
    planQuery(framework, catalog, query, observations);
    return null;
  } catch (problem) {
    return failure(problem);
  }
}

function failure(problem: unknown): HelderError {
  if (problem instanceof HelderError) return problem;
  throw problem;
}

function keyOf({ metric, grain, from, to }: Question): string {
  return `${metric} ${grain} ${from} ${to}`;
}
