import type { CatalogueKpi } from "../kpi.ts";

export const followers: CatalogueKpi = {
  id: "followers",
  name: { nl: "Volgers", en: "Followers" },
  aliases: { nl: ["aantal volgers", "fans"], en: ["number of followers", "fan count"] },
  definition: {
    nl: "Hoeveel accounts je kanaal volgen aan het eind van de periode.",
    en: "How many accounts follow your channel at the end of the period.",
  },
  formula: "accounts that follow at the end of the period",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "engagement-rate",
  gamedBy: {
    nl: "Koop volgers of verloot iets onder volgers.",
    en: "Buy followers, or raffle something among followers.",
  },
  guardrail: ["engagement-rate"],
  needs: {
    nl: ["het aantal volgers per meetdag, van het kanaal of met de hand"],
    en: ["the number of followers per day measured, from the channel or by hand"],
  },
  increment: null,
  template: { type: "observed", asks: [] },
};
