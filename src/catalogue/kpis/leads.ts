import type { CatalogueKpi } from "../kpi.ts";

export const leads: CatalogueKpi = {
  id: "leads",
  name: { nl: "Leads", en: "Leads" },
  aliases: {
    nl: ["contactaanvragen", "ingevulde contactformulieren", "contactformulier ingevuld"],
    en: ["contact requests", "enquiries", "contact form submissions"],
  },
  definition: {
    nl: "Hoeveel mensen in de periode om contact, informatie of een afspraak vroegen.",
    en: "How many people asked for contact, information or an appointment in the period.",
  },
  formula: "count(leads)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel iedere ingevulde naam als lead, ook wie nooit iets zal kopen.",
    en: "Count every name typed as a lead, those who will never buy included.",
  },
  guardrail: ["lead-conversion", "first-response-time"],
  needs: { nl: ["één rij per lead, met een tijd"], en: ["one row per lead, with a time"] },
  increment: null,
  template: { type: "count", asks: ["dataset"] },
};
