import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const frequencyMean: FactKind = {
  id: "frequency-mean",
  unit: "ratio",
  value: ({ activeTransactions, active }) => over(activeTransactions, active),
  n: ({ active }) => active,
  sentences: {
    nl: "Een actieve klant kocht gemiddeld {value} keer.",
    en: "An active customer bought {value} times on average.",
  },
  absent: absent.active,
};
