import type { Framework } from "../framework/index.ts";
import type { TreeEdge, TreeLayer } from "./report.ts";

/** Where an id stands in the tree: ids are unique per section only, so `goal/grow` and `kpi/grow` are two nodes. */
export function nodeId(layer: TreeLayer, id: string): string {
  return `${layer}/${id}`;
}

/** The tree's structure, made once and asked often. */
export interface Graph {
  /** from below to above, without links; references to what is not there are left out, as the check names them */
  readonly edges: readonly TreeEdge[];
  /** phases by interaction, in the order of the workspace's phases */
  readonly phases: ReadonlyMap<string, string | null>;
  readonly phaseOrder: readonly string[];
  /** themes by node, where one is typed */
  readonly themes: ReadonlyMap<string, string>;
  /** the node an id in `measures` means: a goal before an objective before an interaction; null where there is none */
  gauged(id: string | undefined): string | null;
  /** all nodes from `start` (included, nearest first) along the edges that `follow` accepts; cycles end */
  reach(start: string, way: "up" | "down", follow: (edge: TreeEdge) => boolean): string[];
}

export function graphOf(framework: Framework): Graph {
  const layers = {
    goal: framework.goals,
    objective: framework.objectives,
    interaction: framework.interactions,
    kpi: framework.kpis,
    cpi: framework.cpis,
    enabler: framework.enablers,
  };
  const known = new Set<string>();
  const themes = new Map<string, string>();
  for (const [layer, entities] of Object.entries(layers)) {
    for (const entity of entities) {
      const node = nodeId(layer as TreeLayer, entity.id);
      if (!known.has(node) && "theme" in entity && entity.theme !== undefined) themes.set(node, entity.theme);
      known.add(node);
    }
  }
  const gauged = (id: string | undefined): string | null =>
    id === undefined
      ? null
      : ((["goal", "objective", "interaction"] as const).map((layer) => nodeId(layer, id)).find((node) => known.has(node)) ?? null);
  const edges = edgesOf(framework, known, gauged);
  const above = neighbours(edges, "from");
  const below = neighbours(edges, "to");
  return {
    edges,
    phases: new Map(framework.interactions.map(({ id, phase }) => [nodeId("interaction", id), phase ?? null])),
    phaseOrder: framework.settings.phases.map((phase) => phase.id),
    themes,
    gauged,
    reach(start, way, follow) {
      const seen = new Set([start]);
      // A set yields what is added while it is walked.
      for (const node of seen) {
        for (const edge of (way === "up" ? above : below).get(node) ?? []) if (follow(edge)) seen.add(way === "up" ? edge.to : edge.from);
      }
      return [...seen];
    },
  };
}

function neighbours(edges: readonly TreeEdge[], end: "from" | "to"): ReadonlyMap<string, readonly TreeEdge[]> {
  const map = new Map<string, TreeEdge[]>();
  for (const edge of edges) {
    const known = map.get(edge[end]);
    if (known) known.push(edge);
    else map.set(edge[end], [edge]);
  }
  return map;
}

function edgesOf(framework: Framework, known: ReadonlySet<string>, gauged: Graph["gauged"]): readonly TreeEdge[] {
  const edges = new Map<string, TreeEdge>();
  const add = (from: string, to: string | null, kind: TreeEdge["kind"], effect: TreeEdge["effect"] = "helps"): void => {
    if (to === null || !known.has(from) || !known.has(to)) return;
    const key = `${from} ${kind} ${to}`;
    if (!edges.has(key)) edges.set(key, { from, to, kind, effect, evidence: "structure" });
  };
  for (const { id, supports, parent } of framework.objectives) {
    for (const { goal, effect } of supports) add(nodeId("objective", id), nodeId("goal", goal), "supports", effect);
    if (parent !== undefined) add(nodeId("objective", id), nodeId("objective", parent), "parent");
  }
  for (const { id, serves } of framework.interactions) {
    for (const { objective, effect } of serves) add(nodeId("interaction", id), nodeId("objective", objective), "serves", effect);
  }
  for (const { id, measures } of framework.kpis) add(nodeId("kpi", id), gauged(measures), "measures");
  for (const { id, interaction } of framework.cpis) {
    if (interaction !== undefined) add(nodeId("cpi", id), nodeId("interaction", interaction), "measures");
  }
  for (const { id, needs, advances } of framework.enablers) {
    for (const cpi of needs) add(nodeId("cpi", cpi), nodeId("enabler", id), "needs");
    for (const objective of advances) add(nodeId("enabler", id), nodeId("objective", objective), "advances");
  }
  return [...edges.values()];
}
