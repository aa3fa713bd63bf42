import type { Cadence } from "../../calendar/index.ts";

interface Cycle {
  /** periods in a season, the short one first */
  readonly season: readonly number[];
  /** the newest periods that a forecast is made of: enough for the seasons, and not so many that long ago weighs on now */
  readonly remembered: number;
}

/** Where the seasons of each cadence are looked for. */
export const cycles: Readonly<Record<Cadence, Cycle>> = {
  daily: { season: [7, 365], remembered: 1_100 },
  weekly: { season: [52], remembered: 260 },
  monthly: { season: [12], remembered: 120 },
  quarterly: { season: [4], remembered: 60 },
};
