import type { CatalogueKpi } from "../kpi.ts";

export const firstResponseTime: CatalogueKpi = {
  id: "first-response-time",
  name: { nl: "Eerste reactietijd", en: "First response time" },
  aliases: { nl: ["reactietijd", "wachttijd op antwoord"], en: ["time to first reply", "response time"] },
  definition: {
    nl: "Hoe lang een klant wacht op het eerste antwoord van een mens, voor de middelste klant.",
    en: "How long a customer waits for the first answer by a human, for the middle customer.",
  },
  formula: "median(first answer - question)",
  unit: "hours",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Stuur meteen een automatisch antwoord waar de klant niets aan heeft.",
    en: "Send an automatic answer at once that is of no use to the customer.",
  },
  guardrail: ["first-time-resolution", "csat"],
  needs: {
    nl: ["één rij per vraag, met het tijdstip van de vraag en dat van het eerste antwoord"],
    en: ["one row per question, with the time of the question and that of the first answer"],
  },
  increment: "time",
  template: { type: "duration", usual: { statistic: "median", in: "hours" }, asks: ["dataset", "start", "end"] },
};
