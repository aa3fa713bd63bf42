import type { TreeNode } from "../../report.ts";
import type { Loaded } from "../../say.ts";
import type { Forest } from "./model.ts";

type Effect = TreeNode["influences"][number]["effect"];

/** What the reader asked to see: what is theirs, of one theme, or the super-KPI's path where nothing was asked. */
export interface Focus {
  /** node ids that are lit */
  readonly own: ReadonlySet<string>;
  /** node ids on the way from there up to the goals */
  readonly way: ReadonlySet<string>;
  /** lines between cards on that way, by `edgeKey` */
  readonly lines: ReadonlyMap<string, Effect>;
}

/** The key of a line between two cards. */
export function edgeKey(from: string, to: string): string {
  return `${from}>${to}`;
}

/** Null: nothing was chosen. Whose and theme together light what is both. */
export function focusOf({ report }: Loaded, forest: Forest, who: string | null, theme: string | null): Focus | null {
  if (who === null && theme === null) return null;
  const chosen = report.tree.nodes.filter((node) => (who === null || node.whose.includes(who)) && (theme === null || node.theme === theme));
  return focusOn(chosen, forest);
}

/** The ways of the given nodes up to the goals. */
export function focusOn(nodes: readonly TreeNode[], forest: Forest): Focus {
  const own = new Set(nodes.map((node) => node.id));
  const way = new Set<string>();
  const lines = new Map<string, Effect>();
  for (const { influences } of nodes) {
    for (const { to, effect, path } of influences) {
      // The super-KPI is reached through its goal, which says it already.
      if (!to.startsWith("goal/")) continue;
      path.forEach((node) => way.add(node));
      const cards = path.map((node) => forest.cardOf.get(node) ?? node);
      cards.slice(1).forEach((card, index) => {
        const key = edgeKey(cards[index] ?? card, card);
        // What helps on one path and hurts on another is drawn as a help: the harm begins where the paths part.
        if (lines.get(key) !== "helps") lines.set(key, effect);
      });
    }
  }
  return { own, way, lines };
}

/** A node, and where it is a card the KPIs and CPIs that are drawn on it: to the reader they are one thing. */
export function togetherWith(node: TreeNode, { report }: Loaded, forest: Forest): readonly TreeNode[] {
  const drawn = new Set(forest.cards.get(node.id)?.gauges.map((gauge) => `${gauge.kind}/${gauge.id}`));
  return report.tree.nodes.filter((one) => one.id === node.id || drawn.has(one.id));
}

/** Names of the goals that nodes move, each once. */
export function goalsMoved({ report }: Loaded, nodes: readonly TreeNode[]): Readonly<Record<Effect, readonly string[]>> {
  const own = new Set(nodes.map((node) => node.id));
  const names = new Map(report.tree.nodes.filter((node) => node.layer === "goal").map((node) => [node.id, node.name]));
  const moved = (effect: Effect) => [
    ...new Set(
      nodes
        .flatMap((node) => node.influences)
        .filter((influence) => influence.effect === effect && !own.has(influence.to))
        .map((influence) => names.get(influence.to))
        .filter((name) => name !== undefined),
    ),
  ];
  return { helps: moved("helps"), hurts: moved("hurts") };
}
