import { distance, seenColours, sights } from "./colour.ts";
import type { Theme } from "./organisation.ts";

/** CIEDE2000 units. About 2 is where two patches side by side begin to differ; apart, on lines and small labels, it takes far more. */
export const leastApart = 10;

/** Each is at least `leastApart` from all others for every sight, shows on white and on dark paper, and is not the red-brown of what hurts. */
const palette = [
  "#5a7fb8",
  "#ab8220",
  "#4f8f7f",
  "#665533",
  "#335566",
  "#77aa77",
  "#66aabb",
  "#7733aa",
  "#8899ff",
  "#887755",
  "#776600",
  "#557788",
] as const;

type Seen = ReturnType<typeof seenColours>;

/**
 * A colour `#rrggbb` for each theme, by id: the typed one, else the next of the palette that nobody takes for another theme's. Once
 * none is left they come round again, and the names have to tell them apart.
 */
export function themeColours(themes: readonly Theme[]): ReadonlyMap<string, string> {
  const used = themes.flatMap(({ colour }) => (colour === undefined ? [] : [seenColours(colour)]));
  const free = palette.filter((colour) => used.every((other) => isApart(seenColours(colour), other)));
  const turn = free.length > 0 ? free : palette;
  let next = 0;
  return new Map(themes.map(({ id, colour }) => [id, colour ?? turn[next++ % turn.length]!]));
}

/** Whether two colours can be told apart by everybody. */
export function isApart(one: Seen, other: Seen): boolean {
  return sights.every((sight) => distance(one[sight], other[sight]) >= leastApart);
}
