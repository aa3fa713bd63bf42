import type { CatalogueKpi } from "../kpi.ts";

export const contentHelpfulness: CatalogueKpi = {
  id: "content-helpfulness",
  name: { nl: "Geholpen door de pagina", en: "Content helpfulness" },
  aliases: { nl: ["nuttige pagina’s", "vond je wat je zocht"], en: ["page helpfulness", "found what I was looking for", "task success"] },
  definition: {
    nl: "Deel van de lezers dat zegt te hebben gevonden wat ze zochten.",
    en: "Share of readers who say that they found what they were looking for.",
  },
  formula: "answers yes / answers",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Stel de vraag alleen op je beste pagina’s, of alleen aan wie blijft.",
    en: "Ask only on your best pages, or only those who stay.",
  },
  guardrail: ["bounce-rate", "complaints-rate"],
  needs: {
    nl: ["één rij per antwoord op “Vond je wat je zocht?”"],
    en: ["one row per answer to “Did you find what you were looking for?”"],
  },
  increment: "knowledge",
  template: { type: "share", asks: ["dataset", "of"] },
};
