import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const largestCustomerShare: FactKind = {
  id: "largest-customer-share",
  unit: "percent",
  value: ({ largestRevenue, activeRevenue }) => over(largestRevenue, activeRevenue),
  n: ({ active }) => active,
  sentences: {
    nl: "Je grootste klant zorgt alleen voor {value} van de omzet van actieve klanten. Valt die weg, dan mis je dat.",
    en: "Your largest customer alone brings {value} of the revenue of active customers. That is what you lose if this one leaves.",
  },
  absent: absent.money,
};
