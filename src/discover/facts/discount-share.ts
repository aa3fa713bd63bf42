import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const discountShare: FactKind = {
  id: "discount-share",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.discounts?.transactions),
  n: ({ detail }) => detail?.discounts?.transactions.n ?? 0,
  sentences: {
    nl: "Van {n} aankopen ging {value} met korting.",
    en: "Of {n} purchases, {value} had a discount.",
  },
  absent: absent.discount,
};
