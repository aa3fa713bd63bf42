import type { CatalogueKpi } from "../kpi.ts";

export const costPerClick: CatalogueKpi = {
  id: "cost-per-click",
  name: { nl: "Kosten per klik", en: "Cost per click" },
  aliases: { nl: ["CPC", "klikprijs"], en: ["CPC", "pay per click", "click cost"] },
  definition: {
    nl: "Wat je gemiddeld betaalt voor één klik op een advertentie.",
    en: "What you pay on average for one click on an advertisement.",
  },
  formula: "advertising cost / clicks",
  unit: "currency",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Koop goedkope klikken van mensen die niets zoeken.",
    en: "Buy cheap clicks from people who look for nothing.",
  },
  guardrail: ["conversion-rate", "cost-per-acquisition"],
  needs: { nl: ["advertentiekosten per dag", "klikken per dag"], en: ["advertising cost per day", "clicks per day"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
