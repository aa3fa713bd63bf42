import type { Framework } from "./framework.ts";
import { far, graphOf, nodeParts, type Walks, walksOn, type Way } from "./graph.ts";

/** One node moves another along a path on which no node stands twice. */
export interface Influence {
  readonly from: string;
  readonly to: string;
  /** the product of the signs along the path */
  readonly effect: "helps" | "hurts";
  /** node ids, `from` and `to` included */
  readonly path: readonly string[];
}

type Effect = Influence["effect"];

const known = new WeakMap<Framework, Walks>();

/**
 * What moves what: the tree from below to above, enablers, and every link that is not refuted. The super-KPI stands for what it gauges,
 * so what moves its goal moves it; that a goal is served does not yet move each other KPI on it.
 */
export function movesOf(framework: Framework): Walks {
  const kept = known.get(framework);
  if (kept) return kept;
  const graph = graphOf(framework);
  const { superKpi } = graph;
  const standsFor = superKpi === null ? null : graph.gauged(framework.kpis.find(({ id }) => id === nodeParts(superKpi).id)?.measures);
  const moving = graph.edges.filter(({ evidence }) => evidence !== "refuted");
  if (superKpi !== null && standsFor !== null) {
    moving.push({ from: standsFor, to: superKpi, kind: "measures", effect: "helps", evidence: "structure" });
  }
  // Sorted, so that of paths of one length the same one is found in whatever order the entries stand.
  const made = walksOn(
    moving.sort((one, other) => order(one.from, other.from) || order(one.to, other.to) || order(one.effect, other.effect)),
  );
  known.set(framework, made);
  return made;
}

/** All that moves a node: of each the shortest path that helps and the shortest that hurts, the nearest first. */
export function influencesOn(framework: Framework, node: string): Influence[] {
  return pathsFrom(movesOf(framework), node, "down").map(({ effect, path }) => {
    const upwards = path.toReversed();
    return { from: upwards[0]!, to: node, effect, path: upwards };
  });
}

/** All that a node moves, in the same way. */
export function influencesOf(framework: Framework, node: string): Influence[] {
  return pathsFrom(movesOf(framework), node, "up").map(({ effect, path }) => ({ from: node, to: path.at(-1)!, effect, path }));
}

/** A node together with the sign of the shortest walk to it. */
interface State {
  readonly node: string;
  readonly effect: Effect;
  readonly length: number;
  readonly before: State | null;
  /** no node stands twice on the walk */
  readonly simple: boolean;
}

type States = Readonly<Record<Effect, ReadonlyMap<string, State>>>;
type SignedPath = Pick<Influence, "effect" | "path">;

function pathsFrom(walks: Walks, start: string, way: Way): SignedPath[] {
  const states = statesFrom(walks, start, way);
  const search = new Search(walks, states, start, way);
  return [...states.helps.values(), ...states.hurts.values()]
    .filter(({ node }) => node !== start)
    .sort((one, other) => one.length - other.length || order(one.node, other.node) || order(one.effect, other.effect))
    .flatMap((state): SignedPath[] => {
      const path = state.simple ? chain(state) : search.simplePath(state);
      return path === null ? [] : [{ effect: state.effect, path }];
    })
    .sort((one, other) => one.path.length - other.path.length);
}

/** Breadth first over nodes and signs. */
function statesFrom(walks: Walks, start: string, way: Way): States {
  const first: State = { node: start, effect: "helps", length: 0, before: null, simple: true };
  const states = { helps: new Map([[start, first]]), hurts: new Map<string, State>() };
  const found = [first];
  // An array yields what is added while it is walked.
  for (const before of found) {
    for (const edge of walks.next(before.node, way)) {
      const [node, effect] = [far(edge, way), times(before.effect, edge.effect)];
      if (states[effect].has(node)) continue;
      const met = states[times(effect, "hurts")].has(node);
      const state = { node, effect, length: before.length + 1, before, simple: before.simple && !(met && chain(before).includes(node)) };
      states[effect].set(node, state);
      found.push(state);
    }
  }
  return states;
}

/**
 * Where the shortest walk goes round a loop that turns the sign, a path without the loop is looked for: deeper and deeper, back to the
 * start, never where it cannot be reached any more with the sign that is left. In general no quick way to such paths is known, so the
 * whole search stops after a number of steps; what a large tangle of loops that contradict themselves hides after that stays unsaid.
 */
class Search {
  readonly #walks: Walks;
  readonly #states: States;
  readonly #start: string;
  readonly #back: Way;
  #left = 200_000;

  constructor(walks: Walks, states: States, start: string, way: Way) {
    this.#walks = walks;
    this.#states = states;
    this.#start = start;
    this.#back = way === "up" ? "down" : "up";
  }

  simplePath({ node, effect, length }: State): readonly string[] | null {
    for (let limit = length; this.#left > 0; limit += 1) {
      const found = this.#deepen([node], effect, limit);
      if (found !== "deeper") return found?.toReversed() ?? null;
    }
    return null;
  }

  /** The path from the start within the limit of steps; `deeper` where there may be one beyond it, null where there is none. */
  #deepen(path: readonly string[], owed: Effect, limit: number): readonly string[] | "deeper" | null {
    const at = path.at(-1)!;
    if (at === this.#start) return owed === "helps" ? path : null;
    let answer: "deeper" | null = null;
    for (const edge of this.#walks.next(at, this.#back)) {
      const [node, left] = [far(edge, this.#back), times(owed, edge.effect)];
      const nearest = this.#states[left].get(node)?.length;
      if (nearest === undefined || path.includes(node) || this.#left <= 0) continue;
      if (path.length + nearest > limit) {
        answer = "deeper";
        continue;
      }
      this.#left -= 1;
      const found = this.#deepen([...path, node], left, limit);
      if (found !== null && found !== "deeper") return found;
      answer ??= found;
    }
    return answer;
  }
}

function chain(state: State): readonly string[] {
  const path: string[] = [];
  for (let at: State | null = state; at !== null; at = at.before) path.push(at.node);
  return path.reverse();
}

function times(one: Effect, other: Effect): Effect {
  return one === other ? "helps" : "hurts";
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
