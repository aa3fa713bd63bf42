import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const gini: FactKind = {
  id: "gini",
  unit: "ratio",
  value: ({ gini }) => gini,
  n: ({ active }) => active,
  sentences: {
    nl: "De omzet is verdeeld met een Gini van {value}: 0 is gelijk over alle klanten, 1 is alles bij één klant.",
    en: "Revenue is spread with a Gini of {value}: 0 is equal over all customers, 1 is all with one customer.",
  },
  absent: absent.money,
};
