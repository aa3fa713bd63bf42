import type { CatalogueKpi } from "../kpi.ts";

export const quoteLeadTime: CatalogueKpi = {
  id: "quote-lead-time",
  name: { nl: "Doorlooptijd van offertes", en: "Quote lead time" },
  aliases: { nl: ["snelle offerte", "offertetijd", "wachttijd op een offerte"], en: ["time to quote", "quick quote", "quote turnaround"] },
  definition: {
    nl: "Hoe lang een klant wacht tussen de aanvraag en de offerte, voor de middelste klant.",
    en: "How long a customer waits between request and quote, for the middle customer.",
  },
  formula: "median(quoted at - requested at)",
  unit: "hours",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Stuur snel een offerte zonder prijs, of start de klok pas als iemand de aanvraag opent.",
    en: "Send a quick quote without a price, or start the clock only when somebody opens the request.",
  },
  guardrail: ["lead-conversion", "complaints-rate"],
  needs: {
    nl: ["één rij per aanvraag, met het tijdstip van de aanvraag en dat van de offerte"],
    en: ["one row per request, with the time of the request and that of the quote"],
  },
  increment: "time",
  template: { type: "duration", usual: { statistic: "median", in: "hours" }, asks: ["dataset", "start", "end"] },
};
