import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrderDispleased: FactKind = {
  id: "second-order-displeased",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.service?.displeased),
  n: ({ detail }) => detail?.service?.displeased?.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} klanten die na hun eerste aankoop geen hoog cijfer gaven kocht {value} nog eens.",
    en: "Of {n} customers who gave no high score after their first purchase, {value} bought again.",
  },
  absent: absent.score,
};
