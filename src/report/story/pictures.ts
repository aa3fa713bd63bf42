/**
 * What the pictures of a story are drawn from: sums over groups of customers, never a customer. A group of fewer than `fewest` tells how many
 * they are, and nothing else of them.
 */
export interface Pictures {
  /** known customers, and those who can be reached in a way; null where no column tells */
  readonly reach: {
    readonly customers: number;
    readonly email: number | null;
    readonly phone: number | null;
    readonly consent: number | null;
  };
  /** whole months, oldest first, at most 36 */
  readonly months: readonly { readonly month: string; readonly transactions: number; readonly registered: number }[];
  /** shares of the active customers, who spend least first, and of the revenue that those bring together; null where there are too few */
  readonly lorenz: readonly { readonly customers: number; readonly revenue: number }[] | null;
  /** active customers by how recently and how often they bought, each from 1 to 5 as in the export; 5 is best */
  readonly rfm: readonly {
    readonly recency: number;
    readonly frequency: number;
    readonly customers: number;
    /** null where they are too few, or there are no amounts */
    readonly revenue: number | null;
  }[];
  /** by the month of the first purchase, oldest first: the newest 12 with new customers and a month after them */
  readonly cohorts: readonly Cohort[];
}

export interface Cohort {
  readonly month: string;
  readonly customers: number;
  /** the share that bought in the month after it, in the second month after it, and so on, as far as those months are over, at most 12; empty where they are too few */
  readonly back: readonly number[];
}

export const fewest = 10;
