import { absent } from "../absent.ts";
import { type FactKind, over } from "../fact.ts";

export const topRevenueShare: FactKind = {
  id: "top-revenue-share",
  unit: "percent",
  value: ({ topRevenue, activeRevenue }) => over(topRevenue, activeRevenue),
  n: ({ top }) => top,
  sentences: {
    nl: "Je {n} beste klanten zorgen voor {value} van de omzet van actieve klanten.",
    en: "Your {n} best customers bring {value} of the revenue of active customers.",
  },
  absent: absent.money,
};
