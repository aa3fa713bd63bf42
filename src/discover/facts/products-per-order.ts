import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const productsPerOrder: FactKind = {
  id: "products-per-order",
  unit: "ratio",
  value: ({ detail }) => detail?.baskets?.perTransaction ?? null,
  n: ({ windowTransactions }) => windowTransactions,
  sentences: {
    nl: "In een aankoop zitten gemiddeld {value} verschillende producten.",
    en: "A purchase holds {value} different products on average.",
  },
  absent: absent.product,
};
