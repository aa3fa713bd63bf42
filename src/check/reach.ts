import type { Framework, Link, Team } from "../framework/index.ts";

/** From a node to the nodes that it moves. */
export type Steps = ReadonlyMap<string, readonly string[]>;

/** Everything that can be got to from `starts`, themselves included. */
export function reach(starts: Iterable<string>, steps: Steps): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const at of seen) for (const next of steps.get(at) ?? []) seen.add(next);
  return seen;
}

/** The links with one of these effects, from indicator to indicator. */
export function linksOut({ links }: Framework, effects: readonly Link["effect"][]): Steps {
  return stepsOf(links.filter(({ effect }) => effects.includes(effect)).map(({ from, to }) => [from, to]));
}

/**
 * What helps what: links, from an indicator to what it gauges, from an interaction through objectives to goals, through enablers from
 * a CPI to an objective, and from a goal, an objective or an interaction to the KPIs that gauge it. Nodes are `<kind> <id>`.
 */
export function contributions(framework: Framework): Steps {
  const { goals, objectives, interactions, kpis, cpis, enablers, links, settings } = framework;
  const kinds = (kind: string, list: readonly { readonly id: string }[]) => list.map(({ id }) => [id, `${kind} ${id}`] as const);
  const indicators = new Map([...kinds("cpi", cpis), ...kinds("kpi", kpis)]);
  const gauged = new Map([...kinds("interaction", interactions), ...kinds("objective", objectives), ...kinds("goal", goals)]);
  const steps: (readonly [string | undefined, string | undefined])[] = [
    ...links.filter(({ effect }) => effect === "helps").map(({ from, to }) => [indicators.get(from), indicators.get(to)] as const),
    ...cpis.map(({ id, interaction }) => [`cpi ${id}`, interaction && `interaction ${interaction}`] as const),
    ...kpis.map(({ id, measures }) => [`kpi ${id}`, measures && gauged.get(measures)] as const),
    // Only the super-KPI stands for what it gauges: that a goal is served does not yet move each KPI on it.
    ...kpis
      .filter(({ id }) => id === settings.superKpi)
      .map(({ id, measures }) => [measures && gauged.get(measures), `kpi ${id}`] as const),
    ...interactions.flatMap(({ id, serves }) =>
      serves.filter(helps).map(({ objective }) => [`interaction ${id}`, `objective ${objective}`] as const),
    ),
    ...objectives.flatMap(({ id, supports, parent }) => [
      ...supports.filter(helps).map(({ goal }) => [`objective ${id}`, `goal ${goal}`] as const),
      [`objective ${id}`, parent && `objective ${parent}`] as const,
    ]),
    ...enablers.flatMap(({ needs, advances }) =>
      needs.flatMap((need) => advances.map((objective) => [`cpi ${need}`, `objective ${objective}`] as const)),
    ),
  ];
  return stepsOf(steps);
}

/** The node of what a line of a scorecard weighs. */
export function indicatorOf({ kpi, cpi }: Team["scorecard"][number]): string {
  return kpi === undefined ? `cpi ${cpi}` : `kpi ${kpi}`;
}

/** The KPIs and CPIs that a team itself moves: that it owns, acts on or has a stake in. */
export function held({ kpis, cpis }: Framework, team: string): readonly string[] {
  return [...kpis, ...cpis]
    .filter(({ owner, stakeholders, actions }) => owner === team || stakeholders?.includes(team) || actions.some(({ who }) => who === team))
    .map(({ id }) => id);
}

function helps({ effect }: { readonly effect: Link["effect"] }): boolean {
  return effect === "helps";
}

function stepsOf(pairs: readonly (readonly [string | undefined, string | undefined])[]): Steps {
  const steps = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    if (!from || !to) continue;
    const known = steps.get(from);
    if (known) known.push(to);
    else steps.set(from, [to]);
  }
  return steps;
}
