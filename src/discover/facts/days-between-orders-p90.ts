import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const daysBetweenOrdersP90: FactKind = {
  id: "days-between-orders-p90",
  unit: "days",
  value: ({ gapP90 }) => gapP90,
  n: ({ gaps }) => gaps,
  sentences: {
    nl: "Negen van de tien keer komt een klant die terugkomt binnen {value} terug.",
    en: "Nine times out of ten, a customer who comes back does so within {value}.",
  },
  absent: absent.repeats,
};
