import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const returningOrderValue: FactKind = {
  id: "returning-order-value",
  unit: "currency",
  value: ({ activeRevenue, newRevenue, activeTransactions, newTransactions }) =>
    activeRevenue === null || newRevenue === null ? null : over(activeRevenue - newRevenue, activeTransactions - newTransactions),
  n: ({ activeTransactions, newTransactions }) => activeTransactions - newTransactions,
  sentences: {
    nl: "Een aankoop van een klant die terugkomt is gemiddeld {value} waard, over {n} aankopen.",
    en: "A purchase of a customer who comes back is worth {value} on average, over {n} purchases.",
  },
  absent: absent.money,
};
