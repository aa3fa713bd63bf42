import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const keptShare: FactKind = {
  id: "kept-share",
  unit: "percent",
  value: ({ detail }) => over(detail?.years.before?.kept ?? null, detail?.years.before?.customers ?? null),
  n: ({ detail }) => detail?.years.before?.customers ?? 0,
  isShare: true,
  sentences: {
    nl: "Van de {n} klanten van het jaar ervoor kocht {value} in de laatste twaalf maanden weer.",
    en: "Of the {n} customers of the year before, {value} bought again in the last twelve months.",
  },
  absent: absent.twoYears,
};
