import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const scoreLate: FactKind = {
  id: "score-late",
  unit: "score",
  value: ({ detail }) => detail?.service?.scoreLate?.mean ?? null,
  n: ({ detail }) => detail?.service?.scoreLate?.n ?? 0,
  sentences: {
    nl: "Na een late bezorging geven klanten gemiddeld een {value}, in {n} oordelen.",
    en: "After a late delivery customers give a {value} on average, in {n} reviews.",
  },
  absent: absent.score,
};
