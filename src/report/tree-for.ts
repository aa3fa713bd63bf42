import { type Framework, graphOf, nodesFor, peopleOf } from "../framework/index.ts";
import type { Tree, TreeNode } from "./report.ts";
import { unknownStakeholder } from "./stakeholder.ts";
import { treeOf } from "./tree.ts";

/** A tree as one person, team or segment sees it. */
export interface OwnTree extends Tree {
  /** `mine`: it is theirs; the others stand above what is theirs */
  readonly nodes: readonly (TreeNode & { readonly mine: boolean })[];
}

/** What is somebody's, and all above it that it reaches. Throws `unknown-stakeholder` for an id that the framework does not name. */
export function treeFor(framework: Framework, id: string): OwnTree {
  const people = peopleOf(framework);
  if (!people.has(id)) throw unknownStakeholder(id, people);
  const mine = nodesFor(framework, id);
  const shown = graphOf(framework).reach(mine, "up", () => true);
  const { nodes, edges } = treeOf(framework);
  return {
    nodes: nodes.filter((node) => shown.has(node.id)).map((node) => ({ ...node, mine: mine.has(node.id) })),
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)),
  };
}
