import type { CatalogueKpi } from "../kpi.ts";

export const inp: CatalogueKpi = {
  id: "inp",
  name: { nl: "Reactietijd van de pagina (INP)", en: "Interaction to Next Paint (INP)" },
  aliases: { nl: ["INP", "reactiesnelheid van de site"], en: ["INP", "page responsiveness", "interaction latency"] },
  definition: {
    nl: "Binnen hoeveel seconden een pagina bij drie van de vier bezoeken zichtbaar reageert op een klik, tik of toets.",
    en: "Within how many seconds a page visibly responds to a click, tap or key in three of four visits.",
  },
  formula: "percentile(interaction to next paint, 0.75)",
  unit: "seconds",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Meet alleen op snelle computers, of alleen pagina’s zonder knoppen.",
    en: "Measure on fast computers only, or only pages without buttons.",
  },
  guardrail: ["lcp", "cls"],
  needs: {
    nl: ["metingen bij echte bezoekers, één rij per paginaweergave, in seconden"],
    en: ["measurements with real visitors, one row per page view, in seconds"],
  },
  increment: "time",
  template: { type: "percentile", fixed: { p: 0.75 }, asks: ["dataset", "of"] },
};
