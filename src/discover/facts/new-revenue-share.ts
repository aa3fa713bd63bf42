import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const newRevenueShare: FactKind = {
  id: "new-revenue-share",
  unit: "percent",
  value: ({ newRevenue, activeRevenue }) => over(newRevenue, activeRevenue),
  n: ({ activeTransactions }) => activeTransactions,
  sentences: {
    nl: "Van de omzet van bekende klanten komt {value} uit hun eerste aankoop.",
    en: "Of the revenue of known customers, {value} comes from their first purchase.",
  },
  absent: absent.money,
};
