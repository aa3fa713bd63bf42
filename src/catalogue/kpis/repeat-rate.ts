import type { CatalogueKpi } from "../kpi.ts";

export const repeatRate: CatalogueKpi = {
  id: "repeat-rate",
  name: { nl: "Herhaalaankopen", en: "Repeat rate" },
  aliases: { nl: ["klanten die terugkomen", "herhaalaankooppercentage"], en: ["repeat purchase rate", "second-order rate"] },
  definition: {
    nl: "Deel van de klanten dat twee of meer keer heeft gekocht.",
    en: "Share of customers who have bought twice or more.",
  },
  formula: "customers with two or more orders / customers",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Splits één levering in twee bestellingen.",
    en: "Split one delivery into two orders.",
  },
  guardrail: ["margin", "unsubscribe-rate"],
  needs: { nl: ["één rij per klant, met het aantal bestellingen"], en: ["one row per customer, with the number of orders"] },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
