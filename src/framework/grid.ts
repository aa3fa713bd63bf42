import { audienceSegments, audiencesOf } from "./audience.ts";
import type { Framework } from "./framework.ts";
import { graphOf, type Layer, nodeId, nodeParts } from "./graph.ts";
import { interactionsBelow, phaseOfNode } from "./phase.ts";

/** A KPI or CPI by its id. */
export interface GaugeName {
  readonly kind: "kpi" | "cpi";
  readonly id: string;
}

export interface GridCell {
  readonly layer: "goal" | "objective" | "interaction";
  readonly phase: string;
  /** null in the layers goal and objective */
  readonly side: "behaviour" | "experience" | null;
  /** ids of the layer's entities in this phase, for the audience */
  readonly members: readonly string[];
  /** KPIs and CPIs that gauge a member from this side; `of` is the member */
  readonly gauges: readonly (GaugeName & { readonly of: string })[];
  /** null where something is gauged; `nothing`: no entity at all; `not-gauged`: entities, but none is gauged from this side */
  readonly missing: "nothing" | "not-gauged" | null;
  /** members that no KPI or CPI gauges from this side */
  readonly ungauged: readonly string[];
}

/** A goal or objective over the phases of the interactions below it. */
export interface GridSpan {
  readonly layer: "goal" | "objective";
  readonly id: string;
  /** first and last phase in the workspace's order; null where no phase is known */
  readonly from: string | null;
  readonly to: string | null;
  readonly gauges: readonly GaugeName[];
}

/** Layers by phases, from both sides: where the framework looks at the customer and where it does not. */
export interface Grid {
  /** id of a segment; null for everyone together */
  readonly audience: string | null;
  readonly phases: readonly string[];
  readonly cells: readonly GridCell[];
  readonly spans: readonly GridSpan[];
  /** goals, objectives and interactions in no known phase, and KPIs and CPIs that therefore stand in no cell */
  readonly homeless: readonly { readonly layer: Layer; readonly id: string }[];
  readonly coverage: Coverage & { readonly behaviour: Coverage; readonly experience: Coverage };
}

/** Of how many cells something is gauged; behaviour and experience count the interactions' lanes. */
export interface Coverage {
  readonly cells: number;
  readonly filled: number;
}

type GridLayer = GridCell["layer"];
type Side = NonNullable<GridCell["side"]>;

/** The grid for everyone, then one per segment that something is for. */
export function gridsOf(framework: Framework): Grid[] {
  return [null, ...audienceSegments(framework).map(({ id }) => id)].map((audience) => gridOf(framework, audience));
}

/** The grid of what is for one segment, what is for everyone included; with null of all there is. */
export function gridOf(framework: Framework, audience: string | null): Grid {
  const phases = [...new Set(framework.settings.phases.map(({ id }) => id))];
  const isFor = (node: string) => audience === null || (audiencesOf(framework, node)?.has(audience) ?? true);
  const shown = [...graphOf(framework).nodes].filter(isFor).map((node) => ({ node, ...nodeParts(node) }));
  const own = new Map(
    shown.flatMap(({ node, layer }) =>
      layer === "interaction" ? [[node, phases.indexOf(phaseOfNode(framework, node) ?? "")] as const] : [],
    ),
  );
  const gauges = gaugesOf(framework);
  const placed = shown.flatMap(({ node, layer, id }): Placed[] => {
    if (layer !== "goal" && layer !== "objective" && layer !== "interaction") return [];
    const [first, last] = extent(layer === "interaction" ? [node] : interactionsBelow(framework, node), own);
    return [{ node, layer, id, phases: first === -1 ? [] : phases.slice(first, last + 1) }];
  });
  const cells = lanes.flatMap(([name, side]) =>
    phases.map((phase) => {
      const members = placed.filter((one) => one.layer === name && one.phases.includes(phase));
      return cellOf(name, phase, side, members, gauges);
    }),
  );
  return {
    audience,
    phases,
    cells,
    spans: placed.flatMap(({ node, layer, id, phases: lain }): GridSpan[] => {
      if (layer === "interaction") return [];
      const seen = (gauges.get(node) ?? []).map((gauge) => ({ kind: gauge.kind, id: gauge.id }));
      return [{ layer, id, from: lain[0] ?? null, to: lain.at(-1) ?? null, gauges: seen }];
    }),
    homeless: homelessIn(framework, placed, cells, isFor),
    coverage: {
      ...coverageOf(cells),
      behaviour: coverageOf(cells.filter(({ side }) => side === "behaviour")),
      experience: coverageOf(cells.filter(({ side }) => side === "experience")),
    },
  };
}

const lanes: readonly (readonly [layer: GridLayer, side: Side | null])[] = [
  ["goal", null],
  ["objective", null],
  ["interaction", "behaviour"],
  ["interaction", "experience"],
];

/** A goal, objective or interaction, and the phases that it lies over. */
interface Placed {
  readonly node: string;
  readonly layer: GridLayer;
  readonly id: string;
  readonly phases: readonly string[];
}

/** The first and last phase, by index, that interactions lie in; -1 where none is known. Interactions for others are not in `own`. */
function extent(interactions: readonly string[], own: ReadonlyMap<string, number>): readonly [first: number, last: number] {
  let [first, last] = [-1, -1];
  for (const interaction of interactions) {
    const at = own.get(interaction) ?? -1;
    if (at === -1) continue;
    if (first === -1 || at < first) first = at;
    if (at > last) last = at;
  }
  return [first, last];
}

/** A gauge and the side from which it looks. */
interface SidedGauge extends GaugeName {
  readonly side: Side;
}

/** By the node that they gauge. A KPI that does not say from which side it looks counts what customers do; a CPI is what they experience. */
function gaugesOf(framework: Framework): ReadonlyMap<string, readonly SidedGauge[]> {
  const sides = new Map(framework.kpis.map(({ id, side }) => [nodeId("kpi", id), side ?? "behaviour"]));
  const gauges = new Map<string, SidedGauge[]>();
  for (const { from, to, kind } of graphOf(framework).edges) {
    if (kind !== "measures") continue;
    const { layer, id } = nodeParts(from);
    const gauge = { kind: layer as GaugeName["kind"], id, side: sides.get(from) ?? "experience" };
    gauges.set(to, [...(gauges.get(to) ?? []), gauge]);
  }
  return gauges;
}

function cellOf(
  layer: GridLayer,
  phase: string,
  side: Side | null,
  placed: readonly Placed[],
  gauges: ReadonlyMap<string, readonly SidedGauge[]>,
): GridCell {
  const members = placed.map(({ node, id }) => ({
    id,
    gauges: (gauges.get(node) ?? []).filter((gauge) => side === null || gauge.side === side),
  }));
  const found = members.flatMap(({ id: of, gauges: own }) => own.map(({ kind, id }) => ({ kind, id, of })));
  return {
    layer,
    phase,
    side,
    members: members.map(({ id }) => id),
    gauges: found,
    missing: found.length > 0 ? null : members.length === 0 ? "nothing" : "not-gauged",
    ungauged: members.filter((member) => member.gauges.length === 0).map(({ id }) => id),
  };
}

function homelessIn(
  framework: Framework,
  placed: readonly Placed[],
  cells: readonly GridCell[],
  isFor: (node: string) => boolean,
): Grid["homeless"] {
  const graph = graphOf(framework);
  const shown = new Set(cells.flatMap(({ gauges }) => gauges.map(({ kind, id }) => nodeId(kind, id))));
  const loose = [...graph.nodes].filter((node) => {
    const { layer } = nodeParts(node);
    if ((layer !== "kpi" && layer !== "cpi") || shown.has(node)) return false;
    const gauged = graph.next(node, "up").find(({ kind }) => kind === "measures")?.to;
    return gauged === undefined || isFor(gauged);
  });
  const lost = placed.filter(({ phases }) => phases.length === 0);
  return [...lost.map(({ layer, id }) => ({ layer, id })), ...loose.map(nodeParts)];
}

function coverageOf(cells: readonly GridCell[]): Coverage {
  return { cells: cells.length, filled: cells.filter(({ missing }) => missing === null).length };
}
