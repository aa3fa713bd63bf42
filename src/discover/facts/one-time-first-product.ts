import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";
import { standout } from "../groups.ts";

export const oneTimeFirstProduct: FactKind = {
  id: "one-time-first-product",
  unit: "percent",
  value: ({ detail }) => {
    const share = shareOf(standout(detail?.products, -1));
    return share === null ? null : 1 - share;
  },
  n: ({ detail }) => standout(detail?.products, -1)?.n ?? 0,
  isShare: true,
  subject: ({ detail }) => standout(detail?.products, -1)?.name ?? null,
  sentences: {
    nl: "Wie begint met product {subject} blijft het vaakst weg: {value} van {n} klanten kocht daarna niets meer.",
    en: "Who starts with product {subject} stays away most: {value} of {n} customers bought nothing after it.",
  },
  absent: absent.products,
};
