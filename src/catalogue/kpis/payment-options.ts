import type { CatalogueKpi } from "../kpi.ts";

export const paymentOptions: CatalogueKpi = {
  id: "payment-options",
  name: { nl: "Betaalmogelijkheden", en: "Payment options" },
  aliases: { nl: ["betalingsflexibiliteit", "betaalopties"], en: ["payment flexibility", "payment choices"] },
  definition: {
    nl: "Uit hoeveel manieren en momenten van betalen een klant kan kiezen.",
    en: "From how many ways and moments to pay a customer can choose.",
  },
  formula: "options to pay that a customer can choose",
  unit: "count",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Voeg opties toe die niemand wil, of die geld kosten als je te laat bent.",
    en: "Add options that nobody wants, or that cost money when you are late.",
  },
  guardrail: ["checkout-completion", "complaints-rate"],
  needs: { nl: ["per meetdag het aantal opties, met de hand genoteerd"], en: ["the number of options per day measured, noted by hand"] },
  increment: "options",
  template: { type: "observed", asks: [] },
};
