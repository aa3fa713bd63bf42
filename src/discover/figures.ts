import type { Day } from "../calendar/index.ts";

/**
 * What was counted of transactions, seen at the end of `asOf`. Money is in the data's own currency, shares are fractions. Null: the data do not
 * carry it, or nothing is there to divide by.
 */
export interface Figures {
  readonly asOf: Day;
  /** all sales until `asOf`: distinct transactions, those tied to a customer, and the revenue of both */
  readonly transactions: number;
  readonly registered: number;
  readonly revenue: number | null;
  readonly registeredRevenue: number | null;
  /** known customers, and those with an e-mail address; null where no column holds addresses */
  readonly customers: number;
  readonly withEmail: number | null;
  /** customers with a transaction in the window */
  readonly active: number;
  readonly activeRevenue: number | null;
  readonly activeTransactions: number;
  readonly frequencyMedian: number | null;
  readonly oneTime: number;
  /** all sales of the window, of known customers or not */
  readonly windowTransactions: number;
  readonly windowRevenue: number | null;
  readonly windowUnits: number | null;
  /** days between one transaction of a customer and the next, in the window */
  readonly gaps: number;
  readonly gapMedian: number | null;
  readonly gapP90: number | null;
  /** the best customers by revenue, how many of them have lapsed */
  readonly top: number;
  readonly topRevenue: number | null;
  readonly topLapsed: number;
  readonly gini: number | null;
  readonly lapsed: number;
  readonly lapsedRevenue: number | null;
  /** revenue in the window of first transactions ever */
  readonly newRevenue: number | null;
  /** value of cancelled and negative lines in the window, as a positive amount */
  readonly refunds: number | null;
}
