import type { Day, Period } from "../calendar/index.ts";
import { type Framework, HelderError, type Observation } from "../framework/index.ts";
import { comparedPeriods, earliestDay, latestDay, periodsOf } from "./periods.ts";
import type { Catalog, MetricQuery, PlannedMetric, PlannedQuery } from "./plan.ts";
import { gatheringOf } from "./planner.ts";
import { metricNamed, unitOf } from "./reference.ts";
import { kindOf } from "./types/index.ts";
import type { Source } from "./types/kind.ts";

/**
 * What must be computed to answer a query: few plans (`Gathering.plans`), and how each metric follows from it. `observations` are what people noted
 * by hand, by metric id, beside the series in the framework.
 *
 * Throws HelderError `unknown-metric`, `unknown-dataset`, `dataset-broken` (not in the catalog), `unknown-column`, `broken-expression`,
 * `not-a-number`, `not-a-moment`, `no-customer`, `metric-cycle`, `broken-metric`, `no-time`, `from-after-to`, `observed-undivided`, `observed-without-of`.
 */
export function planQuery(
  framework: Framework,
  catalog: Catalog,
  query: MetricQuery,
  observations: ReadonlyMap<string, readonly Observation[]> = new Map(),
): PlannedQuery {
  const { from, to, asOf, compare } = query;
  const { fiscalStart } = catalog;
  if (from !== null && to !== null && from > to) throw new HelderError("from-after-to", { from, to });
  const gathering = gatheringOf(framework, catalog, query, observations);

  // Metrics made of the same rows share their periods: making them anew for hundreds would cost more than all else.
  const timelines = new Map<string, Pick<PlannedMetric, "periods" | "compared">>();
  function timelineOf(sources: readonly Source[]): Pick<PlannedMetric, "periods" | "compared"> {
    const key = JSON.stringify(sources);
    let timeline = timelines.get(key);
    if (!timeline) {
      const periods = periodsOf(sources, query, fiscalStart);
      timeline = { periods, compared: compare === null ? null : comparedPeriods(periods, sources, compare, fiscalStart) };
      timelines.set(key, timeline);
    }
    return timeline;
  }

  const metrics = query.metrics.map((id): PlannedMetric => {
    const part = gathering.planner.metric(id);
    const { empty } = kindOf(metricNamed(framework, id));
    return { metric: id, unit: unitOf(framework, id), value: part.shown!(), n: part.n, empty, ...timelineOf(part.sources) };
  });

  const shown = eachOnce([...timelines.values()].flatMap(({ periods }) => periods));
  const earlier = eachOnce([...timelines.values()].flatMap(({ compared }) => compared ?? []).filter((period) => period !== null));
  // Without a range the plans hold all periods that there are; within one, earlier periods may lie outside it or be clipped.
  const apart = earlier.length > 0 && (from !== null || to !== null);
  const plans = gathering.plans({ days: { from, to: cut(to, asOf) }, periods: apart ? shown : eachOnce([...shown, ...earlier]) });
  const comparedDays = {
    from: earliestDay(earlier.map((period) => period.from)),
    to: cut(latestDay(earlier.map((period) => period.to)), asOf),
  };
  return {
    query,
    by: gathering.by(),
    plans: apart ? [...plans, ...gathering.plans({ days: comparedDays, periods: earlier })] : plans,
    comparedPlans: compare === null ? null : plans.map((_, index) => (apart ? plans.length + index : index)),
    metrics,
    parts: gathering.parts,
  };
}

/** The periods of several metrics, by label. */
function eachOnce(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [period.label, period])).values()];
}

/** Rows after as-of do not exist. */
function cut(day: Day | null, asOf: Day): Day {
  return day !== null && day < asOf ? day : asOf;
}
