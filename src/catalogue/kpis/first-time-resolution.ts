import type { CatalogueKpi } from "../kpi.ts";

export const firstTimeResolution: CatalogueKpi = {
  id: "first-time-resolution",
  name: { nl: "In één keer opgelost", en: "First time resolution" },
  aliases: { nl: ["FTR", "FCR", "opgelost bij eerste contact"], en: ["FTR", "FCR", "first contact resolution", "one-touch resolution"] },
  definition: {
    nl: "Deel van de vragen dat bij het eerste contact naar tevredenheid van de klant is opgelost.",
    en: "Share of questions that are solved at the first contact to the customer’s satisfaction.",
  },
  formula: "questions solved at first contact / questions",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Sluit een vraag voor de klant zegt dat het is opgelost; de volgende telt dan als nieuw.",
    en: "Close a question before the customer says that it is solved; the next counts as new.",
  },
  guardrail: ["csat", "complaints-rate"],
  needs: {
    nl: ["één rij per vraag, met een kolom die zegt of het eerste contact genoeg was"],
    en: ["one row per question, with a column that says whether the first contact was enough"],
  },
  increment: "ease",
  template: { type: "share", asks: ["dataset", "of"] },
};
