import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrderWithoutDiscount: FactKind = {
  id: "second-order-without-discount",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.discounts?.beganWithout),
  n: ({ detail }) => detail?.discounts?.beganWithout.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} klanten die zonder korting begonnen kocht {value} nog eens.",
    en: "Of {n} customers who started without a discount, {value} bought again.",
  },
  absent: absent.discount,
};
