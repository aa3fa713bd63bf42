import type { Formats } from "../locale/index.ts";
import { wilson } from "../statistics/index.ts";
import { type Fact, type FactKind, told } from "./fact.ts";
import { activeRevenue } from "./facts/active-revenue.ts";
import { basketSize } from "./facts/basket-size.ts";
import { daysBetweenOrdersMedian } from "./facts/days-between-orders-median.ts";
import { daysBetweenOrdersP90 } from "./facts/days-between-orders-p90.ts";
import { emailsRegistered } from "./facts/emails-registered.ts";
import { frequencyMean } from "./facts/frequency-mean.ts";
import { frequencyMedian } from "./facts/frequency-median.ts";
import { gini } from "./facts/gini.ts";
import { lapsedCustomers } from "./facts/lapsed-customers.ts";
import { lapsedFormerRevenue } from "./facts/lapsed-former-revenue.ts";
import { lapsedTopShare } from "./facts/lapsed-top-share.ts";
import { newRevenueShare } from "./facts/new-revenue-share.ts";
import { oneTimeShare } from "./facts/one-time-share.ts";
import { orderValue } from "./facts/order-value.ts";
import { refundShare } from "./facts/refund-share.ts";
import { registeredShare } from "./facts/registered-share.ts";
import { returningRevenueShare } from "./facts/returning-revenue-share.ts";
import { secondOrderRate } from "./facts/second-order-rate.ts";
import { spendMean } from "./facts/spend-mean.ts";
import { topCustomers } from "./facts/top-customers.ts";
import { topRevenueShare } from "./facts/top-revenue-share.ts";
import type { Figures } from "./figures.ts";

/** Every fact, in the order in which they are told. */
const kinds: readonly FactKind[] = [
  activeRevenue,
  emailsRegistered,
  frequencyMean,
  frequencyMedian,
  spendMean,
  orderValue,
  daysBetweenOrdersMedian,
  daysBetweenOrdersP90,
  oneTimeShare,
  secondOrderRate,
  topCustomers,
  topRevenueShare,
  gini,
  lapsedCustomers,
  lapsedFormerRevenue,
  lapsedTopShare,
  newRevenueShare,
  returningRevenueShare,
  refundShare,
  basketSize,
  registeredShare,
];

/** The facts of `figures`, beside those of a year before; null where the data do not reach back far enough to compare. */
export function factsOf(figures: Figures, yearBefore: Figures | null, formats: Formats): readonly Fact[] {
  return kinds.map((kind) => {
    const value = kind.value(figures);
    const n = kind.n(figures);
    return {
      id: kind.id,
      value,
      unit: kind.unit,
      n,
      ...(kind.isShare && value !== null ? { interval: wilson(Math.round(value * n), n) } : {}),
      ...(yearBefore === null ? {} : { lastYear: kind.value(yearBefore) }),
      sentence: told(kind, value, n, formats),
    };
  });
}
