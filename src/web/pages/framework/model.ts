import type { ReportJson } from "../../../report/index.ts";
import type { Entry, TreeNode } from "../../report.ts";
import type { Loaded } from "../../say.ts";

export type Finding = ReportJson["findings"][number];
export type Grid = ReportJson["grids"][number];
export type Layer = Grid["cells"][number]["layer"];
export type Side = NonNullable<Grid["cells"][number]["side"]>;
type GridCell = Grid["cells"][number];
type Span = Grid["spans"][number];

/** A place where something is missing. */
export interface Gap {
  readonly layer: Layer;
  /** null: a goal or objective as a whole, whatever phases it lies over */
  readonly phase: string | null;
  readonly side: Side | null;
  readonly missing: "nothing" | "not-gauged";
  /** what is there and lacks a gauge */
  readonly members: readonly TreeNode[];
}

/** What the side sheet shows. */
export type Opened =
  { readonly kind: "gap"; readonly gap: Gap } | { readonly kind: "finding"; readonly finding: Finding } | { readonly kind: "ranking" };

/** A goal, objective or interaction with what gauges it here. */
export interface Item {
  readonly node: TreeNode;
  readonly gauges: readonly Entry[];
}

/** A goal or objective over the phases it spans; columns count from 1, both ends included. */
export interface Bar extends Item {
  readonly first: number;
  readonly last: number;
}

export interface Cell {
  readonly phase: string;
  readonly items: readonly Item[];
  readonly gap: Gap | null;
  /** members that nothing gauges, where others are gauged */
  readonly ungauged: readonly TreeNode[];
}

export interface GridView {
  readonly goals: readonly Bar[];
  /** phases without any goal, by column */
  readonly goalGaps: readonly { readonly column: number; readonly gap: Gap }[];
  /** objectives over more than one phase */
  readonly wide: readonly Bar[];
  readonly objectives: readonly Cell[];
  readonly behaviour: readonly Cell[];
  readonly experience: readonly Cell[];
  readonly homeless: readonly TreeNode[];
  /** all that is missing, what to do first in front */
  readonly gaps: readonly Gap[];
}

/** The grid of one audience as the page draws it; an unknown one is everyone. */
export function gridView({ report, entries }: Loaded, audience: string | null): GridView | null {
  const grid = report.grids.find((one) => one.audience === audience) ?? report.grids[0];
  if (!grid) return null;
  const nodes = new Map(report.tree.nodes.map((node) => [node.id, node]));
  const node = (layer: string, id: string) => nodes.get(`${layer}/${id}`);
  const known = (layer: string, ids: readonly string[]) => ids.map((id) => node(layer, id)).filter((one) => one !== undefined);
  const gauges = (names: readonly { readonly kind: string; readonly id: string }[]) =>
    names.map(({ kind, id }) => entries.get(`${kind}/${id}`)).filter((one) => one !== undefined);
  const bars = (layer: Span["layer"]): Bar[] =>
    grid.spans
      .filter((span) => span.layer === layer && span.from !== null && span.to !== null)
      .flatMap((span) => {
        const of = node(layer, span.id);
        const [first, last] = [grid.phases.indexOf(span.from!) + 1, grid.phases.indexOf(span.to!) + 1];
        return of === undefined ? [] : [{ node: of, gauges: gauges(span.gauges), first, last }];
      });
  const cells = (layer: Layer, side: Side | null) => grid.cells.filter((cell) => cell.layer === layer && cell.side === side);
  const gapOf = (cell: GridCell): Gap | null =>
    cell.missing === null
      ? null
      : {
          layer: cell.layer,
          phase: cell.phase,
          side: cell.side,
          missing: cell.missing,
          members: known(cell.layer, cell.members),
        };
  const cellOf = (cell: GridCell): Cell => ({
    phase: cell.phase,
    items: known(cell.layer, cell.members)
      .map((one) => ({ node: one, gauges: gauges(cell.gauges.filter(({ of }) => of === one.entity)) }))
      .filter((item) => item.gauges.length > 0),
    gap: gapOf(cell),
    ungauged: cell.missing === null ? known(cell.layer, cell.ungauged) : [],
  });
  const objectiveBars = bars("objective");
  const wide = objectiveBars.filter(({ first, last }) => first !== last);
  const goals = bars("goal");
  const goalGaps = cells("goal", null).flatMap((cell) => {
    const gap = cell.missing === "nothing" ? gapOf(cell) : null;
    return gap === null ? [] : [{ column: grid.phases.indexOf(cell.phase) + 1, gap }];
  });
  const isWide = new Set(wide.map((bar) => bar.node.entity));
  const objectives = cells("objective", null).map((cell) => {
    const own = cellOf({ ...cell, members: cell.members.filter((id) => !isWide.has(id)) });
    // Where only wide objectives lie, their bars say what is missing.
    const covered = own.gap?.missing === "not-gauged" && own.gap.members.length === 0;
    return { ...own, gap: covered ? null : own.gap, ungauged: own.ungauged.filter(({ entity }) => !isWide.has(entity)) };
  });
  const [behaviour, experience] = [cells("interaction", "behaviour").map(cellOf), cells("interaction", "experience").map(cellOf)];
  const inOrder = [
    ...experience.flatMap(({ gap }) => gap ?? []),
    ...behaviour.flatMap(({ gap }) => gap ?? []),
    ...objectives.flatMap(({ gap }) => gap ?? []),
    ...goalGaps.map(({ gap }) => gap),
  ];
  return {
    goals,
    goalGaps,
    wide,
    objectives,
    behaviour,
    experience,
    homeless: grid.homeless.flatMap(({ layer, id }) => node(layer, id) ?? []),
    gaps: inOrder,
  };
}

/** What is missing at a goal or objective as a whole. */
export function bareGap({ node }: Item): Gap {
  return { layer: node.layer as Layer, phase: null, side: null, missing: "not-gauged", members: [node] };
}
