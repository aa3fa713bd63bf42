import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const discountRevenueShare: FactKind = {
  id: "discount-revenue-share",
  unit: "percent",
  value: ({ detail, windowRevenue }) => over(detail?.discounts?.revenue ?? null, windowRevenue),
  n: ({ detail }) => detail?.discounts?.transactions.n ?? 0,
  sentences: {
    nl: "Van de omzet hangt {value} aan aankopen met korting.",
    en: "Of the revenue, {value} hangs on purchases with a discount.",
  },
  absent: absent.discount,
};
