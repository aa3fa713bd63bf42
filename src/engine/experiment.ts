import { type Day, type Duration, isDay, shiftDay } from "../calendar/index.ts";
import { type Experiment, type Framework, HelderError, type LinkVerdict } from "../framework/index.ts";
import { type Catalog, type PlannedEffect, type PlannedExperiment, planExperiment } from "../metric/index.ts";
import type { Table } from "../sql/index.ts";
import { bothDifferences, holm, sampleRatio, type SampleRatio, typedResult } from "../statistics/index.ts";
import { type ArmSums, armsOf, sumsOfArm, weightsOf } from "./experiment-arms.ts";
import { type ExperimentAnalysis, type LinkDecision, type MetricOutcome, problemOf } from "./experiment-analysis.ts";
import { betterOf, decide, metricOf } from "./experiment-decision.ts";
import type { Work } from "./work.ts";
import { unknown } from "./unknown.ts";

/** Fixed beforehand, as a sequence of intervals that is always valid asks: it is narrowest near this many customers. */
export const sequentialTuning = 5_000;

/** Throws `unknown-experiment`, with what was probably meant. */
export function experimentNamed({ experiments }: Framework, id: string): Experiment {
  const found = experiments.find((one) => one.id === id);
  if (found) return found;
  throw unknown("unknown-experiment", id, experiments);
}

/** The metric of a guardrail, which may be a KPI's or a CPI's. */
export function guardedMetric({ kpis, cpis, metrics }: Framework, id: string): string {
  return metrics.some((one) => one.id === id) ? id : ([...kpis, ...cpis].find((one) => one.id === id)?.metric ?? id);
}

/** The metrics of an experiment, each once: where it names none, those of the results of the links that it tests. */
export function decidingMetrics(framework: Framework, { metrics, tests }: Experiment): string[] {
  const results = framework.links.filter(({ id }) => tests.includes(id)).flatMap(({ to }) => metricOf(framework, to) ?? []);
  return [...new Set(metrics.length > 0 ? metrics : results)];
}

type Analysed = Omit<ExperimentAnalysis, "data" | "links"> & { readonly links: readonly LinkDecision[] };

/**
 * Analyses one experiment, from the warehouse or from the results that a person typed. A metric that cannot be computed fails alone.
 * Throws `experiment-incomplete`, `experiment-empty`, `bad-input`, and what planning the assignments throws.
 */
export async function analyse(work: Work, catalog: Catalog, experiment: Experiment, asOf: Day): Promise<Analysed> {
  const asked = { ...experiment, metrics: decidingMetrics(work.framework, experiment) };
  const { results = null } = asked;
  return results === null ? measured(work, catalog, asked, asOf) : typed(work.framework, asked, results, asOf);
}

async function measured(work: Work, catalog: Catalog, experiment: Experiment, asOf: Day): Promise<Analysed> {
  const { framework } = work;
  const { id, assigned, variant, control, window = null, from = null, to = null } = experiment;
  const missing = Object.entries({ assigned, variant, control }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (experiment.metrics.length === 0) missing.push("metrics");
  if (missing.length > 0) throw new HelderError("experiment-incomplete", { name: id, missing: missing.join(", ") });
  const guardrails = [...new Set(experiment.guardrails.map((one) => guardedMetric(framework, one)))];
  const planned = planExperiment(framework, catalog, {
    assigned: assigned!,
    variant: variant!,
    from,
    to,
    window,
    metrics: [...experiment.metrics, ...guardrails],
    asOf,
  });
  const [counts, broken] = await tablesOf(work, catalog, planned);
  const arms = armsOf(experiment, counts[0]!);
  const srm = sampleRatio([...arms.customers.values()], weightsOf(experiment, arms) ?? undefined);
  const outcomes = (metrics: readonly string[]): MetricOutcome[] =>
    metrics.flatMap((metric) => {
      const effect = broken.get(metric) ?? planned.metrics.get(metric)!;
      return arms.treatments.map((arm): MetricOutcome => {
        if (effect instanceof HelderError) return { ...nothing(metric, arm), problem: problemOf(effect) };
        const [base, treated] = [arms.control, arm].map((name) => sumsOfArm(counts, effect, name, arms.mature.get(name) ?? 0)) as [
          ArmSums,
          ArmSums,
        ];
        return outcomeOf(metric, arm, effect.kind, base, treated, experiment);
      });
    });
  const customers = [...arms.customers.values()].reduce((sum, count) => sum + count, 0);
  const mature = [...arms.mature.values()].reduce((sum, count) => sum + count, 0);
  const last = to ?? arms.last;
  const ended = last !== null && window !== null ? shiftDay(last, window) : last;
  return finished(framework, experiment, asOf, {
    source: "measured",
    from: from ?? arms.first,
    ended,
    running: experiment.design !== "sequential" && ended !== null && stillComing(ended, to, window) >= asOf,
    control: arms.control,
    arms: Object.fromEntries(arms.customers),
    excluded: arms.excluded,
    immature: customers - mature,
    srm,
    metrics: outcomes(experiment.metrics),
    guardrails: outcomes(guardrails),
  });
}

/**
 * The last day on which a fixed design may still be filled. Without an end, whoever looks each day until the result pleases would stop it there:
 * it is over once nobody comes in any more, which without a window shows a day later at the earliest.
 */
function stillComing(ended: Day, to: Day | null, window: Duration | null): Day {
  return to === null && window === null ? shiftDay(ended, { count: 1, unit: "day" }) : ended;
}

/** All plans at once; where one fails (a number too large), the metrics that need it fail, and the others are asked without it. */
async function tablesOf(
  work: Work,
  catalog: Catalog,
  planned: PlannedExperiment,
): Promise<[readonly Table[], ReadonlyMap<string, HelderError>]> {
  const broken = new Map<string, HelderError>();
  const none: Table = { columns: [], rows: [] };
  try {
    return [await work.tables(planned.plans, catalog), broken];
  } catch (problem) {
    if (!(problem instanceof HelderError)) throw problem;
  }
  const tables: Table[] = [];
  for (const [index, plan] of planned.plans.entries()) {
    try {
      tables.push(...(await work.tables([plan], catalog)));
    } catch (problem) {
      if (!(problem instanceof HelderError) || index === 0) throw problem;
      tables.push(none);
      for (const [metric, effect] of planned.metrics) if (plansOf(effect).includes(index)) broken.set(metric, problem);
    }
  }
  return [tables, broken];
}

function plansOf(effect: PlannedEffect | HelderError): readonly number[] {
  if (effect instanceof HelderError) return [];
  if (effect.kind === "ratio") return [effect.numerator.plan, effect.denominator.plan, effect.cross.plan];
  return effect.kind === "proportion" && effect.among !== null ? [effect.of.plan, effect.among.plan] : [effect.of.plan];
}

function nothing(metric: string, variant: string | null): MetricOutcome {
  return {
    metric,
    variant,
    kind: null,
    values: null,
    absolute: null,
    relative: null,
    adjustedPValue: null,
    harmed: null,
    problem: null,
  };
}

function outcomeOf(
  metric: string,
  variant: string,
  kind: PlannedEffect["kind"],
  control: ArmSums,
  treatment: ArmSums,
  { alpha, design }: Experiment,
): MetricOutcome {
  const { absolute, relative } = bothDifferences({
    kind,
    control,
    treatment,
    // Beyond a half no interval is left to speak of.
    alpha: Math.min(alpha, 0.4999),
    ...(design === "sequential" ? { sequential: { tuning: sequentialTuning } } : {}),
  });
  const refusal = absolute instanceof HelderError ? absolute : relative instanceof HelderError ? relative : null;
  const value = ({ n, sum, denominatorSum }: ArmSums) => sum / (denominatorSum ?? n);
  const values = { control: value(control), treatment: value(treatment) };
  return {
    ...nothing(metric, variant),
    kind,
    values: Number.isFinite(values.control) && Number.isFinite(values.treatment) ? values : null,
    absolute: absolute instanceof HelderError ? null : absolute,
    relative: relative instanceof HelderError ? null : relative,
    problem: refusal && problemOf(refusal),
  };
}

/** Results as a person typed them: for each metric, or for the only one. Throws `bad-input`, `experiment-incomplete`. */
function typed(framework: Framework, experiment: Experiment, results: Readonly<Record<string, unknown>>, asOf: Day): Analysed {
  const { on, excluded, users, metrics, ...rest } = results;
  const one = "control" in rest || "estimate" in rest;
  const named = isRecord(metrics) ? metrics : one ? { [experiment.metrics[0] ?? "result"]: rest } : rest;
  // A note beside the results is no result.
  const entries = Object.fromEntries(Object.entries(named).filter(([, entry]) => isRecord(entry)));
  if (on !== undefined && !(typeof on === "string" && isDay(on))) throw wrongField("on", "2026-01-31");
  if (users !== undefined && !(Array.isArray(users) && users.length > 1 && users.every((count) => Number.isInteger(count) && count >= 0))) {
    throw wrongField("users", "[1000, 1000]");
  }
  const guards = experiment.guardrails.map((id) => guardedMetric(framework, id));
  const outcomes = Object.entries(entries).map(([metric, entry]): MetricOutcome => {
    const { absolute, relative } = typedResult(
      entry,
      Math.min(experiment.alpha, 0.4999),
      experiment.design === "sequential" ? { tuning: sequentialTuning } : undefined,
    );
    const given = isRecord(entry) && "control" in entry;
    const refusal = relative instanceof HelderError ? relative : given && absolute instanceof HelderError ? absolute : null;
    return {
      ...nothing(metric, null),
      absolute: absolute instanceof HelderError ? null : absolute,
      relative: relative instanceof HelderError ? null : relative,
      problem: refusal && problemOf(refusal),
    };
  });
  const first = Object.values(entries)[0];
  const counts = Array.isArray(users) ? users.map(Number) : isRecord(first) ? countsOf(first) : null;
  const ended = typeof on === "string" ? on : (experiment.to ?? null);
  return finished(framework, experiment, asOf, {
    source: "typed",
    from: experiment.from ?? null,
    ended,
    running: false,
    control: experiment.control ?? null,
    arms: {},
    excluded: typeof excluded === "number" ? excluded : 0,
    immature: 0,
    srm: counts && typedRatio(counts, experiment),
    metrics: outcomes.filter(({ metric }) => !guards.includes(metric)),
    guardrails: outcomes.filter(({ metric }) => guards.includes(metric)),
  });
}

function wrongField(field: string, example: string): HelderError {
  return new HelderError("bad-input", {
    reason: `results.${field} is written as ${example}`,
    "reason-nl": `results.${field} schrijf je als ${example}`,
  });
}

function typedRatio(counts: readonly number[], { weights, control }: Experiment): SampleRatio | null {
  const planned = weights === undefined || Array.isArray(weights) ? weights : orderedFrom(weights, control);
  return planned === undefined || planned.length === counts.length ? sampleRatio(counts, planned) : null;
}

function orderedFrom(weights: Readonly<Record<string, number>>, control: string | undefined): readonly number[] {
  const arms = Object.keys(weights).sort();
  return [...arms.filter((arm) => arm === control), ...arms.filter((arm) => arm !== control)].map((arm) => weights[arm]!);
}

function countsOf(entry: Readonly<Record<string, unknown>>): readonly number[] | null {
  const counts = [entry["control"], entry["treatment"]].map((arm) => (isRecord(arm) ? Number(arm["n"]) : NaN));
  return counts.every((count) => Number.isFinite(count)) ? counts : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Found = Omit<Analysed, "id" | "name" | "asOf" | "design" | "alpha" | "minimumEffect" | "verdict" | "reason" | "link" | "links">;

/** Corrects for the number of metrics and arms, tells harm, and decides. */
function finished(framework: Framework, experiment: Experiment, asOf: Day, found: Found): Analysed {
  const { id, name = id, alpha, design = "fixed", minimumEffect = null } = experiment;
  const pValue = ({ absolute, relative }: MetricOutcome) => (relative ?? absolute)?.pValue ?? null;
  const known = found.metrics.flatMap((outcome) => pValue(outcome) ?? []);
  const adjusted = holm(known);
  let at = 0;
  const corrected = {
    ...found,
    metrics: found.metrics.map((outcome) => (pValue(outcome) === null ? outcome : { ...outcome, adjustedPValue: adjusted[at++]! })),
    guardrails: found.guardrails.map((outcome) => ({ ...outcome, harmed: harmedBy(framework, outcome) })),
  };
  return { id, name, asOf, design, alpha, minimumEffect, ...corrected, ...decide(framework, experiment, corrected) };
}

function harmedBy(framework: Framework, { metric, absolute, relative }: MetricOutcome): boolean | null {
  const interval = (relative ?? absolute)?.interval;
  if (interval === undefined) return null;
  const [low, high] = interval;
  return betterOf(framework, metric, undefined) === "down" ? low !== null && low > 0 : high !== null && high < 0;
}

/** What the experiments that are over say of the links that they test. */
export function verdictsOf(analyses: readonly ExperimentAnalysis[]): LinkVerdict[] {
  return analyses
    .filter(({ running }) => !running)
    .flatMap(({ id, links, ended }) =>
      links.map(({ id: link, verdict, redefined }) => ({ experiment: id, link, verdict, on: ended, redefined })),
    );
}
