import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const firstOrderValue: FactKind = {
  id: "first-order-value",
  unit: "currency",
  value: ({ newRevenue, newTransactions }) => over(newRevenue, newTransactions),
  n: ({ newTransactions }) => newTransactions,
  sentences: {
    nl: "Een eerste aankoop is gemiddeld {value} waard, over {n} nieuwe klanten.",
    en: "A first purchase is worth {value} on average, over {n} new customers.",
  },
  absent: absent.money,
};
