import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const lapsedTopRevenue: FactKind = {
  id: "lapsed-top-revenue",
  unit: "currency",
  value: ({ topLapsed, topLapsedRevenue }) => (topLapsed === 0 ? null : topLapsedRevenue),
  n: ({ topLapsed }) => topLapsed,
  sentences: {
    nl: "De {n} beste klanten die wegbleven kochten eerder voor {value}.",
    en: "The {n} best customers who stayed away bought for {value} before.",
  },
  absent: absent.lapsedTop,
};
