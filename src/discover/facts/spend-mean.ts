import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const spendMean: FactKind = {
  id: "spend-mean",
  unit: "currency",
  value: ({ activeRevenue, active }) => over(activeRevenue, active),
  n: ({ active }) => active,
  sentences: {
    nl: "Een actieve klant besteedde gemiddeld {value}.",
    en: "An active customer spent {value} on average.",
  },
  absent: absent.money,
};
