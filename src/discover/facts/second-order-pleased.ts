import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrderPleased: FactKind = {
  id: "second-order-pleased",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.service?.pleased),
  n: ({ detail }) => detail?.service?.pleased?.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} klanten die na hun eerste aankoop een hoog cijfer gaven kocht {value} nog eens.",
    en: "Of {n} customers who gave a high score after their first purchase, {value} bought again.",
  },
  absent: absent.score,
};
