import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError, type LinkState, untilOf } from "../framework/index.ts";
import type { Report } from "../report/index.ts";
import { association, type Association, pooledEffect, type PooledEffect, type Verdict, verdictOf } from "../statistics/index.ts";
import { betterWay } from "./experiment-decision.ts";
import type { ExperimentAnalysis, ExperimentsResult, MetricOutcome, VerdictReason } from "./experiment-analysis.ts";
import { unknown } from "./unknown.ts";

/** One experiment on one link, with all that is needed to compute its verdict again. */
export interface LinkExperiment {
  readonly id: string;
  readonly name: string;
  readonly source: ExperimentAnalysis["source"];
  readonly from: Day | null;
  readonly ended: Day | null;
  /** the last day on which its verdict counts; null where it never ends or was never reached */
  readonly until: Day | null;
  /** the first day after it on which the cause was measured otherwise than then: the verdict is about something else; null: it still is */
  readonly redefined: Day | null;
  readonly design: ExperimentAnalysis["design"];
  readonly alpha: number;
  readonly minimumEffect: number | null;
  readonly arms: ExperimentAnalysis["arms"];
  readonly excluded: number;
  readonly srm: ExperimentAnalysis["srm"];
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  /** whether its verdict is one of those that make the link's status */
  readonly counts: boolean;
  /** the metric of the link's result in each arm; `relative` is the lift */
  readonly outcomes: readonly Pick<MetricOutcome, "metric" | "variant" | "kind" | "values" | "absolute" | "relative" | "adjustedPValue">[];
  /** of the files that the rows came from, as they were read; null for results typed by hand */
  readonly data: string | null;
}

/** What is known of a link, and from what. */
export interface LinkEvidence extends LinkState {
  readonly because: string | null;
  /** the way in which the result moves where the link is true */
  readonly expected: "up" | "down";
  /** lifts of all experiments that are over and not void, put together; null without any */
  readonly pooled: (PooledEffect & { readonly experiments: readonly string[]; readonly verdict: Verdict }) | null;
  /** experiments whose verdicts still hold, and contradict each other: neither is left out */
  readonly contradicted: boolean;
  readonly ledger: readonly LinkExperiment[];
  /** how the two series go together in time, which proves nothing and changes no status; null where the series are too short for it */
  readonly association: Association | null;
}

/** The values of an indicator per period of its cadence, the oldest first. */
type Gauge = Pick<Report["kpis"][number], "id" | "cadence" | "series">;

const level = 0.05;

/** The evidence under every link, or under one. Throws HelderError `unknown-link`. */
export function evidenceOf(
  framework: Framework,
  { experiments, links }: Pick<ExperimentsResult, "experiments" | "links">,
  { kpis, cpis }: { readonly kpis: readonly Gauge[]; readonly cpis: readonly Gauge[] },
  id: string | null,
): readonly LinkEvidence[] {
  const asked = id === null ? links : links.filter((link) => link.id === id);
  if (id !== null && asked.length === 0) throw unknown("unknown-link", id, links);
  return asked.map((link) => linkEvidence(framework, experiments, [...kpis, ...cpis], link));
}

function linkEvidence(
  framework: Framework,
  experiments: readonly ExperimentAnalysis[],
  gauges: readonly Gauge[],
  state: LinkState,
): LinkEvidence {
  const link = framework.links.find(({ id }) => id === state.id)!;
  const tested = experiments
    .filter(({ links }) => links.some(({ id }) => id === link.id))
    .toSorted((a, b) => (a.ended ?? "9999").localeCompare(b.ended ?? "9999"));
  const ledger = tested.map((one) => entryOf(one, state));
  const metric = tested.flatMap(({ links }) => links.find(({ id }) => id === link.id)?.metric ?? []).at(0) ?? null;
  const expected = betterWay(framework, link, metric);
  const decided = new Set(
    ledger.filter(({ until }) => until !== null && until >= (tested[0]?.asOf ?? until)).map(({ verdict }) => verdict),
  );
  return {
    ...state,
    because: link.because ?? null,
    expected,
    pooled: pooledOf(ledger, expected),
    contradicted: decided.has("supported") && decided.has("refuted"),
    ledger,
    association: associated(
      gauges.find((one) => one.id === link.from),
      gauges.find((one) => one.id === link.to),
    ),
  };
}

function associated(from: Gauge | undefined, to: Gauge | undefined): Association | null {
  if (!from || !to || from.cadence !== to.cadence) return null;
  const known = new Map(to.series.flatMap(({ period, value, complete }) => (complete && value !== null ? [[period, value] as const] : [])));
  const both = from.series.flatMap(({ period, value, complete }) => {
    const other = known.get(period);
    return complete && value !== null && other !== undefined ? [[value, other] as const] : [];
  });
  try {
    return association.compute({ x: both.map(([x]) => x), y: both.map(([, y]) => y), lags: 4, season: null, alpha: level });
  } catch (error) {
    if (error instanceof HelderError) return null;
    throw error;
  }
}

function entryOf(one: ExperimentAnalysis, state: LinkState): LinkExperiment {
  const { id, name, source, from, ended, design, alpha, minimumEffect, arms, excluded, srm, metrics, data } = one;
  const { verdict, reason, metric, redefined } = one.links.find((link) => link.id === state.id)!;
  return {
    id,
    name,
    source,
    from,
    ended,
    until: one.running ? null : untilOf({ on: ended, redefined }),
    redefined,
    design,
    alpha,
    minimumEffect,
    arms,
    excluded,
    srm,
    verdict,
    reason,
    counts: state.experiments.includes(id),
    outcomes: metrics
      .filter((outcome) => outcome.metric === metric)
      .map(({ metric: of, variant, kind, values, absolute, relative, adjustedPValue }) => ({
        metric: of,
        variant,
        kind,
        values,
        absolute,
        relative,
        adjustedPValue,
      })),
    data: source === "typed" ? null : data,
  };
}

/** Of an experiment with several arms the one that did most counts, as it does in its verdict; one whose split went wrong does not. */
function pooledOf(ledger: readonly LinkExperiment[], expected: "up" | "down"): LinkEvidence["pooled"] {
  const sign = expected === "up" ? 1 : -1;
  const effects = ledger.flatMap(({ id, outcomes, srm, reason, minimumEffect }) => {
    const lifts = outcomes.flatMap(({ relative }) => (relative !== null && relative.standardError > 0 ? [relative] : []));
    const best = lifts.toSorted((a, b) => sign * (b.estimate - a.estimate))[0];
    return best === undefined || srm?.mismatch === true || reason === "running" ? [] : [{ id, minimum: minimumEffect ?? 0, ...best }];
  });
  if (effects.length === 0) return null;
  const pooled = pooledEffect(effects, level);
  const [low, high] = pooled.interval;
  const minimum = Math.max(...effects.map((one) => one.minimum));
  return {
    ...pooled,
    experiments: effects.map(({ id }) => id),
    verdict: verdictOf(pooled.interval, expected, minimum, low > 0 || high < 0),
  };
}
