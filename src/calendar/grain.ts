/** How finely time is cut. `total` is one period over the whole range. */
export const grains = ["day", "week", "month", "quarter", "year", "total"] as const;
export type Grain = (typeof grains)[number];

export const cadences = ["daily", "weekly", "monthly", "quarterly"] as const;
export type Cadence = (typeof cadences)[number];

const grainOf: Record<Cadence, Grain> = { daily: "day", weekly: "week", monthly: "month", quarterly: "quarter" };

/** The grain of the periods that a cadence reports. */
export function cadenceGrain(cadence: Cadence): Grain {
  return grainOf[cadence];
}
