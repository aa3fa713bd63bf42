import type { Framework } from "./framework.ts";
import { graphOf, helps, nodeId } from "./graph.ts";

/** The segments that each goal, objective and interaction is for; null: for everyone. */
type Audiences = ReadonlyMap<string, ReadonlySet<string> | null>;

const known = new WeakMap<Framework, Audiences>();

/**
 * The segments that a node is for: those it names, else those of what it helps above it, else (null) everyone. What stands for a part
 * under something that is for everyone is for everyone too.
 */
export function audiencesOf(framework: Framework, node: string): ReadonlySet<string> | null {
  const kept = known.get(framework) ?? make(framework);
  known.set(framework, kept);
  return kept.get(node) ?? null;
}

/** The segments that something is for: in the order of the workspace's, then those that are only named. */
export function audienceSegments({
  segments,
  goals,
  objectives,
  interactions,
}: Framework): { readonly id: string; readonly name: string }[] {
  const named = new Set([...goals, ...objectives, ...interactions].flatMap((entity) => entity.for));
  const declared = new Map(segments.map(({ id, name }) => [id, { id, name: name ?? id }]));
  return [
    ...[...declared.values()].filter(({ id }) => named.has(id)),
    ...[...named].filter((id) => !declared.has(id)).map((id) => ({ id, name: id })),
  ];
}

function make(framework: Framework): Audiences {
  const { goals, objectives, interactions } = framework;
  const typed = new Map<string, readonly string[]>();
  const add = (
    layer: "goal" | "objective" | "interaction",
    entities: readonly { readonly id: string; readonly for: readonly string[] }[],
  ) => {
    for (const entity of entities) {
      const node = nodeId(layer, entity.id);
      if (!typed.has(node)) typed.set(node, entity.for);
    }
  };
  add("goal", goals);
  add("objective", objectives);
  add("interaction", interactions);
  const graph = graphOf(framework);
  const isNamed = (node: string) => (typed.get(node) ?? []).length > 0;
  const audienceOf = (node: string): ReadonlySet<string> | null => {
    const above = [...graph.reach([node], "up", (edge) => helps(edge) && !isNamed(edge.from))];
    const named = new Set(above.flatMap((one) => typed.get(one) ?? []));
    const open = above.some((one) => !isNamed(one) && !graph.next(one, "up").some(helps));
    return open || named.size === 0 ? null : named;
  };
  return new Map([...typed.keys()].map((node) => [node, audienceOf(node)]));
}
