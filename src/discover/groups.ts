import { wilson } from "../statistics/index.ts";
import type { Group } from "./figures.ts";

/** Of fewer newcomers nothing is said. */
const fewest = 30;

/**
 * The group whose newcomers come back more (`sense` 1) or less (−1) than those of all groups, by more than chance makes of the best of so
 * many; null where none does.
 */
export function standout(groups: readonly Group[] | null | undefined, sense: 1 | -1): Group | null {
  const able = (groups ?? []).filter(({ n }) => n >= fewest);
  if (able.length < 2) return null;
  const overall = able.reduce((sum, { part }) => sum + part, 0) / able.reduce((sum, { n }) => sum + n, 0);
  const bound = ({ part, n }: Group) => sense * wilson(part, n, 0.05 / able.length)[sense === 1 ? 0 : 1];
  const best = able.reduce((one, other) => (bound(other) > bound(one) ? other : one));
  return bound(best) > sense * overall ? best : null;
}

/** The group that brings in most. */
export function largest(groups: readonly Group[] | null | undefined): Group | null {
  return (groups ?? []).reduce<Group | null>((best, one) => (best === null || (one.revenue ?? 0) > (best.revenue ?? 0) ? one : best), null);
}
