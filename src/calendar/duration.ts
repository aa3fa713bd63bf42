import { addDays, addMonths, type Day } from "./day.ts";

export const durationUnits = ["day", "week", "month", "quarter", "year"] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** A span of calendar time as people type it: `30 days`, `12 months`. */
export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

const short: ReadonlyMap<string, DurationUnit> = new Map([
  ["d", "day"],
  ["w", "week"],
  ["m", "month"],
  ["q", "quarter"],
  ["y", "year"],
]);

/** Reads `30 days`, `1 month`, `12m`, `3y`; null where the text is no whole, positive duration. */
export function parseDuration(text: string): Duration | null {
  const match = /^\s*(\d{1,5})\s*([a-z]+)\s*$/i.exec(text);
  if (!match) return null;
  const word = match[2]!.toLowerCase();
  const unit = short.get(word) ?? durationUnits.find((known) => word === known || word === `${known}s`);
  const count = Number(match[1]);
  return unit && count > 0 ? { count, unit } : null;
}

export function formatDuration({ count, unit }: Duration): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The day `sign` × duration away; months, quarters and years clamp to the month's last day. */
export function shiftDay(day: Day, { count, unit }: Duration, sign: 1 | -1 = 1): Day {
  if (unit === "day") return addDays(day, sign * count);
  if (unit === "week") return addDays(day, sign * count * 7);
  return addMonths(day, sign * count * (unit === "month" ? 1 : unit === "quarter" ? 3 : 12));
}
