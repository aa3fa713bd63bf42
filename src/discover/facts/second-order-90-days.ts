import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrder90Days: FactKind = {
  id: "second-order-90-days",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.repeats.within90),
  n: ({ detail }) => detail?.repeats.within90.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} nieuwe klanten kocht {value} binnen 90 dagen nog eens.",
    en: "Of {n} new customers, {value} bought again within 90 days.",
  },
  absent: absent.newcomers,
};
