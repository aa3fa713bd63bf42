import type { CatalogueKpi } from "../kpi.ts";

export const valueDelivered: CatalogueKpi = {
  id: "value-delivered",
  name: { nl: "Waarde voor de klant", en: "Value delivered" },
  aliases: {
    nl: ["geleverde waarde aan de klant", "besparing voor de klant"],
    en: ["value delivered to the customer", "customer savings"],
  },
  definition: {
    nl: "Hoeveel een klant gemiddeld bespaart of wint doordat hij klant is.",
    en: "How much a customer saves or gains on average by being a customer.",
  },
  formula: "value delivered / customers",
  unit: "currency",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vergelijk met een adviesprijs die niemand betaalt.",
    en: "Compare with a list price that nobody pays.",
  },
  guardrail: ["churn-rate", "customer-sentiment"],
  needs: {
    nl: ["wat klanten in de periode bespaarden of wonnen", "klanten over dezelfde periode"],
    en: ["what customers saved or gained in the period", "customers over the same period"],
  },
  increment: "money",
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
