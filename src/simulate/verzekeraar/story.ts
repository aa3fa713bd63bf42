import type { Intake, Level } from "../story-calendar.ts";

/*
 * The story that the numbers tell, in the units of the targets of examples/verzekeraar, kpis.yaml and cpis.yaml: two measures that looked
 * sensible from inside. Since `routeDay` more quotes go to an adviser first, so that people wait for their price and buy elsewhere. Since
 * `capDay` a call may take six minutes: the cost per case falls nicely, and fewer people are helped in one go.
 */

/** How the trade's months relate: cars in spring, moving in summer, renewals at the turn of the year. */
export const monthFactors = [1.08, 0.98, 1.04, 1.03, 1, 0.99, 0.94, 0.92, 1.02, 1, 0.98, 1.02] as const;

export const routeDay = 12;
export const capDay = 20;

export const quotesPerQuarter = { now: 1_900, yearBefore: 1_750 } satisfies Level;

/** Share of the quotes that an adviser looks at before the price goes out. */
export const adviserShare = { before: 0.12, after: 0.46 } as const;

/** Median seconds to the price. */
export const leadSeconds = {
  instant: { now: 35, yearBefore: 50 } satisfies Level,
  adviser: 18_000,
  spread: 0.55,
} as const;

/** Share of the quotes that reach the choice of a payment plan, and share of those that buy. */
export const buying = {
  instant: { reaches: 0.4, buys: { now: 0.677, yearBefore: 0.643 } satisfies Level },
  adviser: { reaches: 0.12, buys: { now: 0.33, yearBefore: 0.33 } satisfies Level },
} as const;

/** Payment plans offered, on average; the new plans came a quarter ago. */
export const paymentOptions = { before: 3.1, now: 4.3 } as const;

/** A level of its own from `capDay` on. */
interface Capped extends Level {
  readonly afterCap: number;
}

export const shares = {
  /** policies that are renewed when their year ends */
  renewed: { now: 0.835, yearBefore: 0.8 },
  /** renewals for which the customer opened the overview of what the insurance brought */
  overviewOpened: { now: 0.53, yearBefore: 0.41 },
  /** visitors who answer rightly what is covered */
  understood: { now: 0.783, yearBefore: 0.71 },
  /** instalments that are paid late */
  paidLate: { now: 0.053, yearBefore: 0.064 },
  /** impressions on comparison sites that are clicked */
  clicked: { now: 0.0362, yearBefore: 0.032 },
} satisfies Record<string, Level>;

export const service = {
  casesPerQuarter: { now: 1_850, yearBefore: 1_750 } satisfies Level,
  /** cases that are solved in one contact, by the customer's own word */
  firstTime: { now: 0.736, yearBefore: 0.68, afterCap: 0.662 } satisfies Capped,
  /** euros */
  cost: { now: 13.3, yearBefore: 14.2, afterCap: 11.8 } satisfies Capped,
} as const;

/** Answers to “would you recommend us”: shares of 9–10 and of 0–6; NPS is their difference. */
export const mood = {
  promoters: { now: 0.395, yearBefore: 0.38, afterCap: 0.36 } satisfies Capped,
  detractors: { now: 0.18, yearBefore: 0.2, afterCap: 0.18 } satisfies Capped,
} as const;

/** Finished experiments. */
export const instantTest = {
  intake: { quarter: -2, from: "1-01", to: "3-11" } satisfies Intake,
  buys: { A: 0.6, B: 0.82 },
} as const;
export const paymentTest = {
  intake: { quarter: -3, from: "1-01", to: "3-24" } satisfies Intake,
  options: { A: 3, B: 5 },
  buys: { A: 0.62, B: 0.79 },
} as const;
export const ownerTest = {
  intake: { quarter: -3, from: "1-01", to: "3-31" } satisfies Intake,
  firstTime: { A: 0.68, B: 0.84 },
  renewed: { A: 0.79, B: 0.895 },
  /** days after the case in which the way it was handled counts */
  window: 182,
} as const;
