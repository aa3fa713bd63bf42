import type { Tree, TreeEdge, TreeNode } from "./report.ts";

/** One line of a tree that is drawn with text. */
export interface Branch {
  readonly node: TreeNode;
  /** the strokes before its name: `│  ├─ ` */
  readonly prefix: string;
  /** it hurts what it hangs on */
  readonly hurts: boolean;
  /** its own branch hangs elsewhere */
  readonly again: boolean;
}

/** Deeper than this the strokes stay where they are, so that names keep room. */
const deepest = 12;

/**
 * A tree from top to bottom. Each node stands in full once: below the first that it helps, rather on the super-KPI's path. Where it
 * helps or hurts something else too, a line there refers to it. Links are no part of it. Cycles end.
 */
export function branches(tree: Tree): Branch[] {
  const nodes = new Map(tree.nodes.map((node) => [node.id, node]));
  const edges = tree.edges.filter(({ kind, from, to }) => kind !== "link" && from !== to);
  const homes = homesIn(edges, nodes);
  const hanging = new Map<string, TreeEdge[]>();
  for (const edge of edges) {
    const there = hanging.get(edge.to);
    if (there) there.push(edge);
    else hanging.set(edge.to, [edge]);
  }
  const below = (id: string) => [...(hanging.get(id) ?? [])].sort((one, other) => rank(one, homes) - rank(other, homes));

  const lines: Branch[] = [];
  const waiting: { branch: Branch; strokes: string; depth: number }[] = tree.nodes
    .filter(({ id }) => !homes.has(id))
    .map((node) => ({ branch: { node, prefix: "", hurts: false, again: false }, strokes: "", depth: 0 }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { branch, strokes, depth } = next;
    lines.push(branch);
    if (branch.again) continue;
    const children = below(branch.node.id);
    for (const [index, edge] of [...children.entries()].reverse()) {
      const last = index === children.length - 1;
      const inner = depth < deepest ? `${strokes}${last ? "   " : "│  "}` : strokes;
      waiting.push({
        branch: {
          node: nodes.get(edge.from)!,
          prefix: `${strokes}${last ? "└─ " : "├─ "}`,
          hurts: edge.effect === "hurts",
          again: homes.get(edge.from) !== edge,
        },
        strokes: inner,
        depth: depth + 1,
      });
    }
  }
  return lines;
}

/** First what gauges a node, then what is below it in full, then what only refers. */
function rank(edge: TreeEdge, homes: ReadonlyMap<string, TreeEdge>): number {
  return homes.get(edge.from) !== edge ? 2 : edge.kind === "measures" ? 0 : 1;
}

/** The edge by which each node hangs in full; none for what stands on top. */
function homesIn(edges: readonly TreeEdge[], nodes: ReadonlyMap<string, TreeNode>): ReadonlyMap<string, TreeEdge> {
  const homes = new Map<string, TreeEdge>();
  const hangsBelow = (node: string, above: string): boolean => {
    for (let at: string | undefined = node; at !== undefined; at = homes.get(at)?.to) if (at === above) return true;
    return false;
  };
  const litFirst = edges.toSorted((one, other) => Number(nodes.get(other.to)?.lit ?? false) - Number(nodes.get(one.to)?.lit ?? false));
  for (const edge of litFirst) {
    if (edge.effect === "helps" && !homes.has(edge.from) && !hangsBelow(edge.to, edge.from)) homes.set(edge.from, edge);
  }
  return homes;
}
