import type { CatalogueKpi } from "../kpi.ts";

export const coverPerOpenHour: CatalogueKpi = {
  id: "cover-per-open-hour",
  name: { nl: "Dekking per open uur", en: "Cover per open hour" },
  aliases: { nl: ["dekkingspercentage per open uur", "bezettingsgraad"], en: ["occupancy per open hour", "capacity utilisation"] },
  definition: {
    nl: "Hoeveel van de plaatsen die prettig blijven gemiddeld bezet is per uur dat je open bent.",
    en: "How many of the places that stay pleasant are taken on average per hour that you are open.",
  },
  formula: "sum(guests per open hour) / sum(places per open hour)",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Reken met alle uren samen: een lege ochtend verbergt een overvolle avond.",
    en: "Take all hours together: an empty morning hides a crowded evening.",
  },
  guardrail: ["nps", "churn-rate"],
  needs: {
    nl: ["gasten per open uur", "plaatsen per open uur waarbij gasten tevreden blijven"],
    en: ["guests per open hour", "places per open hour at which guests stay content"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
