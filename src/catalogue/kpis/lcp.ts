import type { CatalogueKpi } from "../kpi.ts";

export const lcp: CatalogueKpi = {
  id: "lcp",
  name: { nl: "Laadtijd van de pagina (LCP)", en: "Largest Contentful Paint (LCP)" },
  aliases: {
    nl: ["LCP", "sitesnelheid", "site snelheid", "laadtijd", "laadsnelheid"],
    en: ["LCP", "site speed", "page speed", "load time"],
  },
  definition: {
    nl: "Binnen hoeveel seconden bij drie van de vier paginaweergaven het grootste blok in beeld staat.",
    en: "Within how many seconds the largest block is on screen in three of four page views.",
  },
  formula: "percentile(largest contentful paint, 0.75)",
  unit: "seconds",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Meet alleen in een snel laboratorium, of laat trage telefoons buiten de meting.",
    en: "Measure in a fast laboratory only, or leave slow phones out.",
  },
  guardrail: ["inp", "cls"],
  needs: {
    nl: ["metingen bij echte bezoekers, één rij per paginaweergave, in seconden"],
    en: ["measurements with real visitors, one row per page view, in seconds"],
  },
  increment: "time",
  template: { type: "percentile", fixed: { p: 0.75 }, asks: ["dataset", "of"] },
};
