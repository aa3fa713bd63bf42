import { absent } from "../absent.ts";
import { type FactKind, shareOf } from "../fact.ts";

export const secondOrder365Days: FactKind = {
  id: "second-order-365-days",
  unit: "percent",
  value: ({ detail }) => shareOf(detail?.repeats.within365),
  n: ({ detail }) => detail?.repeats.within365.n ?? 0,
  isShare: true,
  sentences: {
    nl: "Van {n} nieuwe klanten kocht {value} binnen een jaar nog eens.",
    en: "Of {n} new customers, {value} bought again within a year.",
  },
  absent: absent.newcomers,
};
