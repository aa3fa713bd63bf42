import type { Level } from "../story-calendar.ts";

/*
 * The story that the numbers tell, in the units of the targets of examples/badkamerwinkel, kpis.yaml and cpis.yaml. `now` is what a whole
 * running quarter would bring without a surprise; `yearBefore` is the baseline of the same quarter a year earlier.
 */
export const quarterTotals = {
  seaImpressions: { now: 167_000, yearBefore: 131_000 },
  newVisitors: { now: 17_130, yearBefore: 14_600 },
  returningVisitors: { now: 5_850, yearBefore: 5_500 },
  whitepaperDownloads: { now: 582, yearBefore: 440 },
  bathrooms: { now: 259, yearBefore: 224 },
  decorationCustomers: { now: 109, yearBefore: 88 },
  smallNewCustomers: { now: 1_520, yearBefore: 1_400 },
} satisfies Record<string, Level>;

/** How a quarter's bathrooms fall over its three months: a quarter is sold towards its end. */
export const bathroomMonths = [77 / 258, 88 / 258, 93 / 258] as const;

/** The form of a quarter's downloads: a mailing in the first week, then a tail (days to fall to 1/e, and the share that comes evenly). */
export const downloadShape = { tail: 14, even: 0.13 } as const;

export const levels = {
  /** seconds per visitor */ timeOnSite: { now: 67, yearBefore: 58 },
  /** seconds, 75th percentile; the new picture server came a quarter ago */
  loadSeconds: { before: 3.8, previousQuarter: 2.9, now: 2.3 },
  /** share of deliveries */
  fits: { now: 0.968, yearBefore: 0.952 },
  undamaged: { now: 0.974, yearBefore: 0.976 },
} as const;

/** Share of new customers that order again within 60 days, by the quarter in which the 60 days end: rising, too slowly for 30 %. */
export const retention = { now: 0.284, perQuarter: 0.0025, lowest: 0.25 } as const;

export const devices = ["mobile", "desktop", "tablet"] as const;
export type Device = (typeof devices)[number];

interface FormLevel {
  /** quote forms begun in a whole quarter */
  readonly started: Level;
  /** share that is finished */
  readonly finished: number;
  /** median minutes from opening the form to the price */
  readonly minutes: Level;
}

export const form: Record<Device, FormLevel> = {
  mobile: { started: { now: 524, yearBefore: 463 }, finished: 0.294, minutes: { now: 2.4, yearBefore: 2.6 } },
  desktop: { started: { now: 295, yearBefore: 260 }, finished: 0.4, minutes: { now: 2.1, yearBefore: 2.3 } },
  tablet: { started: { now: 55, yearBefore: 49 }, finished: 0.438, minutes: { now: 2.2, yearBefore: 2.4 } },
};

/** The drop: on day 14 of the running quarter a form of nine fields replaces the one of five. */
export const newForm = {
  dayOfQuarter: 14,
  after: {
    mobile: { finished: 0.19, minutes: 6.2 },
    desktop: { finished: 0.41, minutes: 3.4 },
    tablet: { finished: 0.4, minutes: 3.6 },
  } satisfies Record<Device, { finished: number; minutes: number }>,
} as const;

/** Finished experiments, two quarters ago; `from` and `to` as `ShopDay.placeInQuarter`. */
export const priceFirstTest = { quarter: -2, from: "1-01", to: "3-11", finishedFactor: 1.3, minutesFactor: 0.55 } as const;
export const packagingTest = {
  quarter: -2,
  from: "1-06",
  to: "3-14",
  retentionShift: 0.045,
  damaged: { A: 0.034, B: 0.016 },
} as const;
