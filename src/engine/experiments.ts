import { createHash } from "node:crypto";
import type { Day } from "../calendar/index.ts";
import { type Experiment, type Framework, HelderError, linkStates, withVerdicts } from "../framework/index.ts";
import { type Catalog, measuredDatasets } from "../metric/index.ts";
import { sumOfEffects } from "../statistics/index.ts";
import { type Definitions, redefinedAfter } from "./definitions.ts";
import type { LoadResult } from "./engine.ts";
import { analyse, decidingMetrics, experimentNamed, guardedMetric, verdictsOf } from "./experiment.ts";
import { type ExperimentAnalysis, type ExperimentsResult, type ObjectiveEffect, type Problem, problemOf } from "./experiment-analysis.ts";
import { catalogOf } from "./load/index.ts";
import type { Work } from "./work.ts";

type Load = (datasets: readonly string[]) => Promise<LoadResult>;

/** Loads what is needed and analyses one experiment (which may throw) or all (where each fails alone). Throws as `analyse`, `unknown-experiment`. */
export async function analyseExperiments(work: Work, load: Load, id: string | null, asOf: Day): Promise<ExperimentsResult> {
  const { framework } = work;
  const asked = id === null ? framework.experiments : [experimentNamed(framework, id)];
  const datasets = [...new Set(asked.flatMap((one) => datasetsOf(framework, one)))];
  const { failures } = datasets.length > 0 ? await load(datasets) : { failures: [] };
  const assigned = id === null ? undefined : failures.find((failure) => failure.id === asked[0]!.assigned);
  if (assigned) throw assigned.error;
  const catalog = await catalogOf(work.warehouse, framework, asOf);
  if (id === null) return analyseAll(work, catalog, asOf);
  return summary(framework, [await analysed(work, catalog, asked[0]!, work.definitions(), asOf)], [], asOf);
}

/** Every experiment over what is loaded; each fails alone. */
export async function analyseAll(work: Work, catalog: Catalog, asOf: Day): Promise<ExperimentsResult> {
  const analyses: ExperimentAnalysis[] = [];
  const failures: { id: string; problem: Problem }[] = [];
  const definitions = work.definitions();
  for (const experiment of work.framework.experiments) {
    try {
      analyses.push(await analysed(work, catalog, experiment, definitions, asOf));
    } catch (problem) {
      if (!(problem instanceof HelderError)) throw problem;
      failures.push({ id: experiment.id, problem: problemOf(problem) });
    }
  }
  return summary(work.framework, analyses, failures, asOf);
}

async function analysed(
  work: Work,
  catalog: Catalog,
  experiment: Experiment,
  definitions: Definitions,
  asOf: Day,
): Promise<ExperimentAnalysis> {
  const builds = datasetsOf(work.framework, experiment).map((id) => [id, catalog.datasets.get(id)?.build ?? null]);
  const data = createHash("sha256").update(JSON.stringify(builds)).digest("base64url");
  const found = await analyse(work, catalog, experiment, asOf);
  const links = found.links.map((link) => {
    const cause = work.framework.links.find(({ id }) => id === link.id)?.from;
    return { ...link, redefined: cause === undefined ? null : redefinedAfter(definitions, cause, found.ended, asOf) };
  });
  return { ...found, links, data };
}

function summary(
  framework: Framework,
  experiments: readonly ExperimentAnalysis[],
  failures: ExperimentsResult["failures"],
  asOf: Day,
): ExperimentsResult {
  const links = linkStates(withVerdicts(framework, verdictsOf(experiments), asOf));
  return { experiments, failures, links, objectives: objectiveEffects(framework, experiments) };
}

function datasetsOf(framework: Framework, experiment: Experiment): readonly string[] {
  const { assigned, guardrails } = experiment;
  const metrics = decidingMetrics(framework, experiment);
  const measured = [...metrics, ...guardrails.map((one) => guardedMetric(framework, one))].flatMap((metric) => {
    try {
      return measuredDatasets(framework, metric);
    } catch (problem) {
      // A metric that is broken is told where it is planned.
      if (problem instanceof HelderError) return [];
      throw problem;
    }
  });
  const declared = new Set(framework.datasets.map(({ id }) => id));
  return [...(assigned === undefined ? [] : [assigned]), ...measured].filter((id) => declared.has(id));
}

function objectiveEffects(framework: Framework, experiments: readonly ExperimentAnalysis[]): ObjectiveEffect[] {
  const groups = new Map<string, { objective: string; metric: string; effects: ObjectiveEffect["effects"][number][] }>();
  for (const { id, links, metrics } of experiments) {
    const seen = new Set<string>();
    for (const { id: link, metric, verdict } of links) {
      if (verdict !== "supported" || metric === null) continue;
      const result = framework.links.find((one) => one.id === link)?.to;
      // The arms are alternatives: the one that did most is what the objective can have.
      const best = metrics
        .flatMap((one) => (one.metric === metric && one.relative !== null ? [{ variant: one.variant, ...one.relative }] : []))
        .toSorted((a, b) => a.pValue - b.pValue)[0];
      if (best === undefined) continue;
      for (const objective of objectivesOf(framework, result)) {
        const key = JSON.stringify([objective, metric]);
        if (seen.has(key)) continue;
        seen.add(key);
        const group = groups.get(key) ?? { objective, metric, effects: [] };
        group.effects.push({ experiment: id, variant: best.variant, estimate: best.estimate, standardError: best.standardError });
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()].map(({ objective, metric, effects }) => ({
    objective,
    metric,
    effects,
    ...sumOfEffects(effects),
    overlapping: overlapping(experiments.filter(({ id }) => effects.some(({ experiment }) => experiment === id))),
  }));
}

/** The objectives that an indicator gauges, by itself or by its interaction. */
function objectivesOf({ kpis, cpis, objectives, interactions }: Framework, indicator: string | undefined): readonly string[] {
  const kpi = kpis.find(({ id }) => id === indicator);
  const gauged = kpi ? kpi.measures : cpis.find(({ id }) => id === indicator)?.interaction;
  if (kpi && objectives.some(({ id }) => id === gauged)) return [gauged!];
  return interactions.find(({ id }) => id === gauged)?.serves.map(({ objective }) => objective) ?? [];
}

/** An experiment without an end, or without a beginning, may have run at any time. */
function overlapping(experiments: readonly ExperimentAnalysis[]): [string, string][] {
  const apart = (a: ExperimentAnalysis, b: ExperimentAnalysis) => a.ended !== null && b.from !== null && a.ended < b.from;
  return experiments.flatMap((a, index) =>
    experiments
      .slice(index + 1)
      .filter((b) => !apart(a, b) && !apart(b, a))
      .map((b): [string, string] => [a.id, b.id]),
  );
}
