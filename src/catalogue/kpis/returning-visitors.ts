import type { CatalogueKpi } from "../kpi.ts";

export const returningVisitors: CatalogueKpi = {
  id: "returning-visitors",
  name: { nl: "Terugkerende bezoekers", en: "Returning visitors" },
  aliases: { nl: ["herhaalbezoekers"], en: ["repeat visitors", "returning users"] },
  definition: {
    nl: "Hoeveel mensen of apparaten die je site al kenden in de periode terugkwamen.",
    en: "How many people or devices that already knew your site came back in the period.",
  },
  formula: "count(distinct visitor with an earlier visit)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: true,
  neighbour: "lead-rate",
  gamedBy: {
    nl: "Jaag bezoekers overal na met dezelfde advertentie tot ze terugkomen.",
    en: "Chase visitors everywhere with the same advertisement until they come back.",
  },
  guardrail: ["lead-rate", "ad-frequency"],
  needs: {
    nl: ["bezoeken met een bezoekers-id en een tijd", "een kolom die zegt of de bezoeker er eerder was"],
    en: ["visits with a visitor id and a time", "a column that says whether the visitor was there before"],
  },
  increment: null,
  template: { type: "count-distinct", asks: ["dataset", "of", "where"] },
};
