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
  /** the best customers by revenue, how many of them have lapsed, and what those bought in the window */
  readonly top: number;
  readonly topRevenue: number | null;
  readonly topLapsed: number;
  readonly topLapsedRevenue: number | null;
  readonly topLapsedTransactions: number;
  readonly gini: number | null;
  readonly lapsed: number;
  readonly lapsedRevenue: number | null;
  /** revenue in the window of first transactions ever, and how many there were */
  readonly newRevenue: number | null;
  readonly newTransactions: number;
  /** value of cancelled and negative lines in the window, as a positive amount */
  readonly refunds: number | null;
  readonly spendMedian: number | null;
  readonly orderValueMedian: number | null;
  /** what the largest customer brings, and how many of the largest bring half of the revenue */
  readonly largestRevenue: number | null;
  readonly halfCustomers: number | null;
  /** customers of the window with two transactions or more, silent for longer than nine of ten gaps, and not lapsed */
  readonly atRisk: number;
  readonly atRiskRevenue: number | null;
  /** what needs more of the data; null where only the main figures were counted, as for a year before */
  readonly detail: Detail | null;
}

/** Of `n`, those for whom it came true. */
export interface Part {
  readonly n: number;
  readonly part: number;
}

/** What is counted beside the main figures. */
export interface Detail {
  /** first day with a sale */
  readonly from: Day;
  readonly contacts: Contacts;
  readonly years: Years;
  readonly repeats: Repeats;
  /** whole months that end on or before `asOf`, oldest first, at most 36 */
  readonly months: readonly Month[];
  /** transactions by day of the week, Monday first */
  readonly weekdays: readonly number[];
  /** the largest groups by column, null where no column tells */
  readonly products: readonly Group[] | null;
  readonly channels: readonly Group[] | null;
  readonly countries: readonly Group[] | null;
  readonly baskets: Baskets | null;
  readonly discounts: Discounts | null;
  readonly service: Service | null;
  /** how customers who had lapsed at the start of earlier periods came back */
  readonly returns: readonly Return[];
}

export interface Contacts {
  readonly withPhone: number | null;
  readonly withConsent: number | null;
  readonly activeWithEmail: number | null;
  readonly topLapsedWithEmail: number | null;
  readonly lapsedWithEmail: number | null;
}

/** The last twelve months and the twelve before; the latter null where the data do not hold the whole of them. */
export interface Years {
  readonly now: Year | null;
  readonly before: Year | null;
}

export interface Year {
  readonly transactions: number;
  readonly revenue: number | null;
  readonly customers: number;
  readonly newcomers: number;
  /** customers of this year who bought again in the year after it; null where that year is not over */
  readonly kept: number | null;
}

export interface Repeats {
  /** newcomers whose first 90 (365) days are over, and those who bought again in them, of at most the last twelve months of such */
  readonly within90: Part;
  readonly within365: Part;
  readonly secondGapMedian: number | null;
  /** customers who bought on a second day */
  readonly secondGaps: number;
  readonly lifespanMedian: number | null;
}

/** One whole calendar month. */
export interface Month {
  readonly month: string;
  readonly transactions: number;
  readonly registered: number;
  readonly revenue: number | null;
  readonly units: number | null;
  readonly refunds: number | null;
  readonly customers: number;
  readonly newcomers: number;
  /** of those newcomers whose first 90 days are over */
  readonly again: Part;
  readonly deliveries: Part;
}

/** One product, channel or country of first transactions: who began with it, and who of them bought again. */
export interface Group extends Part {
  readonly name: string;
  readonly revenue: number | null;
  readonly transactions: number;
}

export interface Baskets {
  /** different products in a transaction, and of a customer, on average */
  readonly perTransaction: number | null;
  readonly perCustomer: number | null;
}

export interface Discounts {
  readonly transactions: Part;
  readonly revenue: number | null;
  /** those who began with a discount, and without, and who of them bought again */
  readonly began: Part;
  readonly beganWithout: Part;
}

export interface Mean {
  readonly n: number;
  readonly mean: number | null;
}

export interface Service {
  readonly deliveries: Part | null;
  readonly deliveryDays: number | null;
  readonly score: Mean | null;
  readonly scoreLate: Mean | null;
  readonly scoreOnTime: Mean | null;
  readonly scoreTop: Mean | null;
  /** customers by the score of their first transaction (in the upper half of the scale or not), and who of them bought again */
  readonly pleased: Part | null;
  readonly displeased: Part | null;
}

/** Customers who had lapsed at the end of `at`, and what became of them in the `months` after. */
export interface Return {
  readonly at: Day;
  readonly months: number;
  readonly lapsed: Part;
  /** of the best customers of then */
  readonly top: Part;
  /** what those who came back spent in those months, of the best and of all: sum and sum of squares */
  readonly spentByTop: number | null;
  readonly spentByTopSquares: number | null;
  readonly spent: number | null;
  readonly spentSquares: number | null;
}
