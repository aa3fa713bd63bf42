import type { CatalogueKpi } from "../kpi.ts";

export const newVisitors: CatalogueKpi = {
  id: "new-visitors",
  name: { nl: "Nieuwe bezoekers", en: "New visitors" },
  aliases: { nl: ["eerste bezoekers"], en: ["first-time visitors", "new users"] },
  definition: {
    nl: "Hoeveel mensen of apparaten je site in de periode voor het eerst bezochten.",
    en: "How many people or devices visited your site for the first time in the period.",
  },
  formula: "count(distinct visitor whose first visit it is)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "bounce-rate",
  gamedBy: {
    nl: "Een geweigerde of gewiste cookie maakt van een oude bezoeker een nieuwe.",
    en: "A refused or deleted cookie turns an old visitor into a new one.",
  },
  guardrail: ["bounce-rate", "conversion-rate"],
  needs: {
    nl: ["bezoeken met een bezoekers-id en een tijd", "een kolom die zegt of het bezoek het eerste is"],
    en: ["visits with a visitor id and a time", "a column that says whether the visit is the first"],
  },
  increment: null,
  template: { type: "count-distinct", asks: ["dataset", "of", "where"] },
};
