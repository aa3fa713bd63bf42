import type { Framework } from "./framework.ts";
import { graphOf, nodeId } from "./graph.ts";
import type { Cpi, Kpi } from "./kpi.ts";
import { audiencesOf } from "./audience.ts";

/** How somebody holds a KPI or CPI, the strongest first. */
export const holds = ["owns", "acts", "stake"] as const;
export type Hold = (typeof holds)[number];

/** The nodes of the KPIs and CPIs that a team itself moves: that it owns, acts on or has a stake in. */
export function heldBy(framework: Framework, team: string): ReadonlyMap<string, Hold> {
  const held = new Map<string, Hold>();
  for (const [node, indicator] of indicators(framework)) {
    const hold = holdOf(indicator, team);
    if (hold !== null && !held.has(node)) held.set(node, hold);
  }
  return held;
}

function holdOf({ owner, actions, stakeholders }: Kpi | Cpi, team: string): Hold | null {
  if (owner === team) return "owns";
  if (actions.some(({ who }) => who === team)) return "acts";
  return stakeholders?.includes(team) ? "stake" : null;
}

/**
 * The nodes that are somebody's. Of a team or stakeholder: the goals, objectives and interactions that it has a stake in, and the KPIs
 * and CPIs that it holds or agreed to. Of a segment: what is for it by name, or stands below that, and what gauges it.
 */
export function nodesFor(framework: Framework, id: string): ReadonlySet<string> {
  const { goals, objectives, interactions } = framework;
  const layers = { goal: goals, objective: objectives, interaction: interactions } as const;
  const nodes = new Set<string>(heldBy(framework, id).keys());
  for (const layer of ["goal", "objective", "interaction"] as const) {
    for (const entity of layers[layer]) if (entity.stakeholders.includes(id)) nodes.add(nodeId(layer, entity.id));
  }
  for (const [node, { agreedBy }] of indicators(framework)) if (agreedBy?.includes(id)) nodes.add(node);
  const graph = graphOf(framework);
  for (const node of graph.nodes) {
    const gauged = graph.next(node, "up").find(({ kind }) => kind === "measures")?.to;
    if (audiencesOf(framework, gauged ?? node)?.has(id)) nodes.add(node);
  }
  return nodes;
}

/** Every id that `nodesFor` knows: teams, stakeholders and segments, and those that are only named. */
export function peopleOf(framework: Framework): ReadonlySet<string> {
  const { teams, stakeholders, segments, goals, objectives, interactions } = framework;
  const entities = [...goals, ...objectives, ...interactions];
  return new Set([
    ...[...teams, ...stakeholders, ...segments].map(({ id }) => id),
    ...entities.flatMap((entity) => [...entity.stakeholders, ...entity.for]),
    ...indicators(framework).flatMap(([, { owner, actions, agreedBy = [], stakeholders: stakes = [] }]) => [
      ...[owner, ...actions.map(({ who }) => who)].filter((name) => name !== undefined),
      ...agreedBy,
      ...stakes,
    ]),
  ]);
}

function indicators({ kpis, cpis }: Framework): (readonly [node: string, indicator: Kpi | Cpi])[] {
  return [...kpis.map((kpi) => [nodeId("kpi", kpi.id), kpi] as const), ...cpis.map((cpi) => [nodeId("cpi", cpi.id), cpi] as const)];
}
