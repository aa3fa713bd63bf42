import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const returningRevenueShare: FactKind = {
  id: "returning-revenue-share",
  unit: "percent",
  value: ({ newRevenue, activeRevenue }) =>
    newRevenue === null || activeRevenue === null ? null : over(activeRevenue - newRevenue, activeRevenue),
  n: ({ activeTransactions }) => activeTransactions,
  sentences: {
    nl: "Van de omzet van bekende klanten komt {value} van klanten die terugkwamen.",
    en: "Of the revenue of known customers, {value} comes from customers who came back.",
  },
  absent: absent.money,
};
