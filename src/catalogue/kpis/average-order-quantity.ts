import type { CatalogueKpi } from "../kpi.ts";

export const averageOrderQuantity: CatalogueKpi = {
  id: "average-order-quantity",
  name: { nl: "Gemiddelde orderhoeveelheid", en: "Average order quantity" },
  aliases: { nl: ["AOQ", "stuks per bestelling"], en: ["AOQ", "basket size", "units per transaction"] },
  definition: {
    nl: "Hoeveel stuks een klant gemiddeld per bestelling koopt.",
    en: "How many units a customer buys per order on average.",
  },
  formula: "units sold / orders",
  unit: "ratio",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verkoop alleen nog bundels, ook aan wie één stuk wil.",
    en: "Sell bundles only, to those who want one unit too.",
  },
  guardrail: ["return-rate", "conversion-rate"],
  needs: { nl: ["bestelde stuks per periode", "bestellingen per periode"], en: ["units ordered per period", "orders per period"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
