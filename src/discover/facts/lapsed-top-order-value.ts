import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const lapsedTopOrderValue: FactKind = {
  id: "lapsed-top-order-value",
  unit: "currency",
  value: ({ topLapsedRevenue, topLapsedTransactions }) => over(topLapsedRevenue, topLapsedTransactions),
  n: ({ topLapsedTransactions }) => topLapsedTransactions,
  sentences: {
    nl: "Een aankoop van de beste klanten die wegbleven was gemiddeld {value} waard, over {n} aankopen.",
    en: "A purchase of the best customers who stayed away was worth {value} on average, over {n} purchases.",
  },
  absent: absent.lapsedTop,
};
