import type { Language } from "../../framework/index.ts";

/** A subject that facts are told under. */
export interface Chapter {
  readonly sentences: Readonly<Record<Language, string>>;
  readonly facts: readonly string[];
}

/** Every fact stands in one chapter, in the order in which it is told there. */
export const chapters: readonly Chapter[] = [
  {
    sentences: { nl: "Wat klanten besteden", en: "What customers spend" },
    facts:
      "active-revenue revenue-year revenue-growth spend-mean spend-median order-value order-value-median first-order-value returning-order-value basket-size products-per-order products-per-customer".split(
        " ",
      ),
  },
  {
    sentences: { nl: "Hoe vaak ze kopen", en: "How often they buy" },
    facts:
      "frequency-mean frequency-median one-time-share second-order-rate second-order-90-days second-order-365-days days-to-second-order days-between-orders-median days-between-orders-p90 customer-lifespan".split(
        " ",
      ),
  },
  {
    sentences: { nl: "Wie nieuw is en wie terugkomt", en: "Who is new and who returns" },
    facts: "customers-year newcomers-year kept-share new-revenue-share returning-revenue-share".split(" "),
  },
  {
    sentences: { nl: "De beste klanten", en: "The best customers" },
    facts: "top-customers top-revenue-share top-spend-mean largest-customer-share half-revenue-customers gini".split(" "),
  },
  {
    sentences: { nl: "Wie wegblijft", en: "Who stays away" },
    facts:
      "lapsed-customers lapsed-share lapsed-former-revenue lapsed-top-share lapsed-top-revenue lapsed-top-order-value at-risk-customers at-risk-revenue reactivated-lapsed reactivated-top".split(
        " ",
      ),
  },
  {
    sentences: { nl: "Wie je kent en kunt bereiken", en: "Whom you know and can reach" },
    facts:
      "registered-share registered-revenue-share emails-registered phones-registered consents-registered active-email-share lapsed-top-email-share".split(
        " ",
      ),
  },
  {
    sentences: { nl: "Producten, kanalen en landen", en: "Products, channels and countries" },
    facts:
      "best-selling-product loyal-first-product one-time-first-product largest-channel-share loyal-first-channel largest-country-share loyal-first-country".split(
        " ",
      ),
  },
  {
    sentences: { nl: "Wanneer ze kopen", en: "When they buy" },
    facts: "busiest-month quietest-month busiest-weekday".split(" "),
  },
  {
    sentences: { nl: "Korting, bezorging en oordelen", en: "Discounts, delivery and reviews" },
    facts:
      "refund-share discount-share discount-revenue-share second-order-after-discount second-order-without-discount late-deliveries delivery-days score-mean score-on-time score-late score-top second-order-pleased second-order-displeased".split(
        " ",
      ),
  },
];
