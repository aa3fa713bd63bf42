import type { Framework } from "./framework.ts";
import { type LinkState, linkStates } from "./link-state.ts";

export type Layer = "goal" | "objective" | "interaction" | "kpi" | "cpi" | "enabler";

export interface Edge {
  /** the one below (serves, supports, measures), or the cause of a link */
  readonly from: string;
  /** the one above, or the result of a link */
  readonly to: string;
  readonly kind: "supports" | "parent" | "serves" | "measures" | "needs" | "advances" | "link";
  readonly effect: "helps" | "hurts";
  /** what a link rests on; everything else is how the framework is built */
  readonly evidence: "structure" | LinkState["status"];
}

export type Way = "up" | "down";

/** Edges, and how to walk along them. */
export interface Walks {
  readonly edges: readonly Edge[];
  /** the edges that lead on from a node */
  next(node: string, way: Way): readonly Edge[];
  /** all nodes from `starts` (included, nearest first) along the edges that `follow` accepts; cycles end */
  reach(starts: Iterable<string>, way: Way, follow: (edge: Edge) => boolean): ReadonlySet<string>;
}

/** A framework as nodes and edges from below to above. References to what is not there are left out, as the check names them. */
export interface Graph extends Walks {
  /** in the order of the framework: why, how, what, gauges, enablers */
  readonly nodes: ReadonlySet<string>;
  /** the super-KPI's node; null where there is none */
  readonly superKpi: string | null;
  /** the node an id in `measures` means: a goal before an objective before an interaction; null where there is none */
  gauged(id: string | undefined): string | null;
}

/** Where an id stands: ids are unique per section only, so `goal/grow` and `kpi/grow` are two nodes. */
export function nodeId(layer: Layer, id: string): string {
  return `${layer}/${id}`;
}

/** The layer and the entity's id of a node. */
export function nodeParts(node: string): { readonly layer: Layer; readonly id: string } {
  const slash = node.indexOf("/");
  return { layer: node.slice(0, slash) as Layer, id: node.slice(slash + 1) };
}

/** Frameworks are frozen values, so the graph of one can be kept with it. */
const known = new WeakMap<Framework, Graph>();

export function graphOf(framework: Framework): Graph {
  const kept = known.get(framework);
  if (kept) return kept;
  const made = make(framework);
  known.set(framework, made);
  return made;
}

/** Structure: everything but the claims that one indicator moves another. */
export function isStructure({ kind }: Edge): boolean {
  return kind !== "link";
}

/** Structure that helps what stands above it. */
export function helps(edge: Edge): boolean {
  return isStructure(edge) && edge.effect === "helps";
}

function make(framework: Framework): Graph {
  const { goals, objectives, interactions, kpis, cpis, enablers, settings } = framework;
  const layers = { goal: goals, objective: objectives, interaction: interactions, kpi: kpis, cpi: cpis, enabler: enablers };
  const nodes = new Set(Object.entries(layers).flatMap(([layer, entities]) => entities.map(({ id }) => nodeId(layer as Layer, id))));
  const first = (id: string, order: readonly Layer[]): string | null =>
    order.map((layer) => nodeId(layer, id)).find((node) => nodes.has(node)) ?? null;
  const gauged: Graph["gauged"] = (id) => (id === undefined ? null : first(id, ["goal", "objective", "interaction"]));
  const edges = [...structureOf(framework, nodes, gauged), ...linksOf(framework, first)];
  const superNode = nodeId("kpi", settings.superKpi ?? "");
  return { nodes, superKpi: nodes.has(superNode) ? superNode : null, gauged, ...walksOn(edges) };
}

export function walksOn(edges: readonly Edge[]): Walks {
  const out: Readonly<Record<Way, ReadonlyMap<string, readonly Edge[]>>> = { up: byEnd(edges, "from"), down: byEnd(edges, "to") };
  const next: Walks["next"] = (node, way) => out[way].get(node) ?? [];
  return {
    edges,
    next,
    reach(starts, way, follow) {
      const seen = new Set(starts);
      // A set yields what is added while it is walked.
      for (const node of seen) for (const edge of next(node, way)) if (follow(edge)) seen.add(far(edge, way));
      return seen;
    },
  };
}

/** Where an edge leads, walking that way. */
export function far(edge: Edge, way: Way): string {
  return way === "up" ? edge.to : edge.from;
}

function byEnd(edges: readonly Edge[], end: "from" | "to"): ReadonlyMap<string, readonly Edge[]> {
  const map = new Map<string, Edge[]>();
  for (const edge of edges) {
    const there = map.get(edge[end]);
    if (there) there.push(edge);
    else map.set(edge[end], [edge]);
  }
  return map;
}

function structureOf(framework: Framework, nodes: ReadonlySet<string>, gauged: Graph["gauged"]): readonly Edge[] {
  const edges = new Map<string, Edge>();
  const add = (from: string, to: string | null, kind: Edge["kind"], effect: Edge["effect"] = "helps"): void => {
    if (to === null || !nodes.has(from) || !nodes.has(to)) return;
    const key = `${from} ${kind} ${effect} ${to}`;
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

/** A cause is looked for among the CPIs first, a result among the KPIs. */
function linksOf(framework: Framework, first: (id: string, order: readonly Layer[]) => string | null): readonly Edge[] {
  return linkStates(framework).flatMap(({ from, to, effect, status }): Edge[] => {
    const [cause, result] = [first(from, ["cpi", "kpi"]), first(to, ["kpi", "cpi"])];
    return cause === null || result === null ? [] : [{ from: cause, to: result, kind: "link", effect, evidence: status }];
  });
}
