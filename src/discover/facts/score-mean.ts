import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const scoreMean: FactKind = {
  id: "score-mean",
  unit: "score",
  value: ({ detail }) => detail?.service?.score?.mean ?? null,
  n: ({ detail }) => detail?.service?.score?.n ?? 0,
  sentences: {
    nl: "Klanten geven gemiddeld een {value}, in {n} oordelen.",
    en: "Customers give a {value} on average, in {n} reviews.",
  },
  absent: absent.score,
};
