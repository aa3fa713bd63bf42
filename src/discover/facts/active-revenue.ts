import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const activeRevenue: FactKind = {
  id: "active-revenue",
  unit: "currency",
  value: ({ active, activeRevenue }) => (active === 0 ? null : activeRevenue),
  n: ({ active }) => active,
  sentences: {
    nl: "Je {n} actieve klanten kochten samen voor {value}.",
    en: "Your {n} active customers bought for {value} together.",
  },
  absent: absent.money,
};
