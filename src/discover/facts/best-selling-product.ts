import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";
import { largest } from "../groups.ts";

export const bestSellingProduct: FactKind = {
  id: "best-selling-product",
  unit: "percent",
  value: ({ detail, windowRevenue }) => over(largest(detail?.products)?.revenue ?? null, windowRevenue),
  n: ({ detail }) => largest(detail?.products)?.transactions ?? 0,
  subject: ({ detail }) => largest(detail?.products)?.name ?? null,
  sentences: {
    nl: "Product {subject} brengt het meeste op: {value} van de omzet, in {n} aankopen.",
    en: "Product {subject} brings in most: {value} of the revenue, in {n} purchases.",
  },
  absent: absent.product,
};
