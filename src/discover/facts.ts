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
import { lapsedShare } from "./facts/lapsed-share.ts";
import { lapsedTopRevenue } from "./facts/lapsed-top-revenue.ts";
import { lapsedTopOrderValue } from "./facts/lapsed-top-order-value.ts";
import { topSpendMean } from "./facts/top-spend-mean.ts";
import { spendMedian } from "./facts/spend-median.ts";
import { orderValueMedian } from "./facts/order-value-median.ts";
import { largestCustomerShare } from "./facts/largest-customer-share.ts";
import { halfRevenueCustomers } from "./facts/half-revenue-customers.ts";
import { firstOrderValue } from "./facts/first-order-value.ts";
import { returningOrderValue } from "./facts/returning-order-value.ts";
import { atRiskCustomers } from "./facts/at-risk-customers.ts";
import { atRiskRevenue } from "./facts/at-risk-revenue.ts";
import { registeredRevenueShare } from "./facts/registered-revenue-share.ts";
import { phonesRegistered } from "./facts/phones-registered.ts";
import { consentsRegistered } from "./facts/consents-registered.ts";
import { activeEmailShare } from "./facts/active-email-share.ts";
import { lapsedTopEmailShare } from "./facts/lapsed-top-email-share.ts";
import { revenueYear } from "./facts/revenue-year.ts";
import { revenueGrowth } from "./facts/revenue-growth.ts";
import { customersYear } from "./facts/customers-year.ts";
import { newcomersYear } from "./facts/newcomers-year.ts";
import { keptShare } from "./facts/kept-share.ts";
import { secondOrder90Days } from "./facts/second-order-90-days.ts";
import { secondOrder365Days } from "./facts/second-order-365-days.ts";
import { daysToSecondOrder } from "./facts/days-to-second-order.ts";
import { customerLifespan } from "./facts/customer-lifespan.ts";
import { busiestMonth } from "./facts/busiest-month.ts";
import { quietestMonth } from "./facts/quietest-month.ts";
import { busiestWeekday } from "./facts/busiest-weekday.ts";
import { reactivatedLapsed } from "./facts/reactivated-lapsed.ts";
import { reactivatedTop } from "./facts/reactivated-top.ts";
import { loyalFirstProduct } from "./facts/loyal-first-product.ts";
import { oneTimeFirstProduct } from "./facts/one-time-first-product.ts";
import { bestSellingProduct } from "./facts/best-selling-product.ts";
import { largestCountryShare } from "./facts/largest-country-share.ts";
import { largestChannelShare } from "./facts/largest-channel-share.ts";
import { loyalFirstChannel } from "./facts/loyal-first-channel.ts";
import { loyalFirstCountry } from "./facts/loyal-first-country.ts";
import { productsPerOrder } from "./facts/products-per-order.ts";
import { productsPerCustomer } from "./facts/products-per-customer.ts";
import { discountShare } from "./facts/discount-share.ts";
import { discountRevenueShare } from "./facts/discount-revenue-share.ts";
import { secondOrderAfterDiscount } from "./facts/second-order-after-discount.ts";
import { secondOrderWithoutDiscount } from "./facts/second-order-without-discount.ts";
import { lateDeliveries } from "./facts/late-deliveries.ts";
import { deliveryDays } from "./facts/delivery-days.ts";
import { scoreMean } from "./facts/score-mean.ts";
import { scoreLate } from "./facts/score-late.ts";
import { scoreOnTime } from "./facts/score-on-time.ts";
import { scoreTop } from "./facts/score-top.ts";
import { secondOrderPleased } from "./facts/second-order-pleased.ts";
import { secondOrderDispleased } from "./facts/second-order-displeased.ts";
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
  lapsedShare,
  lapsedTopRevenue,
  lapsedTopOrderValue,
  topSpendMean,
  spendMedian,
  orderValueMedian,
  largestCustomerShare,
  halfRevenueCustomers,
  firstOrderValue,
  returningOrderValue,
  atRiskCustomers,
  atRiskRevenue,
  registeredRevenueShare,
  phonesRegistered,
  consentsRegistered,
  activeEmailShare,
  lapsedTopEmailShare,
  revenueYear,
  revenueGrowth,
  customersYear,
  newcomersYear,
  keptShare,
  secondOrder90Days,
  secondOrder365Days,
  daysToSecondOrder,
  customerLifespan,
  busiestMonth,
  quietestMonth,
  busiestWeekday,
  reactivatedLapsed,
  reactivatedTop,
  loyalFirstProduct,
  oneTimeFirstProduct,
  bestSellingProduct,
  largestCountryShare,
  largestChannelShare,
  loyalFirstChannel,
  loyalFirstCountry,
  productsPerOrder,
  productsPerCustomer,
  discountShare,
  discountRevenueShare,
  secondOrderAfterDiscount,
  secondOrderWithoutDiscount,
  lateDeliveries,
  deliveryDays,
  scoreMean,
  scoreLate,
  scoreOnTime,
  scoreTop,
  secondOrderPleased,
  secondOrderDispleased,
];

/** The facts of `figures`, beside those of a year before; null where the data do not reach back far enough to compare. */
export function factsOf(figures: Figures, yearBefore: Figures | null, formats: Formats): readonly Fact[] {
  return kinds.map((kind) => {
    const value = kind.value(figures);
    const n = kind.n(figures);
    const subject = value === null ? null : (kind.subject?.(figures, formats.language) ?? null);
    const lastYear = kind.lastYear ? kind.lastYear(figures) : yearBefore === null ? undefined : kind.value(yearBefore);
    return {
      id: kind.id,
      value,
      unit: kind.unit,
      n,
      ...(subject === null ? {} : { subject }),
      ...(kind.isShare && value !== null ? { interval: wilson(Math.round(value * n), n) } : {}),
      ...(lastYear === undefined ? {} : { lastYear }),
      sentence: told(kind, value, n, subject, formats),
    };
  });
}
