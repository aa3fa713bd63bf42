import { reference } from "./limit.ts";
import { mean } from "./xmr.ts";

/** A stretch of time in which the level lies elsewhere; indexes into the scores. */
export interface Episode {
  readonly direction: "up" | "down";
  /** the level did not change before this index */
  readonly earliest: number;
  /** where that became sure */
  readonly foundAt: number;
  /** the last index at which it was still sure */
  to: number;
  /** whether it is over */
  over: boolean;
  /** the level before it, as a score: 0, or that of the episode it followed on */
  readonly before: number;
}

/** One side of a cumulative sum. */
interface Sum {
  readonly sign: 1 | -1;
  value: number;
  /** index after the last at which it was zero */
  since: number;
}

interface Open {
  readonly episode: Episode;
  readonly own: Sum;
  /** sum of what lies beyond the level of the episode itself: a second, further change */
  readonly further: Sum;
  total: number;
  count: number;
}

/** How much more a further change takes than a first one, because the level that it leaves is known from few values. */
const furtherLimit = 1.2;

/**
 * Episodes by a two-sided cumulative sum (Page 1954, Biometrika 41, 100–115) of standard scores, from index `first` on: each side adds
 * what lies beyond 0.7 and never falls below 0; above `limit` an episode opens, and its side is kept at the limit. It is over when that
 * side has lost half of it, and that side begins again at 0. Within an episode the same sum around the episode's own mean above 1.2
 * limits, finds a further change in the same direction, which is an episode of its own. Scores that are null are passed over.
 */
export function episodes(scores: readonly (number | null)[], first: number, limit: number): Episode[] {
  const sides: readonly Sum[] = [begin(1, first), begin(-1, first)];
  const found: Episode[] = [];
  let open: Open | null = null;
  for (let index = first; index < scores.length; index++) {
    const score = scores[index] ?? null;
    if (score === null) continue;
    for (const side of sides) add(side, side.sign * score, index);
    if (open !== null) open = goOn(open, score, index, limit);
    const moved = open !== null && open.further.value > furtherLimit * limit ? open.further : null;
    const by = moved ?? sides.find((side) => side.value > limit && side !== open?.own);
    if (by === undefined) continue;
    const before = moved === null ? 0 : mean(scores.slice(open!.episode.earliest, moved.since).filter((score) => score !== null));
    if (open !== null) finish(open.episode, by.since);
    const own = sides.find((side) => side.sign === by.sign)!;
    own.value = limit;
    open = start(own, { before, earliest: by.since, foundAt: index }, scores);
    found.push(open.episode);
  }
  return found;
}

function begin(sign: 1 | -1, index: number): Sum {
  return { sign, value: 0, since: index };
}

function add(sum: Sum, score: number, index: number): void {
  sum.value = Math.max(0, sum.value + score - reference);
  if (sum.value === 0) sum.since = index + 1;
}

function start(own: Sum, known: Pick<Episode, "before" | "earliest" | "foundAt">, scores: readonly (number | null)[]): Open {
  const { earliest, foundAt } = known;
  const during = scores.slice(earliest, foundAt + 1).filter((score) => score !== null);
  const total = own.sign * during.reduce((sum, score) => sum + score, 0);
  const episode: Episode = { direction: own.sign > 0 ? "up" : "down", ...known, to: foundAt, over: false };
  return { episode, own, further: begin(own.sign, foundAt + 1), total, count: during.length };
}

/** Ends an episode that another one takes over from. */
function finish(episode: Episode, next: number): void {
  episode.over = true;
  episode.to = Math.max(episode.foundAt, Math.min(episode.to, next - 1));
}

/** The episode after one more score; null where it is over. */
function goOn(open: Open, score: number, index: number, limit: number): Open | null {
  const { episode, own, further } = open;
  if (own.value < limit / 2) {
    episode.over = true;
    own.value = 0;
    own.since = index + 1;
    return null;
  }
  if (own.value >= limit) {
    own.value = limit;
    episode.to = index;
  }
  open.total += own.sign * score;
  open.count++;
  add(further, own.sign * score - open.total / open.count, index);
  return open;
}
