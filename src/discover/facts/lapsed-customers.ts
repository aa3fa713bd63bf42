import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const lapsedCustomers: FactKind = {
  id: "lapsed-customers",
  unit: "count",
  value: ({ active, lapsed }) => (active === 0 ? null : lapsed),
  n: ({ active }) => active,
  sentences: {
    nl: "Van je {n} actieve klanten bleven er {value} weg.",
    en: "Of your {n} active customers, {value} stayed away.",
  },
  absent: absent.active,
};
