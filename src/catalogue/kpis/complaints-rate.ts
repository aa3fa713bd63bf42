import type { CatalogueKpi } from "../kpi.ts";

export const complaintsRate: CatalogueKpi = {
  id: "complaints-rate",
  name: { nl: "Klachtenpercentage", en: "Complaints rate" },
  aliases: { nl: ["klachten", "klachtratio"], en: ["complaint rate", "complaints per order"] },
  definition: {
    nl: "Hoeveel klachten er binnenkomen per bestelling.",
    en: "How many complaints come in per order.",
  },
  formula: "complaints / orders",
  unit: "percent",
  direction: "down",
  side: "experience",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak klagen moeilijk: wie geen formulier vindt, telt niet mee.",
    en: "Make complaining hard: who finds no form does not count.",
  },
  guardrail: ["csat", "churn-rate"],
  needs: {
    nl: ["klachten per periode", "bestellingen over dezelfde periode"],
    en: ["complaints per period", "orders over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
