import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const registeredRevenueShare: FactKind = {
  id: "registered-revenue-share",
  unit: "percent",
  value: ({ registeredRevenue, revenue }) => over(registeredRevenue, revenue),
  n: ({ transactions }) => transactions,
  sentences: {
    nl: "Van de omzet hoort {value} bij een bekende klant. Over de rest zeggen deze feiten niets.",
    en: "Of the revenue, {value} belongs to a known customer. These facts say nothing of the rest.",
  },
  absent: absent.money,
};
