import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const atRiskCustomers: FactKind = {
  id: "at-risk-customers",
  unit: "count",
  value: ({ atRisk, gapP90 }) => (gapP90 === null ? null : atRisk),
  n: ({ active }) => active,
  sentences: {
    nl: "{value} van je {n} actieve klanten kochten vaker, maar zijn nu langer stil dan bijna iedereen die terugkwam.",
    en: "{value} of your {n} active customers bought more than once, but have been silent for longer than nearly everyone who came back.",
  },
  absent: absent.repeats,
};
