import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const atRiskRevenue: FactKind = {
  id: "at-risk-revenue",
  unit: "currency",
  value: ({ atRiskRevenue, gapP90 }) => (gapP90 === null ? null : atRiskRevenue),
  n: ({ atRisk }) => atRisk,
  sentences: {
    nl: "De {n} klanten die dreigen weg te gaan kochten voor {value}.",
    en: "The {n} customers about to leave bought for {value}.",
  },
  absent: absent.repeats,
};
