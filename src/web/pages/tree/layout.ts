import type { PhaseView } from "../../say.ts";
import type { Card, Forest } from "./model.ts";

/**
 * Where each card stands. The phases are columns, so an objective stands above its interactions and few lines cross. Goals are
 * a row on top. Objectives of one phase stand beside each other as long as they fit, then below each other: a large framework
 * grows downwards like a page, and stays readable without zooming out.
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly columns: readonly { readonly phase: PhaseView; readonly x: number; readonly width: number }[];
  readonly layers: readonly { readonly layer: "goal" | "objective" | "interaction"; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

export const cardWidth = 216;
export const indent = 20;
const columnGap = 28;
const phaseGap = 36;
const linkLane = 24;
const rowGap = 16;
const layerGap = 72;
const margin = 92;

/** Heights follow the text that the card shows, on the 4-px grid: name, then per gauge its value and its status. */
export function cardHeight(card: Card, isSuper: boolean, width: number): number {
  const inner = width - (isSuper ? 36 : 26);
  const lines = Math.min(2, Math.ceil((card.node.name.length * (isSuper ? 9.2 : 7.2)) / inner));
  const shown = Math.min(card.gauges.length, maxGauges);
  const more = card.gauges.length > maxGauges ? 20 : 0;
  const name = 22 + lines * (isSuper ? 24 : 20);
  if (card.node.layer === "cpi") {
    const quote = card.node.text === null ? 0 : 16 * Math.min(2, Math.ceil(((card.node.text.length + 2) * 5.9) / inner));
    return name + quote + 40 * shown;
  }
  if (shown === 0) return name + (card.node.layer === "enabler" ? 0 : 22);
  return name + (isSuper ? 82 : 58) + (shown - 1) * 58 + more;
}

export const maxGauges = 3;

interface Block {
  readonly head: string | null;
  readonly items: readonly string[];
}

export function layoutOf(forest: Forest, phases: readonly PhaseView[], noPhase: string, superKpi: string | null): Layout {
  const boxes = new Map<string, Box>();
  const isSuper = (card: Card) => superKpi !== null && card.gauges.some((gauge) => gauge.kind === "kpi" && gauge.id === superKpi);
  const known = new Set(phases.map((phase) => phase.id));
  const columnsOf: PhaseView[] = [...phases, { id: null, name: noPhase, aim: null }];
  const phaseOf = (card: Card) => (card.node.phase !== null && known.has(card.node.phase) ? card.node.phase : null);
  const cards = [...forest.cards.values()];
  const goals = cards.filter((card) => card.node.layer === "goal");
  const goalsHeight = Math.max(0, ...goals.map((card) => cardHeight(card, isSuper(card), 2 * cardWidth)));
  const top = goals.length === 0 ? 0 : goalsHeight + layerGap;
  const columns = [];
  let x = margin;
  let bottom = top;
  let firstItem: number | null = null;
  for (const phase of columnsOf) {
    const blocks = blocksOf(forest, phase.id, phaseOf);
    if (blocks.length === 0) continue;
    const lanes = Math.min(3, blocks.length <= 3 ? 1 : Math.ceil(Math.sqrt(blocks.length / 2)));
    const heights = Array.from({ length: lanes }, () => top);
    for (const block of blocks) {
      const lane = heights.indexOf(Math.min(...heights));
      const left = x + lane * (cardWidth + columnGap);
      let y = heights[lane] ?? top;
      const put = (id: string, shift: number) => {
        const card = forest.cards.get(id);
        if (!card) return;
        const width = cardWidth - shift;
        const height = cardHeight(card, isSuper(card), width);
        boxes.set(id, { x: left + shift, y, width, height });
        y += height + rowGap;
      };
      if (block.head !== null) {
        put(block.head, 0);
        if (heights[lane] === top) y += rowGap;
      }
      if (firstItem === null && block.items.length > 0) firstItem = y;
      for (const item of block.items) put(item, block.head === null ? 0 : indent);
      bottom = Math.max(bottom, y);
      heights[lane] = y + rowGap * 1.5;
    }
    const width = lanes * cardWidth + (lanes - 1) * columnGap;
    columns.push({ phase, x, width });
    x += width + phaseGap;
  }
  const width = Math.max(x - phaseGap, margin + goals.length * (cardWidth + columnGap) - columnGap);
  placeGoals(goals, forest, boxes, width, goalsHeight, isSuper);
  const layers = [
    ...(goals.length === 0 ? [] : [{ layer: "goal" as const, y: 0 }]),
    ...(cards.some((card) => card.node.layer === "objective") ? [{ layer: "objective" as const, y: top }] : []),
    ...(firstItem === null ? [] : [{ layer: "interaction" as const, y: firstItem }]),
  ];
  return { boxes, columns, layers, width: width + linkLane, height: bottom };
}

/** Per objective the cards that hang below it in this phase; an objective stands in its own phase, its cards elsewhere form a block without head. */
function blocksOf(forest: Forest, phase: string | null, phaseOf: (card: Card) => string | null): readonly Block[] {
  const blocks = new Map<string, { head: string | null; items: string[]; lit: boolean }>();
  const block = (key: string) => {
    const known = blocks.get(key) ?? { head: null, items: [], lit: false };
    blocks.set(key, known);
    return known;
  };
  const visit = (id: string, objective: string) => {
    const card = forest.cards.get(id);
    if (!card) return;
    const below = card.node.layer === "objective" ? id : objective;
    if (card.node.layer !== "goal" && phaseOf(card) === phase) {
      const own = block(below);
      if (card.node.layer === "objective") own.head = id;
      else own.items.push(id);
      own.lit ||= card.node.lit;
    }
    for (const child of forest.children.get(id) ?? []) visit(child, below);
  };
  for (const root of forest.roots) visit(root, "");
  return [...blocks.values()].toSorted((a, b) => Number(b.lit) - Number(a.lit));
}

/** Goals stand above what supports them, in that order, without overlap; the one with the super-KPI is twice as wide. */
function placeGoals(
  goals: readonly Card[],
  forest: Forest,
  boxes: Map<string, Box>,
  width: number,
  height: number,
  isSuper: (card: Card) => boolean,
): void {
  const wanted = goals
    .map((card) => {
      const below = forest.edges
        .filter((edge) => edge.to === card.node.id && edge.effect === "helps")
        .map((edge) => boxes.get(edge.from))
        .filter((box) => box !== undefined);
      const centre = below.length === 0 ? width / 2 : below.reduce((sum, box) => sum + box.x + box.width / 2, 0) / below.length;
      const size = isSuper(card) ? 2 * cardWidth + columnGap : cardWidth;
      return { card, centre, size };
    })
    .toSorted((a, b) => a.centre - b.centre);
  const places: number[] = [];
  let left = margin;
  for (const { centre, size } of wanted) {
    const x = Math.max(left, centre - size / 2);
    places.push(x);
    left = x + size + columnGap;
  }
  const needed = wanted.reduce((sum, { size }) => sum + size + columnGap, margin - columnGap);
  let right = Math.max(width, needed);
  for (const [index, { size }] of [...wanted.entries()].toReversed()) {
    const x = Math.min(places[index] ?? 0, right - size);
    places[index] = x;
    right = x - columnGap;
  }
  for (const [index, { card, size }] of wanted.entries()) {
    const own = cardHeight(card, isSuper(card), size);
    boxes.set(card.node.id, { x: Math.max(margin, places[index] ?? margin), y: height - own, width: size, height: own });
  }
}
