import type { CatalogueKpi } from "../kpi.ts";

export const customerSentiment: CatalogueKpi = {
  id: "customer-sentiment",
  name: { nl: "Klantsentiment", en: "Customer sentiment" },
  aliases: { nl: ["sentiment", "merksentiment"], en: ["brand sentiment", "net sentiment"] },
  definition: {
    nl: "Hoe positief klanten over je schrijven, gemiddeld van −1 (negatief) tot 1 (positief).",
    en: "How positively customers write about you, averaged from −1 (negative) to 1 (positive).",
  },
  formula: "sum(sentiment) / messages",
  unit: "score",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Plaats zelf positieve berichten, of kies bronnen waar alleen fans schrijven.",
    en: "Post positive messages yourself, or choose sources where only fans write.",
  },
  guardrail: ["nps", "complaints-rate"],
  needs: {
    nl: ["één rij per bericht, met een sentiment van −1 tot 1 en een tijd"],
    en: ["one row per message, with a sentiment from −1 to 1 and a time"],
  },
  increment: null,
  template: { type: "average", asks: ["dataset", "of"] },
};
