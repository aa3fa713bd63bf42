import type { CatalogueKpi } from "../kpi.ts";

export const pagesPerVisit: CatalogueKpi = {
  id: "pages-per-visit",
  name: { nl: "Pagina’s per bezoek", en: "Pages per visit" },
  aliases: { nl: ["pagina’s per sessie", "bezoekdiepte"], en: ["pages per session", "visit depth"] },
  definition: {
    nl: "Hoeveel pagina’s iemand in één bezoek gemiddeld bekijkt.",
    en: "How many pages somebody views in one visit on average.",
  },
  formula: "page views / visits",
  unit: "ratio",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verdeel wat op één pagina past over meer pagina’s.",
    en: "Spread over several pages what fits on one.",
  },
  guardrail: ["customer-effort-score", "conversion-rate"],
  needs: { nl: ["één rij per bezoek, met het aantal bekeken pagina’s"], en: ["one row per visit, with the number of pages viewed"] },
  increment: null,
  template: { type: "average", asks: ["dataset", "of"] },
};
