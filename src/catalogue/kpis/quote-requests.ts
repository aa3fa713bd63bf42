import type { CatalogueKpi } from "../kpi.ts";

export const quoteRequests: CatalogueKpi = {
  id: "quote-requests",
  name: { nl: "Offerteaanvragen", en: "Quote requests" },
  aliases: { nl: ["aangevraagde offertes", "offertes"], en: ["requests for quotation", "quotes asked"] },
  definition: {
    nl: "Hoeveel offertes klanten in de periode aanvroegen.",
    en: "How many quotes customers asked for in the period.",
  },
  formula: "count(quote requests)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak van elke prijsvraag een offerteaanvraag.",
    en: "Turn every question about a price into a quote request.",
  },
  guardrail: ["lead-conversion", "quote-lead-time"],
  needs: { nl: ["één rij per offerteaanvraag, met een tijd"], en: ["one row per quote request, with a time"] },
  increment: null,
  template: { type: "count", asks: ["dataset"] },
};
