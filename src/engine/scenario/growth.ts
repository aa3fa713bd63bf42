import type { Day } from "../../calendar/index.ts";
import { HelderError, type Scenario } from "../../framework/index.ts";
import { crowdingOf, type Points, rateHistory, rates } from "../../judge/index.ts";
import type { GrowthMeasured } from "../../report/index.ts";
import type { Engine } from "../engine.ts";

type Growth = Extract<Scenario, { kind: "growth" }>;

/** Weeks that are looked back on. */
const most = 104;

/** What the workspace measured of a growth scenario's rates, and of what crowding does; a metric that cannot be computed says nothing. */
export async function measuredOf(
  engine: Pick<Engine, "query">,
  { measured = {}, capacity }: Growth,
  asOf: Day | null,
): Promise<GrowthMeasured> {
  const crowd = capacity?.measured;
  const asked = [...Object.values(measured), ...Object.values(crowd ?? {})].filter((metric) => metric !== undefined);
  const weekly = new Map<string, ReadonlyMap<string, number>>();
  for (const metric of new Set(asked)) weekly.set(metric, await weeksOf(engine, metric, asOf));
  const history = rates.flatMap((rate) => {
    const metric = measured[rate];
    const known = metric === undefined ? null : rateHistory([...weekly.get(metric)!.values()]);
    return known === null ? [] : [[rate, known] as const];
  });
  const beside = (metric: string | undefined): Points =>
    metric === undefined || crowd === undefined
      ? []
      : [...weekly.get(crowd.guests)!].flatMap(([week, guests]) => {
          const value = weekly.get(metric)!.get(week);
          return value === undefined ? [] : [[guests, value] as const];
        });
  const seen = crowd === undefined ? [] : [...weekly.get(crowd.guests)!.values()];
  return {
    rates: Object.fromEntries(history),
    nps: crowdingOf(beside(crowd?.nps), "down"),
    churn: crowdingOf(beside(crowd?.churn), "up"),
    seen: seen.length === 0 ? null : Math.max(...seen),
    looked: {
      nps: crowd?.nps === undefined ? null : beside(crowd.nps).length,
      churn: crowd?.churn === undefined ? null : beside(crowd.churn).length,
    },
  };
}

/** Values of the newest complete weeks, by label. */
async function weeksOf(engine: Pick<Engine, "query">, metric: string, asOf: Day | null): Promise<ReadonlyMap<string, number>> {
  try {
    const { series } = await engine.query({
      metrics: [metric],
      grain: "week",
      by: [],
      where: null,
      from: null,
      to: null,
      asOf,
      compare: null,
    });
    const complete = (series[0]?.points ?? []).filter((point) => point.complete && point.value !== null);
    return new Map(complete.slice(-most).map(({ period, value }) => [period, value!]));
  } catch (problem) {
    if (problem instanceof HelderError) return new Map();
    throw problem;
  }
}
