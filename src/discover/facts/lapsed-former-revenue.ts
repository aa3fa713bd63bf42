import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const lapsedFormerRevenue: FactKind = {
  id: "lapsed-former-revenue",
  unit: "currency",
  value: ({ active, lapsedRevenue }) => (active === 0 ? null : lapsedRevenue),
  n: ({ lapsed }) => lapsed,
  sentences: {
    nl: "De {n} klanten die wegbleven kochten eerder voor {value}.",
    en: "The {n} customers who stayed away bought for {value} before.",
  },
  absent: absent.money,
};
