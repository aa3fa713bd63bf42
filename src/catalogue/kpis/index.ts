import type { CatalogueKpi } from "../kpi.ts";
import { activationRate } from "./activation-rate.ts";
import { adFrequency } from "./ad-frequency.ts";
import { addToCartRate } from "./add-to-cart-rate.ts";
import { averageOrderQuantity } from "./average-order-quantity.ts";
import { averageOrderValue } from "./average-order-value.ts";
import { averageReviewScore } from "./average-review-score.ts";
import { bounceRate } from "./bounce-rate.ts";
import { brandAwareness } from "./brand-awareness.ts";
import { cartAbandonment } from "./cart-abandonment.ts";
import { checkoutCompletion } from "./checkout-completion.ts";
import { churnRate } from "./churn-rate.ts";
import { clickThroughRate } from "./click-through-rate.ts";
import { cls } from "./cls.ts";
import { complaintsRate } from "./complaints-rate.ts";
import { contentHelpfulness } from "./content-helpfulness.ts";
import { conversionRate } from "./conversion-rate.ts";
import { costPerAcquisition } from "./cost-per-acquisition.ts";
import { costPerClick } from "./cost-per-click.ts";
import { costPerLead } from "./cost-per-lead.ts";
import { coverPerOpenHour } from "./cover-per-open-hour.ts";
import { crossSellRate } from "./cross-sell-rate.ts";
import { csat } from "./csat.ts";
import { customerEffortScore } from "./customer-effort-score.ts";
import { customerLifetimeValue } from "./customer-lifetime-value.ts";
import { customerSentiment } from "./customer-sentiment.ts";
import { daysBetweenOrders } from "./days-between-orders.ts";
import { downloads } from "./downloads.ts";
import { emailClickRate } from "./email-click-rate.ts";
import { emailOpenRate } from "./email-open-rate.ts";
import { engagementRate } from "./engagement-rate.ts";
import { firstResponseTime } from "./first-response-time.ts";
import { firstTimeResolution } from "./first-time-resolution.ts";
import { followers } from "./followers.ts";
import { friendsWithSameTaste } from "./friends-with-same-taste.ts";
import { grossRevenueRetention } from "./gross-revenue-retention.ts";
import { impressions } from "./impressions.ts";
import { inp } from "./inp.ts";
import { lcp } from "./lcp.ts";
import { leadConversion } from "./lead-conversion.ts";
import { leadRate } from "./lead-rate.ts";
import { leads } from "./leads.ts";
import { likes } from "./likes.ts";
import { margin } from "./margin.ts";
import { mrr } from "./mrr.ts";
import { netRevenueRetention } from "./net-revenue-retention.ts";
import { newCustomers } from "./new-customers.ts";
import { newVisitors } from "./new-visitors.ts";
import { newsletterSubscribers } from "./newsletter-subscribers.ts";
import { nps } from "./nps.ts";
import { onTimeDelivery } from "./on-time-delivery.ts";
import { orders } from "./orders.ts";
import { pageViews } from "./page-views.ts";
import { pagesPerVisit } from "./pages-per-visit.ts";
import { paymentOptions } from "./payment-options.ts";
import { purchaseFrequency } from "./purchase-frequency.ts";
import { quoteLeadTime } from "./quote-lead-time.ts";
import { quoteRequests } from "./quote-requests.ts";
import { reach } from "./reach.ts";
import { reactivationRate } from "./reactivation-rate.ts";
import { refundRate } from "./refund-rate.ts";
import { registeredUsers } from "./registered-users.ts";
import { repeatRate } from "./repeat-rate.ts";
import { retentionD30 } from "./retention-d30.ts";
import { retentionD7 } from "./retention-d7.ts";
import { returnOnAdSpend } from "./return-on-ad-spend.ts";
import { returnRate } from "./return-rate.ts";
import { returningVisitors } from "./returning-visitors.ts";
import { revenue } from "./revenue.ts";
import { shareRegistered } from "./share-registered.ts";
import { stockAvailability } from "./stock-availability.ts";
import { timeOnSite } from "./time-on-site.ts";
import { topCustomerRevenueShare } from "./top-customer-revenue-share.ts";
import { trialConversion } from "./trial-conversion.ts";
import { undamagedDelivery } from "./undamaged-delivery.ts";
import { unitsSold } from "./units-sold.ts";
import { unsubscribeRate } from "./unsubscribe-rate.ts";
import { valueDelivered } from "./value-delivered.ts";
import { viralCoefficient } from "./viral-coefficient.ts";
import { visitors } from "./visitors.ts";
import { zeroResultSearches } from "./zero-result-searches.ts";

/** Every KPI of the trade, along the customer journey; within a phase as they are told. */
export const catalogue: readonly CatalogueKpi[] = [
  impressions,
  reach,
  adFrequency,
  clickThroughRate,
  engagementRate,
  followers,
  likes,
  visitors,
  newVisitors,
  pageViews,
  bounceRate,
  timeOnSite,
  lcp,
  cls,
  brandAwareness,
  costPerClick,
  pagesPerVisit,
  returningVisitors,
  downloads,
  newsletterSubscribers,
  registeredUsers,
  emailOpenRate,
  emailClickRate,
  zeroResultSearches,
  inp,
  contentHelpfulness,
  addToCartRate,
  leadRate,
  leads,
  leadConversion,
  quoteRequests,
  quoteLeadTime,
  costPerLead,
  activationRate,
  trialConversion,
  conversionRate,
  orders,
  revenue,
  unitsSold,
  newCustomers,
  averageOrderValue,
  averageOrderQuantity,
  margin,
  cartAbandonment,
  checkoutCompletion,
  customerEffortScore,
  costPerAcquisition,
  returnOnAdSpend,
  paymentOptions,
  stockAvailability,
  nps,
  csat,
  averageReviewScore,
  complaintsRate,
  customerSentiment,
  customerLifetimeValue,
  churnRate,
  retentionD7,
  retentionD30,
  repeatRate,
  reactivationRate,
  refundRate,
  returnRate,
  onTimeDelivery,
  undamagedDelivery,
  firstTimeResolution,
  firstResponseTime,
  netRevenueRetention,
  grossRevenueRetention,
  mrr,
  viralCoefficient,
  purchaseFrequency,
  daysBetweenOrders,
  shareRegistered,
  unsubscribeRate,
  crossSellRate,
  valueDelivered,
  friendsWithSameTaste,
  topCustomerRevenueShare,
  coverPerOpenHour,
];
