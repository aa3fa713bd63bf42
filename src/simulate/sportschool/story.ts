import type { Intake, Level } from "../story-calendar.ts";

/*
 * The story that the numbers tell, in the units of the targets of examples/sportschool, kpis.yaml and cpis.yaml: a cheap campaign for
 * students fills the evenings. Cover per open hour rises, and so does what a campaign euro brings on paper; the daytime stays
 * empty, people queue for the machines, and NPS falls. Churn, which lags, hardly shows it yet.
 */

/** How the trade's months relate: resolutions in January, holidays in summer. */
export const monthFactors = [1.18, 1.1, 1.05, 1, 0.95, 0.92, 0.82, 0.82, 1.08, 1.06, 1.05, 0.97] as const;

/** The evening campaign starts on this day of the running quarter. */
export const campaignDay = 13;

export const quarterTotals = {
  trials: { now: 2_200, yearBefore: 2_050 },
  /** members who join without a trial */
  walkIns: { now: 60, yearBefore: 60 },
} satisfies Record<string, Level>;

export const cover = { level: { now: 0.457, yearBefore: 0.438 } satisfies Level, capacity: 200, eveningFactor: 1.22 } as const;

/** A level of its own from `campaignDay` on. */
interface Broken extends Level {
  readonly afterCampaign: number;
}

export const shares = {
  /** open hours for which the crowd forecast was right to within 20 guests */
  rightForecast: { now: 0.855, yearBefore: 0.76, afterCampaign: 0.845 },
  /** trials that end with a plan of one's own */
  plan: { now: 0.84, yearBefore: 0.72, afterCampaign: 0.84 },
  /** trials that become a membership within 14 days */
  joins: { now: 0.258, yearBefore: 0.235, afterCampaign: 0.262 },
  /** new members that choose the daytime subscription */
  daytime: { now: 0.305, yearBefore: 0.24, afterCampaign: 0.16 },
  /** new members that train again within seven days */
  returns: { now: 0.586, yearBefore: 0.58, afterCampaign: 0.584 },
  /** scans at a machine without waiting longer than two minutes */
  freeMachine: { now: 0.85, yearBefore: 0.78, afterCampaign: 0.63 },
  /** members that end within a month */
  churn: { now: 0.0359, yearBefore: 0.0358, afterCampaign: 0.0362 },
} satisfies Record<string, Broken>;

/** Median minutes from signing up to a pass that opens the gate; the pass on the phone came a quarter ago. */
export const accessMinutes = { before: 9, now: 4.4 } as const;

/** Euros of campaign spend per new member that a campaign brought. */
export const costPerMember = { now: 97, yearBefore: 114 } satisfies Level;

/** Answers to “would you recommend us”: shares of 9–10 and of 0–6. */
export const mood = { before: { promoters: 0.52, detractors: 0.12 }, afterCampaign: { promoters: 0.43, detractors: 0.23 } } as const;

/** Finished experiments, two quarters ago, and one that runs. */
export const planTest = {
  intake: { quarter: -2, from: "1-01", to: "3-11" } satisfies Intake,
  plan: { A: 0.72, B: 0.97 },
  joins: { A: 0.235, B: 0.325 },
} as const;
export const accessTest = {
  intake: { quarter: -2, from: "1-01", to: "3-24" } satisfies Intake,
  minutes: { A: 9, B: 3.2 },
  returns: { A: 0.57, B: 0.72 },
} as const;
export const reserveTest = {
  intake: { quarter: 0, from: "1-16", to: "3-31" } satisfies Intake,
  freeMachine: { A: 0.6, B: 0.83 },
} as const;
