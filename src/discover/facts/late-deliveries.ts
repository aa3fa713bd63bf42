import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const lateDeliveries: FactKind = {
  id: "late-deliveries",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.service?.deliveries),
  n: ({ detail }) => detail?.service?.deliveries?.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} bezorgingen kwam {value} later dan beloofd.",
    en: "Of {n} deliveries, {value} came later than promised.",
  },
  absent: absent.delivery,
};
