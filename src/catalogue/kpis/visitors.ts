import type { CatalogueKpi } from "../kpi.ts";

export const visitors: CatalogueKpi = {
  id: "visitors",
  name: { nl: "Bezoekers", en: "Visitors" },
  aliases: {
    nl: ["websitebezoekers", "unieke bezoekers", "gebruikers van de site"],
    en: ["website visitors", "unique visitors", "site users"],
  },
  definition: {
    nl: "Hoeveel verschillende mensen of apparaten je site in de periode bezochten.",
    en: "How many different people or devices visited your site in the period.",
  },
  formula: "count(distinct visitor)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "conversion-rate",
  gamedBy: {
    nl: "Koop goedkoop verkeer: het getal stijgt, de verkoop niet.",
    en: "Buy cheap traffic: the number rises, sales do not.",
  },
  guardrail: ["conversion-rate", "bounce-rate"],
  needs: { nl: ["bezoeken met een bezoekers-id en een tijd"], en: ["visits with a visitor id and a time"] },
  increment: null,
  template: { type: "count-distinct", asks: ["dataset", "of"] },
};
