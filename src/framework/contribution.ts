import type { Framework } from "./framework.ts";
import { graphOf } from "./graph.ts";
import { heldBy, type Hold, holds } from "./holding.ts";
import { type Influence, influencesOn } from "./influence.ts";

/** How a team reaches the super-KPI. */
export interface Contribution {
  readonly team: string;
  /** node ids from what the team holds up to the super-KPI; null where no path leads there */
  readonly path: readonly string[] | null;
  /** how the team holds the first of the path */
  readonly via: Hold | null;
  readonly effect: Influence["effect"] | null;
}

/** Of each team its shortest path to the super-KPI; between equals what helps comes first, then the stronger hold. */
export function contributionsTo(framework: Framework): Contribution[] {
  const { superKpi } = graphOf(framework);
  const ways = superKpi === null ? [] : [{ effect: "helps" as const, path: [superKpi] }, ...influencesOn(framework, superKpi)];
  return framework.teams.map(({ id: team }) => {
    const held = heldBy(framework, team);
    const rank = ({ effect, path }: Pick<Influence, "effect" | "path">) => [
      path.length,
      effect === "helps" ? 0 : 1,
      holds.indexOf(held.get(path[0]!)!),
    ];
    const [shortest] = ways
      .filter(({ path }) => held.has(path[0]!))
      .sort((one, other) => {
        const [a, b] = [rank(one), rank(other)];
        return (
          a.map((value, index) => value - b[index]!).find((difference) => difference !== 0) ?? (one.path[0]! < other.path[0]! ? -1 : 1)
        );
      });
    if (!shortest) return { team, path: null, via: null, effect: null };
    return { team, path: shortest.path, via: held.get(shortest.path[0]!)!, effect: shortest.effect };
  });
}
