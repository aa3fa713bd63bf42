import type { CatalogueKpi } from "../kpi.ts";

export const bounceRate: CatalogueKpi = {
  id: "bounce-rate",
  name: { nl: "Bouncepercentage", en: "Bounce rate" },
  aliases: { nl: ["bounce", "weigeringspercentage", "bounceratio"], en: ["bounces", "single-page visits"] },
  definition: {
    nl: "Deel van de bezoeken dat na één pagina eindigt zonder verdere handeling.",
    en: "Share of visits that end after one page without any further act.",
  },
  formula: "visits of one page / visits",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel een scroll of pop-up als handeling: het percentage daalt zonder dat iemand langer blijft.",
    en: "Count a scroll or pop-up as an act: the rate falls while nobody stays longer.",
  },
  guardrail: ["conversion-rate", "time-on-site"],
  needs: {
    nl: ["één rij per bezoek, met het aantal pagina’s of een kolom die de bounce aanwijst"],
    en: ["one row per visit, with the number of pages or a column that marks the bounce"],
  },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
