import type { Experiment, Framework, Link } from "../framework/index.ts";
import { type Verdict, verdictOf } from "../statistics/index.ts";
import type { ExperimentAnalysis, LinkDecision, MetricOutcome, VerdictReason } from "./experiment-analysis.ts";

type Evidence = Pick<ExperimentAnalysis, "metrics" | "srm" | "running">;
interface Decided {
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
}

/** A verdict for each link that an experiment tests, and for the experiment: that of its first link, else of its first metric. */
export function decide(
  framework: Framework,
  experiment: Experiment,
  evidence: Evidence,
): Pick<ExperimentAnalysis, "verdict" | "reason" | "link"> & { readonly links: readonly LinkDecision[] } {
  const links = experiment.tests.map((id) => {
    const link = framework.links.find((one) => one.id === id);
    const [cause, result] = [metricOf(framework, link?.from), metricOf(framework, link?.to)];
    const measured = evidence.metrics.map(({ metric }) => metric);
    const metric = result !== null && measured.includes(result) ? result : (measured.find((one) => one !== cause) ?? measured[0] ?? null);
    const expected = link === undefined ? betterOf(framework, metric, undefined) : betterWay(framework, link, metric);
    const decided = decideMetric(experiment, evidence, metric, expected);
    const unmoved = decided.verdict === "refuted" && cause !== null && cause !== metric && standsStill(evidence, cause);
    return { id, metric, ...(unmoved ? ({ verdict: "inconclusive", reason: "cause-did-not-move" } as const) : decided) };
  });
  const metric = evidence.metrics[0]?.metric ?? null;
  const { verdict, reason } = links[0] ?? decideMetric(experiment, evidence, metric, betterOf(framework, metric, undefined));
  return { verdict, reason, link: links[0]?.id ?? null, links };
}

function decideMetric(
  { alpha, minimumEffect = 0 }: Experiment,
  { metrics, srm, running }: Evidence,
  metric: string | null,
  expected: "up" | "down",
): Decided {
  if (srm?.mismatch === true) return { verdict: "inconclusive", reason: "sample-ratio" };
  if (running) return { verdict: "inconclusive", reason: "running" };
  const outcomes = metrics.filter((one) => one.metric === metric);
  const verdicts = outcomes.map((one) => verdictOfOutcome(one, expected, minimumEffect, alpha));
  // Several arms are several tries at one claim: one that works is enough, and only if none does it is refuted.
  if (verdicts.includes("supported")) return { verdict: "supported", reason: "clear-effect" };
  if (verdicts.includes(null) || verdicts.length === 0) return { verdict: "inconclusive", reason: "not-computed" };
  if (verdicts.includes("inconclusive")) return { verdict: "inconclusive", reason: "too-little-data" };
  return { verdict: "refuted", reason: "below-minimum" };
}

/** Where the lift is refused, the difference decides, beside the minimum effect of the control's value. Null where there is neither. */
function verdictOfOutcome(
  { relative, absolute, values, adjustedPValue }: MetricOutcome,
  expected: "up" | "down",
  minimumEffect: number,
  alpha: number,
): Verdict | null {
  const significant = (adjustedPValue ?? 1) < alpha;
  if (relative !== null) return verdictOf(relative.interval, expected, minimumEffect, significant);
  if (absolute === null || values === null) return null;
  return verdictOf(absolute.interval, expected, minimumEffect * Math.abs(values.control), significant);
}

/** Whether a metric was measured, and in no arm told from the control. */
function standsStill({ metrics }: Evidence, cause: string): boolean {
  const results = metrics.flatMap(({ metric, absolute, relative }) => (metric === cause ? (relative ?? absolute ?? []) : []));
  return results.length > 0 && results.every(({ interval: [low, high] }) => (low ?? -1) <= 0 && (high ?? 1) >= 0);
}

/** The metric of a KPI or CPI; null where there is none. */
export function metricOf({ kpis, cpis }: Framework, indicator: string | undefined): string | null {
  return [...kpis, ...cpis].find(({ id }) => id === indicator)?.metric ?? null;
}

/** The way in which a link says that the metric of its result moves. */
export function betterWay(framework: Framework, { to, effect }: Link, metric: string | null): "up" | "down" {
  const better = betterOf(framework, metric, to);
  return effect === "helps" ? better : better === "up" ? "down" : "up";
}

/** Which way is better: as the indicator says, else as its metric says, else up. */
export function betterOf({ kpis, cpis, metrics }: Framework, metric: string | null, indicator: string | undefined): "up" | "down" {
  const named = [...kpis, ...cpis].find(({ id }) => id === indicator);
  const gauge = named?.metric === metric ? named : [...kpis, ...cpis].find((one) => one.metric === metric);
  return gauge?.direction ?? metrics.find(({ id }) => id === metric)?.direction ?? "up";
}
