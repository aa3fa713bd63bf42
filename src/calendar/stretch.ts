import { type Day, daysBetween } from "./day.ts";

/** Days from `from` to `to`, both included. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** How many days there are in it. */
export function lengthOf({ from, to }: Stretch): number {
  return daysBetween(from, to) + 1;
}

/** How many days two stretches have in common. */
export function daysShared(one: Stretch, other: Stretch): number {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from > to ? 0 : lengthOf({ from, to });
}
