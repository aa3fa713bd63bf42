import type { CatalogueKpi } from "../kpi.ts";

export const averageOrderValue: CatalogueKpi = {
  id: "average-order-value",
  name: { nl: "Gemiddelde orderwaarde", en: "Average order value" },
  aliases: { nl: ["AOV", "gemiddelde bestelwaarde", "bonbedrag"], en: ["AOV", "basket value", "average ticket"] },
  definition: {
    nl: "Het bedrag dat een klant gemiddeld per bestelling besteedt.",
    en: "The amount that a customer spends per order on average.",
  },
  formula: "revenue / orders",
  unit: "currency",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verhoog de drempel voor gratis verzending: kleine klanten haken af en het gemiddelde stijgt.",
    en: "Raise the threshold for free delivery: small customers leave and the average rises.",
  },
  guardrail: ["conversion-rate", "return-rate"],
  needs: { nl: ["bestellingen met een bedrag en een tijd"], en: ["orders with an amount and a time"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
