import type { CatalogueKpi } from "../kpi.ts";

export const conversionRate: CatalogueKpi = {
  id: "conversion-rate",
  name: { nl: "Conversieratio", en: "Conversion rate" },
  aliases: { nl: ["conversie", "conversiepercentage", "CR", "CVR"], en: ["CR", "CVR", "conversion", "purchase rate"] },
  definition: {
    nl: "Deel van de bezoeken dat tot een bestelling leidt.",
    en: "Share of visits that lead to an order.",
  },
  formula: "orders / visits",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Geef korting, of koop minder verkeer: de ratio stijgt terwijl je minder verdient.",
    en: "Give discounts, or buy less traffic: the rate rises while you earn less.",
  },
  guardrail: ["margin", "average-order-value", "return-rate"],
  needs: { nl: ["bestellingen per dag", "bezoeken per dag"], en: ["orders per day", "visits per day"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
