import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const topSpendMean: FactKind = {
  id: "top-spend-mean",
  unit: "currency",
  value: ({ topRevenue, top }) => over(topRevenue, top),
  n: ({ top }) => top,
  sentences: {
    nl: "Een van je {n} beste klanten besteedde gemiddeld {value}.",
    en: "One of your {n} best customers spent {value} on average.",
  },
  absent: absent.money,
};
