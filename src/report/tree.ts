import {
  type Framework,
  graphOf,
  helps,
  influencesOn,
  type Layer,
  nodeId,
  nodesFor,
  peopleOf,
  phaseOf,
  phaseOfNode,
} from "../framework/index.ts";
import type { Tree, TreeNode } from "./report.ts";

/** What the entities of every layer have in common where the tree shows them. */
interface Planted {
  readonly id: string;
  readonly name?: string | undefined;
  readonly stakeholders?: readonly string[] | undefined;
  readonly for?: readonly string[] | undefined;
}

/** The goal tree, ordered as the framework is: why, how, what, gauges, enablers. Of entities with one id the first counts. */
export function treeOf(framework: Framework): Tree {
  const nodes = new Map<string, TreeNode>();
  const lit = litNodes(framework);
  const themes = themesOf(framework);
  const whose = whoseNodes(framework);
  const influences = influencesOfNodes(framework);
  const plant = (layer: Layer, entity: Planted, phase: string | null, text: string | undefined): void => {
    const id = nodeId(layer, entity.id);
    if (nodes.has(id)) return;
    nodes.set(id, {
      id,
      layer,
      entity: entity.id,
      name: entity.name ?? entity.id,
      phase,
      theme: themes(id),
      stakeholders: entity.stakeholders ?? [],
      for: entity.for ?? [],
      text: text ?? null,
      lit: lit.has(id),
      whose: whose.get(id) ?? [],
      influences: influences.get(id) ?? [],
    });
  };
  const phase = (layer: Layer, id: string): string | null => phaseOfNode(framework, nodeId(layer, id));
  for (const goal of framework.goals) plant("goal", goal, phase("goal", goal.id), goal.promise);
  for (const objective of framework.objectives) plant("objective", objective, phase("objective", objective.id), undefined);
  for (const one of framework.interactions) plant("interaction", one, phase("interaction", one.id), one.wants ?? one.does);
  for (const kpi of framework.kpis) plant("kpi", kpi, phaseOf(framework, kpi), kpi.because);
  for (const cpi of framework.cpis) plant("cpi", cpi, phaseOf(framework, cpi), cpi.outcome);
  for (const enabler of framework.enablers) {
    // An enabler lies where the first objective that it advances lies.
    const [objective] = enabler.advances;
    plant("enabler", enabler, objective === undefined ? null : phase("objective", objective), undefined);
  }
  return { nodes: [...nodes.values()], edges: graphOf(framework).edges };
}

function whoseNodes(framework: Framework): ReadonlyMap<string, readonly string[]> {
  const whose = new Map<string, string[]>();
  for (const who of peopleOf(framework)) {
    for (const node of nodesFor(framework, who)) {
      const known = whose.get(node);
      if (known) known.push(who);
      else whose.set(node, [who]);
    }
  }
  return whose;
}

/** More of one node nobody reads, and with hundreds of goals all of them would outweigh the rest of the report. */
const mostInfluences = 12;

/** Asked from the goals down: they are few, where the nodes are many. */
function influencesOfNodes(framework: Framework): ReadonlyMap<string, TreeNode["influences"]> {
  const { superKpi } = graphOf(framework);
  const tops = [...new Set(framework.goals.map(({ id }) => nodeId("goal", id))), ...(superKpi === null ? [] : [superKpi])];
  const found = new Map<string, TreeNode["influences"][number][]>();
  for (const { from, to, effect, path } of tops.flatMap((top) => influencesOn(framework, top))) {
    const known = found.get(from);
    if (known) known.push({ to, effect, path });
    else found.set(from, [{ to, effect, path }]);
  }
  for (const [node, influences] of found) {
    influences.sort((one, other) => one.path.length - other.path.length);
    found.set(node, influences.slice(0, mostInfluences));
  }
  return found;
}

/** Own theme, else that of the nearest above it that has one. */
export function themesOf(framework: Framework): (node: string) => string | null {
  const { goals, objectives, interactions, kpis, cpis } = framework;
  const typed = new Map<string, string | undefined>();
  for (const [layer, entities] of Object.entries({ goal: goals, objective: objectives, interaction: interactions, kpi: kpis, cpi: cpis })) {
    for (const { id, theme } of entities) {
      const node = nodeId(layer as Layer, id);
      if (!typed.has(node)) typed.set(node, theme);
    }
  }
  const graph = graphOf(framework);
  return (node) => [...graph.reach([node], "up", helps)].map((above) => typed.get(above)).find((theme) => theme !== undefined) ?? null;
}

/** The super-KPI's path: itself, what it gauges, all above that, and all below that helps it. */
function litNodes(framework: Framework): ReadonlySet<string> {
  const graph = graphOf(framework);
  const { superKpi } = graph;
  if (superKpi === null) return new Set();
  const gauged = graph.next(superKpi, "up").find(({ kind }) => kind === "measures")?.to;
  return gauged === undefined
    ? new Set([superKpi])
    : new Set([superKpi, ...graph.reach([gauged], "up", helps), ...graph.reach([gauged], "down", helps)]);
}
