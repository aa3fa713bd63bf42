import { addDays, type Day, daysBetween, type Duration, formatDuration, shiftDay } from "../calendar/index.ts";
import { isPartOfWhole } from "../check/index.ts";
import { type Experiment, type Framework, HelderError, type Link } from "../framework/index.ts";
import { armColumns, measuredDatasets, planExperiment } from "../metric/index.ts";
import { ask, momentsOf, sampleSize } from "../statistics/index.ts";
import type { LoadResult } from "./engine.ts";
import type { ExperimentPlan, ExperimentPlanRequest, PlannedSize } from "./experiment-analysis.ts";
import { sumsOfArm } from "./experiment-arms.ts";
import { betterWay, metricOf } from "./experiment-decision.ts";
import { sequentialTuning } from "./experiment.ts";
import { catalogOf } from "./load/index.ts";
import type { Work } from "./work.ts";
import { unknown } from "./unknown.ts";

/** So far back customers are counted. */
const historyDays = 182;
const usualWindow: Duration = { count: 30, unit: "day" };

/**
 * Sample size and duration of a test of a link. Throws `unknown-link`, `indicator-without-metric`, `experiment-metric`, `experiment-empty`
 * where there is no history, `bad-input`, and what planning the metric throws.
 */
export async function planForLink(
  work: Work,
  load: (datasets: readonly string[]) => Promise<LoadResult>,
  request: ExperimentPlanRequest,
  asOf: Day,
): Promise<ExperimentPlan> {
  const { framework } = work;
  const link = linkNamed(framework, request.link);
  const experiment = framework.experiments.find(({ tests }) => tests.includes(link.id)) ?? null;
  const metric = metricOf(framework, link.to);
  if (metric === null) throw new HelderError("indicator-without-metric", { name: link.to });
  const measured = measuredDatasets(framework, metric);
  const { failures } = await load(measured);
  if (failures[0]) throw failures[0].error;
  const dataset = datasetOfCustomers(framework, metric, measured);
  const catalog = await catalogOf(work.warehouse, framework, asOf);
  const { first = null, last = null } = catalog.datasets.get(dataset) ?? {};
  const empty = () =>
    new HelderError("experiment-empty", {
      name: link.id,
      missing: `the history of ${metric}`,
      "missing-nl": `de geschiedenis van ${metric}`,
    });
  if (first === null || last === null) throw empty();

  const window = experiment?.window ?? usualWindow;
  const end = addDays(last < asOf ? last : asOf, 1);
  const to = addDays(shiftDay(end, window, -1), -1);
  const back = addDays(to, 1 - historyDays);
  const from = first > back ? first : back;
  if (from > to) throw empty();
  const planned = planExperiment(framework, catalog, { assigned: dataset, variant: null, from, to, window, metrics: [metric], asOf: end });
  const effect = planned.metrics.get(metric)!;
  if (effect instanceof HelderError) throw effect;
  const tables = await work.tables(planned.plans, catalog);
  const [row] = tables[0]!.rows;
  const customers = Number(row?.[tables[0]!.columns.indexOf(armColumns.mature)] ?? 0);
  const sums = sumsOfArm(tables, effect, "all", customers);
  if (sums.n < 2) throw empty();

  const { mean, variance } = momentsOf(effect.kind, sums, "control");
  const most = isPartOfWhole(framework.metrics.find(({ id }) => id === metric)!) ? 1 : Infinity;
  const perWeek = (sums.n / (daysBetween(from, to) + 1)) * 7;
  const minimumEffect = request.minimumEffect ?? experiment?.minimumEffect ?? 0.05;
  const up = betterWay(framework, link, metric) === "up";
  if (up && mean * (1 + minimumEffect) > most) {
    throw new HelderError("bad-input", {
      reason: `${metric} is ${mean.toFixed(2)}, and a share cannot rise above 1`,
      "reason-nl": `${metric} is ${mean.toFixed(2)}, en een aandeel kan niet boven 1 komen`,
    });
  }
  const alpha = request.alpha ?? experiment?.alpha ?? 0.05;
  const power = request.power ?? experiment?.power ?? 0.8;
  const later = mean * (1 + minimumEffect);
  // Who brings so much more differs as much more; a share differs most at a half.
  const spread = !up ? 1 : most === 1 ? Math.max(0.1, (later * (1 - later)) / (mean * (1 - mean))) : (1 + minimumEffect) ** 2;
  const size = (sequential: boolean): PlannedSize => {
    const { days = null, ...found } = ask(sampleSize, {
      baseline: mean,
      ...(effect.kind === "proportion" ? {} : { variance, treatmentVariance: variance * spread }),
      effect: up ? minimumEffect : -minimumEffect,
      alpha,
      power,
      treatmentShare: treatmentShare(experiment),
      perDay: perWeek / 7,
      ...(sequential ? { sequential: { tuning: sequentialTuning } } : {}),
    });
    return { ...found, assignDays: days, totalDays: days === null ? null : days + daysBetween(from, shiftDay(from, window)) };
  };
  return {
    link: link.id,
    experiment: experiment?.id ?? null,
    metric,
    kind: effect.kind,
    baseline: mean,
    variance,
    customersPerWeek: perWeek,
    history: { from, to, customers: sums.n },
    window: formatDuration(window),
    minimumEffect,
    alpha,
    power,
    design: experiment?.design ?? "fixed",
    fixed: size(false),
    sequential: size(true),
  };
}

function linkNamed({ links }: Framework, id: string): Link {
  const found = links.find((one) => one.id === id);
  if (found) return found;
  throw unknown("unknown-link", id, links);
}

/** Where customers come in: what a ratio is divided by, else the first of its datasets that knows customers and time. Throws `no-customer`. */
function datasetOfCustomers(framework: Framework, metric: string, measured: readonly string[]): string {
  const declared = framework.metrics.find(({ id }) => id === metric);
  const below = declared && "denominator" in declared ? measuredDatasets(framework, String(declared.denominator)) : [];
  const known = new Map(framework.datasets.map((dataset) => [dataset.id, dataset]));
  const found = [...below, ...measured].find((id) => known.get(id)?.customer !== undefined && known.get(id)?.time !== undefined);
  if (found === undefined) throw new HelderError("no-customer", { dataset: measured[0] ?? metric });
  return found;
}

/** Of two arms with planned parts, that of the treatment. */
function treatmentShare(experiment: Experiment | null): number {
  const { weights, control } = experiment ?? {};
  if (weights === undefined) return 0.5;
  const [all, own] = Array.isArray(weights)
    ? [weights, weights[0] ?? 0]
    : [Object.values(weights), control === undefined ? 0 : (weights[control] ?? 0)];
  const share = all.length === 2 ? 1 - own / all.reduce((sum, one) => sum + one, 0) : 0.5;
  return share > 0.001 && share < 0.999 ? share : 0.5;
}
