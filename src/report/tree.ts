import type { Framework } from "../framework/index.ts";
import { type Graph, graphOf, nodeId } from "./graph.ts";
import { phaseOfGauge, phaseOfNode } from "./phase.ts";
import type { LinkState, Tree, TreeEdge, TreeLayer, TreeNode } from "./report.ts";

/** What the entities of every layer have in common where the tree shows them. */
interface Planted {
  readonly id: string;
  readonly name?: string | undefined;
  readonly theme?: string | undefined;
  readonly stakeholders?: readonly string[] | undefined;
  readonly for?: readonly string[] | undefined;
}

/** The goal tree, ordered as the framework is: why, how, what, gauges, enablers. Of entities with one id the first counts. */
export function treeOf(framework: Framework): Tree {
  return grow(framework, graphOf(framework), linkStates(framework));
}

export function grow(framework: Framework, graph: Graph, links: readonly LinkState[]): Tree {
  const nodes = new Map<string, TreeNode>();
  const lit = litNodes(framework, graph);
  const plant = (layer: TreeLayer, entity: Planted, phase: string | null, text: string | undefined): void => {
    const id = nodeId(layer, entity.id);
    if (nodes.has(id)) return;
    nodes.set(id, {
      id,
      layer,
      entity: entity.id,
      name: entity.name ?? entity.id,
      phase,
      theme: themeOf(graph, id),
      stakeholders: entity.stakeholders ?? [],
      for: entity.for ?? [],
      text: text ?? null,
      lit: lit.has(id),
    });
  };
  const phase = (layer: TreeLayer, id: string): string | null => phaseOfNode(graph, nodeId(layer, id));
  for (const goal of framework.goals) plant("goal", goal, phase("goal", goal.id), goal.promise);
  for (const objective of framework.objectives) plant("objective", objective, phase("objective", objective.id), undefined);
  for (const one of framework.interactions) plant("interaction", one, phase("interaction", one.id), one.wants ?? one.does);
  for (const kpi of framework.kpis) plant("kpi", kpi, phaseOfGauge(graph, kpi), kpi.because);
  for (const cpi of framework.cpis) plant("cpi", cpi, phaseOfGauge(graph, cpi), cpi.outcome);
  for (const enabler of framework.enablers) plant("enabler", enabler, enablerPhase(graph, enabler.advances), undefined);
  return { nodes: [...nodes.values()], edges: [...graph.edges, ...links.flatMap((link) => linkEdge(link, nodes))] };
}

/** Every link with its status: a hypothesis until an experiment says more. */
export function linkStates(framework: Framework): LinkState[] {
  return framework.links.map(({ id, from, to, effect }) => ({ id, from, to, effect, status: "hypothesis", experiments: [], until: null }));
}

/** Own theme, else that of the nearest above it that has one. */
export function themeOf(graph: Graph, node: string): string | null {
  const nearest = graph.reach(node, "up", helps).find((above) => graph.themes.has(above));
  return nearest === undefined ? null : graph.themes.get(nearest)!;
}

function helps(edge: TreeEdge): boolean {
  return edge.effect === "helps";
}

/** An enabler lies where the first objective that it advances lies. */
function enablerPhase(graph: Graph, advances: readonly string[]): string | null {
  const [objective] = advances;
  return objective === undefined ? null : phaseOfNode(graph, nodeId("objective", objective));
}

/** The super-KPI's path: itself, what it gauges, all above that, and all below that helps it. */
function litNodes(framework: Framework, graph: Graph): ReadonlySet<string> {
  const superKpi = framework.settings.superKpi;
  if (superKpi === undefined) return new Set();
  const node = nodeId("kpi", superKpi);
  const gauged = graph.edges.find((edge) => edge.from === node && edge.kind === "measures")?.to;
  if (gauged === undefined) return new Set([node]);
  return new Set([node, ...graph.reach(gauged, "up", helps), ...graph.reach(gauged, "down", helps)]);
}

function linkEdge({ from, to, effect, status }: LinkState, nodes: ReadonlyMap<string, TreeNode>): TreeEdge[] {
  const [cause, result] = [indicatorNode(from, nodes), indicatorNode(to, nodes)];
  return cause === null || result === null ? [] : [{ from: cause, to: result, kind: "link", effect, evidence: status }];
}

function indicatorNode(id: string, nodes: ReadonlyMap<string, TreeNode>): string | null {
  return [nodeId("cpi", id), nodeId("kpi", id)].find((node) => nodes.has(node)) ?? null;
}
