import type { CatalogueKpi } from "../kpi.ts";

export const unsubscribeRate: CatalogueKpi = {
  id: "unsubscribe-rate",
  name: { nl: "Uitschrijfpercentage", en: "Unsubscribe rate" },
  aliases: { nl: ["uitschrijvingen", "afmeldingen"], en: ["opt-out rate", "unsubscribes"] },
  definition: {
    nl: "Deel van de bezorgde e-mails waarna de ontvanger zich uitschrijft.",
    en: "Share of delivered emails after which the recipient unsubscribes.",
  },
  formula: "unsubscribes / delivered emails",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verstop de uitschrijflink: mensen klikken dan op spam.",
    en: "Hide the link to unsubscribe: people then press spam.",
  },
  guardrail: ["email-click-rate", "complaints-rate"],
  needs: {
    nl: ["per mailing de bezorgde e-mails", "per mailing de uitschrijvingen"],
    en: ["per mailing the delivered emails", "per mailing the unsubscribes"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
