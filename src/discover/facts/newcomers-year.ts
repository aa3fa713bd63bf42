import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const newcomersYear: FactKind = {
  id: "newcomers-year",
  unit: "count",
  value: ({ detail }) => detail?.years.now?.newcomers ?? null,
  n: ({ detail }) => detail?.years.now?.customers ?? 0,
  lastYear: ({ detail }) => detail?.years.before?.newcomers ?? null,
  sentences: {
    nl: "Van de {n} klanten van de laatste twaalf maanden waren er {value} nieuw.",
    en: "Of the {n} customers of the last twelve months, {value} were new.",
  },
  absent: absent.year,
};
