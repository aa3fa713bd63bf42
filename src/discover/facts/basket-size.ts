import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const basketSize: FactKind = {
  id: "basket-size",
  unit: "ratio",
  value: ({ windowUnits, windowTransactions }) => over(windowUnits, windowTransactions),
  n: ({ windowTransactions }) => windowTransactions,
  sentences: {
    nl: "In een aankoop zitten gemiddeld {value} stuks.",
    en: "A purchase holds {value} units on average.",
  },
  absent: absent.units,
};
