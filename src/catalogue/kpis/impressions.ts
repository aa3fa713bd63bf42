import type { CatalogueKpi } from "../kpi.ts";

export const impressions: CatalogueKpi = {
  id: "impressions",
  name: { nl: "Vertoningen", en: "Impressions" },
  aliases: { nl: ["impressies", "advertentievertoningen", "keer gezien"], en: ["ad impressions", "times shown"] },
  definition: {
    nl: "Hoe vaak je advertentie of bericht op een scherm is getoond.",
    en: "How often your advertisement or post was shown on a screen.",
  },
  formula: "sum(impressions)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "click-through-rate",
  gamedBy: {
    nl: "Koop goedkope plekken waar niemand kijkt: het getal stijgt, de aandacht niet.",
    en: "Buy cheap places where nobody looks: the number rises, attention does not.",
  },
  guardrail: ["click-through-rate", "ad-frequency"],
  needs: { nl: ["per dag en kanaal het aantal vertoningen"], en: ["per day and channel the number of impressions"] },
  increment: null,
  template: { type: "sum", asks: ["dataset", "of"] },
};
