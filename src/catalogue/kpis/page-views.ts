import type { CatalogueKpi } from "../kpi.ts";

export const pageViews: CatalogueKpi = {
  id: "page-views",
  name: { nl: "Paginaweergaven", en: "Page views" },
  aliases: { nl: ["bekeken pagina’s", "pageviews"], en: ["pages viewed", "hits"] },
  definition: {
    nl: "Hoe vaak een pagina van je site in de periode is geladen.",
    en: "How often a page of your site was loaded in the period.",
  },
  formula: "count(page loads)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "lead-rate",
  gamedBy: {
    nl: "Knip een artikel in stukken, zodat mensen vaker moeten klikken.",
    en: "Cut an article into pieces, so that people must click more.",
  },
  guardrail: ["bounce-rate", "content-helpfulness"],
  needs: { nl: ["één rij per geladen pagina, met een tijd"], en: ["one row per page loaded, with a time"] },
  increment: null,
  template: { type: "count", asks: ["dataset"] },
};
