import { churnOf, type Growth, growthPath } from "./growth.ts";

/** What growth brings in money, in the workspace's currency. */
export interface Worth {
  /** of one member over all weeks that they stay: a week's value / churn; null where nobody leaves, as it has no end then */
  readonly lifetimeValue: number | null;
  /** of the members that come in these weeks, in these weeks */
  readonly within: number;
  /** of the same over their life; null where nobody leaves */
  readonly overLife: number | null;
  /** both per euro of campaign spend; null without spend */
  readonly returnWithin: number | null;
  readonly returnOverLife: number | null;
  /** the first week at whose end they brought as much as was spent; null: not in these weeks, or nothing is spent */
  readonly paybackWeek: number | null;
}

/**
 * What the newcomers bring, and those that they bring along: who was there at the start is not theirs. A member of a week's end brings `perWeek` in it; who stays on
 * leaves by the churn of the last week (a geometric life: 1 / churn weeks). Without discount.
 */
export function worthOf(growth: Growth, { perWeek, spend }: { readonly perWeek: number; readonly spend: number | null }): Worth {
  const path = growthPath(growth);
  const churns = [growth.start, ...path.map(({ members }) => members)].map(churnOf(growth));
  const last = churns.at(-1)!;
  const lifetimeValue = last > 0 ? perWeek / last : null;
  let [theirs, before, within] = [0, growth.start, 0];
  let paybackWeek: number | null = null;
  for (const [index, { week, members }] of path.entries()) {
    const stay = 1 - churns[index]!;
    theirs = theirs * stay + (members - before * stay);
    before = members;
    within += theirs * perWeek;
    if (paybackWeek === null && spend !== null && spend > 0 && within >= spend) paybackWeek = week;
  }
  // Who is there at the end stays 1 / churn − 1 weeks more.
  const overLife = lifetimeValue === null ? null : within + theirs * (lifetimeValue - perWeek);
  const per = (value: number | null) => (value === null || spend === null || spend <= 0 ? null : value / spend);
  return { lifetimeValue, within, overLife, returnWithin: per(within), returnOverLife: per(overLife), paybackWeek };
}
