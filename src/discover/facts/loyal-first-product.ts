import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";
import { standout } from "../groups.ts";

export const loyalFirstProduct: FactKind = {
  id: "loyal-first-product",
  unit: "percent",
  value: ({ detail }) => shareOf(standout(detail?.products, 1)),
  n: ({ detail }) => standout(detail?.products, 1)?.n ?? 0,
  isShare: true,
  subject: ({ detail }) => standout(detail?.products, 1)?.name ?? null,
  sentences: {
    nl: "Wie begint met product {subject} komt het vaakst terug: {value} van {n} klanten.",
    en: "Who starts with product {subject} comes back most: {value} of {n} customers.",
  },
  absent: absent.products,
};
