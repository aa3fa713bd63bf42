import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const scoreTop: FactKind = {
  id: "score-top",
  unit: "score",
  value: ({ detail }) => detail?.service?.scoreTop?.mean ?? null,
  n: ({ detail }) => detail?.service?.scoreTop?.n ?? 0,
  sentences: {
    nl: "Je beste klanten geven gemiddeld een {value}, in {n} oordelen.",
    en: "Your best customers give a {value} on average, in {n} reviews.",
  },
  absent: absent.score,
};
