import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const registeredShare: FactKind = {
  id: "registered-share",
  unit: "percent",
  value: ({ registered, transactions }) => over(registered, transactions),
  n: ({ transactions }) => transactions,
  sentences: {
    nl: "Van {n} aankopen hoort {value} bij een bekende klant. Alleen die klanten kun je volgen.",
    en: "Of {n} purchases, {value} belong to a known customer. Only those customers can be followed.",
  },
  absent: absent.sales,
};
