import type { CatalogueKpi } from "../kpi.ts";

export const crossSellRate: CatalogueKpi = {
  id: "cross-sell-rate",
  name: { nl: "Bijverkoop", en: "Cross-sell rate" },
  aliases: { nl: ["cross-sell", "klanten die iets extra’s kochten"], en: ["attach rate", "cross-selling"] },
  definition: {
    nl: "Deel van de klanten dat binnen de gekozen tijd iets koopt dat bij de eerste aankoop past.",
    en: "Share of customers who buy something that goes with the first purchase within the time chosen.",
  },
  formula: "customers with an additional purchase within 90 days / customers",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Leg ongevraagd extra’s in het mandje.",
    en: "Put extras in the cart unasked.",
  },
  guardrail: ["return-rate", "csat"],
  needs: {
    nl: ["eerste aankopen met een klantnummer en een tijd", "aanvullende aankopen met hetzelfde klantnummer en een tijd"],
    en: ["first purchases with a customer number and a time", "additional purchases with the same customer number and a time"],
  },
  increment: null,
  template: { type: "conversion", usual: { window: "90 days" }, asks: ["from", "to"] },
};
