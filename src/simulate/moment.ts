import type { Random } from "./random.ts";
import type { StoryDay } from "./story-calendar.ts";

/** So many minutes of the day between the hours `from` and `to`, in order. */
export function minutesOfDay(random: Random, count: number, from = 8, to = 23): number[] {
  return Array.from({ length: count }, () => random.integer(from * 60, to * 60 - 1)).sort((one, other) => one - other);
}

/** Local time without zone: `2026-10-14 13:05:00`. */
export function at(day: StoryDay, minute: number, second = 0): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${day.date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:${two(second)}`;
}
