import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const scoreOnTime: FactKind = {
  id: "score-on-time",
  unit: "score",
  value: ({ detail }) => detail?.service?.scoreOnTime?.mean ?? null,
  n: ({ detail }) => detail?.service?.scoreOnTime?.n ?? 0,
  sentences: {
    nl: "Na een bezorging op tijd geven klanten gemiddeld een {value}, in {n} oordelen.",
    en: "After a delivery in time customers give a {value} on average, in {n} reviews.",
  },
  absent: absent.score,
};
