import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const topCustomers: FactKind = {
  id: "top-customers",
  unit: "count",
  value: ({ top, activeRevenue }) => (activeRevenue === null || top === 0 ? null : top),
  n: ({ active }) => active,
  sentences: {
    nl: "Je trouwste groep bestaat uit {value} klanten, van {n} actieve.",
    en: "Your best group is {value} customers, out of {n} active ones.",
  },
  absent: absent.money,
};
