import type { Entry, TreeEdge, TreeNode } from "../../report.ts";
import type { Loaded } from "../../say.ts";

/** A card of the drawing: a node with the gauges that hang on it. A KPI is drawn inside what it gauges; a CPI is a card of its own. */
export interface Card {
  readonly node: TreeNode;
  readonly gauges: readonly Entry[];
  /** the card above through which it is reached first */
  readonly parent: string | null;
}

export interface Forest {
  readonly cards: ReadonlyMap<string, Card>;
  /** node id → the card that shows it (a KPI's is the card it gauges) */
  readonly cardOf: ReadonlyMap<string, string>;
  /** edges between cards, child → parent, and links from cause to result */
  readonly edges: readonly TreeEdge[];
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
}

const structural = new Set<TreeEdge["kind"]>(["supports", "parent", "serves", "measures"]);
const rank: Readonly<Record<TreeNode["layer"], number>> = { goal: 0, objective: 1, interaction: 2, cpi: 3, enabler: 4, kpi: 5 };

/** The report's tree as cards. Cycles and loose ends may occur in a framework in progress: each node still appears exactly once. */
export function forestOf({ report, entries }: Loaded): Forest {
  const nodes = new Map(report.tree.nodes.map((node) => [node.id, node]));
  const up = report.tree.edges.filter(
    (edge) => structural.has(edge.kind) && nodes.has(edge.from) && nodes.has(edge.to) && edge.from !== edge.to,
  );
  const cardOf = new Map<string, string>();
  const gauges = new Map<string, Entry[]>();
  for (const node of nodes.values()) {
    const gauged = node.layer === "kpi" ? up.find((edge) => edge.from === node.id && edge.kind === "measures")?.to : undefined;
    const card = gauged ?? node.id;
    cardOf.set(node.id, card);
    const entry = entries.get(node.id);
    if (entry) gauges.set(card, [...(gauges.get(card) ?? []), entry]);
  }
  const parent = new Map<string, string>();
  const litFirst = up.toSorted((a, b) => Number(nodes.get(b.to)?.lit ?? false) - Number(nodes.get(a.to)?.lit ?? false));
  for (const edge of litFirst) {
    if (edge.effect === "hurts" || cardOf.get(edge.from) !== edge.from || parent.has(edge.from)) continue;
    if (!leadsTo(edge.to, edge.from, parent)) parent.set(edge.from, edge.to);
  }
  const cards = new Map<string, Card>();
  for (const node of nodes.values())
    if (cardOf.get(node.id) === node.id)
      cards.set(node.id, { node, gauges: gauges.get(node.id) ?? [], parent: parent.get(node.id) ?? null });
  const children = new Map<string, string[]>();
  for (const child of nodes.keys()) {
    const above = parent.get(child);
    if (above !== undefined) children.set(above, [...(children.get(above) ?? []), child]);
  }
  const roots = [...cards.values()]
    .filter((card) => card.parent === null)
    .toSorted((a, b) => rank[a.node.layer] - rank[b.node.layer])
    .map((card) => card.node.id);
  const edges = report.tree.edges
    .map((edge) => ({ ...edge, from: cardOf.get(edge.from) ?? edge.from, to: cardOf.get(edge.to) ?? edge.to }))
    .filter((edge) => edge.from !== edge.to && cards.has(edge.from) && cards.has(edge.to));
  return { cards, cardOf, edges, children, roots };
}

function leadsTo(from: string, to: string, parent: ReadonlyMap<string, string>): boolean {
  for (let at: string | undefined = from; at !== undefined; at = parent.get(at)) if (at === to) return true;
  return false;
}
