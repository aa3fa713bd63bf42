import type { CatalogueKpi } from "../kpi.ts";

export const onTimeDelivery: CatalogueKpi = {
  id: "on-time-delivery",
  name: { nl: "Op tijd geleverd", en: "On-time delivery" },
  aliases: { nl: ["leverbetrouwbaarheid", "bezorgd zoals beloofd"], en: ["delivery reliability", "delivered as promised"] },
  definition: {
    nl: "Deel van de leveringen dat op of voor de beloofde dag aankomt.",
    en: "Share of deliveries that arrive on or before the day promised.",
  },
  formula: "deliveries on or before the promised day / deliveries",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Beloof een latere dag, dan ben je altijd op tijd.",
    en: "Promise a later day, and you are always on time.",
  },
  guardrail: ["conversion-rate", "complaints-rate"],
  needs: {
    nl: ["één rij per levering, met de beloofde en de werkelijke dag"],
    en: ["one row per delivery, with the day promised and the day it came"],
  },
  increment: "certainty",
  template: { type: "share", asks: ["dataset", "of"] },
};
