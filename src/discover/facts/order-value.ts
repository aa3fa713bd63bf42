import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const orderValue: FactKind = {
  id: "order-value",
  unit: "currency",
  value: ({ windowRevenue, windowTransactions }) => over(windowRevenue, windowTransactions),
  n: ({ windowTransactions }) => windowTransactions,
  sentences: {
    nl: "Een aankoop is gemiddeld {value} waard, over {n} aankopen.",
    en: "A purchase is worth {value} on average, over {n} purchases.",
  },
  absent: absent.money,
};
