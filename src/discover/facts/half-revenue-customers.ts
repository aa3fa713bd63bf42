import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const halfRevenueCustomers: FactKind = {
  id: "half-revenue-customers",
  unit: "percent",
  value: ({ halfCustomers, active }) => over(halfCustomers, active),
  n: ({ active }) => active,
  sentences: {
    nl: "De helft van de omzet komt van {value} van je {n} actieve klanten.",
    en: "Half of the revenue comes from {value} of your {n} active customers.",
  },
  absent: absent.money,
};
