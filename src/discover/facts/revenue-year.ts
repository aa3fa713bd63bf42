import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const revenueYear: FactKind = {
  id: "revenue-year",
  unit: "currency",
  value: ({ detail }) => detail?.years.now?.revenue ?? null,
  n: ({ detail }) => detail?.years.now?.transactions ?? 0,
  lastYear: ({ detail }) => detail?.years.before?.revenue ?? null,
  sentences: {
    nl: "In de laatste twaalf maanden verkocht je voor {value}, in {n} aankopen.",
    en: "In the last twelve months you sold for {value}, in {n} purchases.",
  },
  absent: absent.year,
};
