import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const customersYear: FactKind = {
  id: "customers-year",
  unit: "count",
  value: ({ detail }) => detail?.years.now?.customers ?? null,
  n: ({ detail }) => detail?.years.now?.transactions ?? 0,
  lastYear: ({ detail }) => detail?.years.before?.customers ?? null,
  sentences: {
    nl: "In de laatste twaalf maanden kochten {value} bekende klanten.",
    en: "In the last twelve months, {value} known customers bought.",
  },
  absent: absent.year,
};
