import { absent } from "../absent.ts";
import type { FactKind } from "../fact.ts";

export const deliveryDays: FactKind = {
  id: "delivery-days",
  unit: "days",
  value: ({ detail }) => detail?.service?.deliveryDays ?? null,
  n: ({ detail }) => detail?.service?.deliveries?.n ?? 0,
  sentences: {
    nl: "Tussen bestellen en bezorgen liggen gemiddeld {value}.",
    en: "Between ordering and delivery there are {value} on average.",
  },
  absent: absent.delivery,
};
