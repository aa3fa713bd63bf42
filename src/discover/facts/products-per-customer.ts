import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const productsPerCustomer: FactKind = {
  id: "products-per-customer",
  unit: "ratio",
  value: ({ detail }) => detail?.baskets?.perCustomer ?? null,
  n: ({ active }) => active,
  sentences: {
    nl: "Een actieve klant kocht gemiddeld {value} verschillende producten.",
    en: "An active customer bought {value} different products on average.",
  },
  absent: absent.product,
};
