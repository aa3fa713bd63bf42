import type { TreeEdge } from "../../report.ts";
import { edgeKey, type Focus } from "./focus.ts";
import { type Box, indent, type Layout } from "./layout.ts";
import type { Forest } from "./model.ts";

/** A line of the drawing: its path, and where the stroke through it stands when it is refuted. */
export interface Line {
  readonly key: string;
  readonly edge: TreeEdge;
  readonly path: string;
  readonly middle: readonly [x: number, y: number];
  /** on the way that the reader looks at, or on the super-KPI's path */
  readonly lit: boolean;
  /** on the way of the picked node up to the goals: what it does there */
  readonly near: TreeEdge["effect"] | null;
}

const many = 80;

/** The lines to draw. In a large framework only the links that touch the lit path or the picked node: all of them would be a web. */
export function linesOf(forest: Forest, layout: Layout, focus: Focus | null, picked: Focus | null): readonly Line[] {
  const crowded = forest.cards.size > many;
  const top = layout.layers.find((layer) => layer.layer === "objective")?.y ?? 0;
  const spread = spreader();
  return forest.edges.flatMap((edge, index) => {
    const from = layout.boxes.get(edge.from);
    const to = layout.boxes.get(edge.to);
    const [child, parent] = [forest.cards.get(edge.from), forest.cards.get(edge.to)];
    if (!from || !to || !child || !parent) return [];
    const line = edgeKey(edge.from, edge.to);
    const lit = focus === null ? child.node.lit && parent.node.lit : focus.lines.has(line);
    const near = picked?.lines.get(line) ?? (picked?.own.has(edge.from) || picked?.own.has(edge.to) ? edge.effect : null);
    const cross = edge.kind === "link" || edge.kind === "needs" || edge.kind === "advances";
    if (cross && crowded && !lit && near === null) return [];
    const toGoal = parent.node.layer === "goal" && to.y + to.height < top;
    const drawn =
      toGoal && edge.kind === "supports" && child.node.layer === "objective"
        ? rise(from, to, top, spread)
        : toGoal
          ? climb(from, to, top, spread)
          : cross || edge.effect === "hurts"
            ? across(from, to)
            : hang(from, to);
    return [{ key: `${index}:${edge.from}>${edge.to}`, edge, lit, near, ...drawn }];
  });
}

type Drawn = Pick<Line, "path" | "middle">;

/** Spreads the feet of the lines that come down from one goal, so that they do not lie on each other. */
function spreader(): (to: Box) => number {
  const used = new Map<Box, number>();
  return (to) => {
    const count = used.get(to) ?? 0;
    used.set(to, count + 1);
    return (count % 2 === 0 ? 1 : -1) * Math.ceil(count / 2) * 14;
  };
}

/** From an objective up to its goal; from a lower shelf along the gutter left of the column. */
function rise(from: Box, to: Box, top: number, spread: (to: Box) => number): Drawn {
  const foot = to.y + to.height;
  const shift = spread(to);
  const near = Math.min(Math.max(from.x + from.width / 2, to.x + 24), to.x + to.width - 24);
  const x = Math.min(Math.max(near + (near === from.x + from.width / 2 ? 0 : shift), to.x + 12), to.x + to.width - 12);
  if (from.y <= top) {
    const start = from.x + from.width / 2;
    const bend = (from.y + foot) / 2;
    return { path: `M${start} ${from.y}C${start} ${bend} ${x} ${bend} ${x} ${foot}`, middle: [(start + x) / 2, bend] };
  }
  const gutter = from.x - 14;
  const y = from.y + 22;
  const bend = (top + foot) / 2;
  return {
    path: `M${from.x} ${y}H${gutter + 6}Q${gutter} ${y} ${gutter} ${y - 6}V${top}C${gutter} ${bend} ${x} ${bend} ${x} ${foot}`,
    middle: [gutter, (y + top) / 2],
  };
}

/** From a card lower down to a goal: out at the right, up between the columns. */
function climb(from: Box, to: Box, top: number, spread: (to: Box) => number): Drawn {
  const foot = to.y + to.height;
  const gutter = from.x + from.width + 16;
  const y = from.y + 34;
  const x = Math.min(Math.max(gutter + spread(to), to.x + 12), to.x + to.width - 12);
  const bend = (top + foot) / 2;
  return {
    path: `M${from.x + from.width} ${y}H${gutter - 6}Q${gutter} ${y} ${gutter} ${y - 6}V${top}C${gutter} ${bend} ${x} ${bend} ${x} ${foot}`,
    middle: [gutter, (y + top) / 2],
  };
}

/** A child on the spine of the card above it, where both stand in one column. */
function hang(from: Box, to: Box): Drawn {
  const shift = from.x - to.x;
  if (shift < 0 || shift > indent || from.y < to.y + to.height) return across(from, to);
  const spine = to.x + indent / 2;
  const y = from.y + 22;
  const foot = to.y + to.height;
  if (shift === 0) return { path: `M${from.x + 14} ${from.y}V${foot}`, middle: [from.x + 14, (from.y + foot) / 2] };
  return { path: `M${from.x} ${y}H${spine + 6}Q${spine} ${y} ${spine} ${y - 6}V${foot}`, middle: [spine, (y + foot) / 2] };
}

/** Between any two cards: out at the side that faces the other, in one curve. */
function across(from: Box, to: Box): Drawn {
  const [a, b] = [from.y + Math.min(from.height / 2, 34), to.y + Math.min(to.height / 2, 50)];
  const overlap = from.x < to.x + to.width && to.x < from.x + from.width;
  if (overlap) {
    const [x1, x2] = [from.x + from.width, to.x + to.width];
    const out = Math.max(x1, x2) + 18;
    return { path: `M${x1} ${a}C${out} ${a} ${out} ${b} ${x2} ${b}`, middle: [Math.max(x1, x2) + 12, (a + b) / 2] };
  }
  const right = to.x > from.x;
  const x1 = right ? from.x + from.width : from.x;
  const x2 = right ? to.x : to.x + to.width;
  const bend = (x1 + x2) / 2;
  return { path: `M${x1} ${a}C${bend} ${a} ${bend} ${b} ${x2} ${b}`, middle: [bend, (a + b) / 2] };
}
