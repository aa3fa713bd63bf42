import type { Framework } from "../framework/index.ts";
import { type Graph, graphOf, nodeId } from "./graph.ts";

/** What to look a phase up by: a KPI's `measures` or a CPI's `interaction`. */
export interface Gauge {
  readonly measures?: string | undefined;
  readonly interaction?: string | undefined;
}

/**
 * The phase of the interaction that an indicator gauges, else the phase that most interactions below its objective or goal
 * lie in (the earlier phase where two tie), else null.
 */
export function phaseOf(framework: Framework, indicator: Gauge): string | null {
  return phaseOfGauge(graphOf(framework), indicator);
}

export function phaseOfGauge(graph: Graph, { measures, interaction }: Gauge): string | null {
  const node = interaction === undefined ? graph.gauged(measures) : nodeId("interaction", interaction);
  return node === null ? null : phaseOfNode(graph, node);
}

/** The same for a goal, objective or interaction itself. */
export function phaseOfNode(graph: Graph, node: string): string | null {
  const own = graph.phases.get(node);
  if (own !== undefined) return own;
  const counts = new Map<string, number>();
  for (const below of graph.reach(node, "down", ({ kind }) => kind === "supports" || kind === "parent" || kind === "serves")) {
    const phase = graph.phases.get(below);
    if (phase) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return most === 0 ? null : (graph.phaseOrder.find((phase) => counts.get(phase) === most) ?? null);
}
