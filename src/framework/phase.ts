import type { Framework } from "./framework.ts";
import { graphOf, nodeId } from "./graph.ts";

/** What to look a phase up by: a KPI's `measures` or a CPI's `interaction`. */
export interface Gauge {
  readonly measures?: string | undefined;
  readonly interaction?: string | undefined;
}

/**
 * The phase of the interaction that an indicator gauges, else the phase that most interactions below its objective or goal
 * lie in (the earlier phase where two tie), else null.
 */
export function phaseOf(framework: Framework, { measures, interaction }: Gauge): string | null {
  const node = interaction === undefined ? graphOf(framework).gauged(measures) : nodeId("interaction", interaction);
  return node === null ? null : phaseOfNode(framework, node);
}

/** The same for a goal, objective or interaction itself. */
export function phaseOfNode(framework: Framework, node: string): string | null {
  const { phases, order } = phasesOf(framework);
  const own = phases.get(node);
  if (own !== undefined) return own;
  const counts = new Map<string, number>();
  for (const below of interactionsBelow(framework, node)) {
    const phase = phases.get(below);
    if (phase) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return most === 0 ? null : (order.find((phase) => counts.get(phase) === most) ?? null);
}

/** The nodes of the interactions that serve a goal or objective, directly or through others, whether they help or hurt. */
export function interactionsBelow(framework: Framework, node: string): readonly string[] {
  const { phases, below } = phasesOf(framework);
  const kept = below.get(node);
  if (kept) return kept;
  const reached = graphOf(framework).reach([node], "down", ({ kind }) => kind === "supports" || kind === "parent" || kind === "serves");
  const found = [...reached].filter((one) => phases.has(one));
  below.set(node, found);
  return found;
}

interface Phases {
  /** phases by interaction; null where none is typed */
  readonly phases: ReadonlyMap<string, string | null>;
  readonly order: readonly string[];
  readonly below: Map<string, readonly string[]>;
}

const known = new WeakMap<Framework, Phases>();

function phasesOf(framework: Framework): Phases {
  const kept = known.get(framework);
  if (kept) return kept;
  const phases = new Map<string, string | null>();
  for (const { id, phase } of framework.interactions) {
    const node = nodeId("interaction", id);
    if (!phases.has(node)) phases.set(node, phase ?? null);
  }
  const made: Phases = { phases, order: [...new Set(framework.settings.phases.map(({ id }) => id))], below: new Map() };
  known.set(framework, made);
  return made;
}
