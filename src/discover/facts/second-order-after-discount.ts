import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrderAfterDiscount: FactKind = {
  id: "second-order-after-discount",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.discounts?.began),
  n: ({ detail }) => detail?.discounts?.began.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} klanten die met korting begonnen kocht {value} nog eens.",
    en: "Of {n} customers who started with a discount, {value} bought again.",
  },
  absent: absent.discount,
};
