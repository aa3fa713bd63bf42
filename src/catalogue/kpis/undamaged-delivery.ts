import type { CatalogueKpi } from "../kpi.ts";

export const undamagedDelivery: CatalogueKpi = {
  id: "undamaged-delivery",
  name: { nl: "Heel geleverd", en: "Undamaged delivery" },
  aliases: { nl: ["niets kapot", "zonder schade bezorgd"], en: ["nothing broke", "intact deliveries"] },
  definition: {
    nl: "Deel van de leveringen waarin niets kapot of beschadigd is.",
    en: "Share of deliveries in which nothing is broken or damaged.",
  },
  formula: "deliveries without damage / deliveries",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel alleen schade die de klant meldt, en maak melden moeilijk.",
    en: "Count only damage that customers report, and make reporting hard.",
  },
  guardrail: ["refund-rate", "on-time-delivery"],
  needs: {
    nl: ["één rij per levering, met een kolom die zegt of er schade was"],
    en: ["one row per delivery, with a column that says whether there was damage"],
  },
  increment: "quality",
  template: { type: "share", asks: ["dataset", "of"] },
};
