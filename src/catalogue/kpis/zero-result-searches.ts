import type { CatalogueKpi } from "../kpi.ts";

export const zeroResultSearches: CatalogueKpi = {
  id: "zero-result-searches",
  name: { nl: "Zoekopdrachten zonder resultaat", en: "Zero-result searches" },
  aliases: {
    nl: ["vindbaarheid", "nulresultaten", "zoeken zonder resultaat"],
    en: ["findability", "null results rate", "no-result searches"],
  },
  definition: {
    nl: "Deel van de zoekopdrachten op je site dat niets oplevert.",
    en: "Share of the searches on your site that find nothing.",
  },
  formula: "searches without result / searches",
  unit: "percent",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Toon bij elke zoekopdracht iets, ook als het er niet op lijkt.",
    en: "Show something for every search, whether it fits or not.",
  },
  guardrail: ["add-to-cart-rate", "content-helpfulness"],
  needs: { nl: ["één rij per zoekopdracht, met het aantal resultaten"], en: ["one row per search, with the number of results"] },
  increment: "ease",
  template: { type: "share", asks: ["dataset", "of"] },
};
