import type { Framework } from "./framework.ts";
import { type Edge, nodeId } from "./graph.ts";
import { heldBy } from "./holding.ts";
import { movesOf } from "./influence.ts";

export interface ScorecardLine {
  readonly kind: "kpi" | "cpi";
  readonly id: string;
  readonly weight: number;
  /** the team holds it, or a path of structure and helping links leads to it from what the team holds */
  readonly movable: boolean;
  /** the team may be held to it: it can move it without a link that is not supported, and of a CPI a supported link leads on to a KPI */
  readonly accountable: boolean;
}

export interface Scorecard {
  readonly team: string;
  readonly name: string;
  readonly lines: readonly ScorecardLine[];
  /** sum of the weights */
  readonly weights: number;
}

/** Every team with what it is judged on. A claim does not make a team accountable before an experiment supports it. */
export function scorecardsOf(framework: Framework): Scorecard[] {
  const moves = movesOf(framework);
  const proven = new Set(moves.edges.filter((edge) => edge.kind === "link" && isProven(edge)).map(({ from }) => from));
  return framework.teams.map(({ id: team, name, scorecard }) => {
    const held = [...heldBy(framework, team).keys()];
    const movable = moves.reach(held, "up", ({ effect }) => effect === "helps");
    const certain = moves.reach(held, "up", (edge) => edge.effect === "helps" && isProven(edge));
    const lines = scorecard.map(({ kpi, cpi, weight }): ScorecardLine => {
      const [kind, id] = kpi === undefined ? (["cpi", cpi ?? ""] as const) : (["kpi", kpi] as const);
      const node = nodeId(kind, id);
      return { kind, id, weight, movable: movable.has(node), accountable: certain.has(node) && (kind === "kpi" || proven.has(node)) };
    });
    return { team, name, lines, weights: Number(lines.reduce((sum, { weight }) => sum + weight, 0).toPrecision(12)) };
  });
}

function isProven({ evidence }: Edge): boolean {
  return evidence === "structure" || evidence === "supported";
}
