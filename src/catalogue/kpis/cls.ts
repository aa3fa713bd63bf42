import type { CatalogueKpi } from "../kpi.ts";

export const cls: CatalogueKpi = {
  id: "cls",
  name: { nl: "Verspringen van de pagina (CLS)", en: "Cumulative Layout Shift (CLS)" },
  aliases: { nl: ["CLS", "layoutverschuiving", "verspringende pagina"], en: ["CLS", "layout stability", "visual stability"] },
  definition: {
    nl: "Hoe sterk een pagina tijdens het laden verspringt, zoals drie van de vier paginaweergaven het hoogstens meemaken.",
    en: "How much a page jumps while it loads, at most, in three of four page views.",
  },
  formula: "percentile(cumulative layout shift, 0.75)",
  unit: "score",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Toon eerst een lege pagina: niets verspringt, en de bezoeker wacht.",
    en: "Show an empty page first: nothing jumps, and the visitor waits.",
  },
  guardrail: ["lcp"],
  needs: {
    nl: ["metingen bij echte bezoekers, één rij per paginaweergave"],
    en: ["measurements with real visitors, one row per page view"],
  },
  increment: "ease",
  template: { type: "percentile", fixed: { p: 0.75 }, asks: ["dataset", "of"] },
};
