import type { CatalogueKpi } from "../kpi.ts";

export const costPerLead: CatalogueKpi = {
  id: "cost-per-lead",
  name: { nl: "Kosten per lead", en: "Cost per lead" },
  aliases: { nl: ["CPL", "leadkosten"], en: ["CPL", "lead cost", "price per lead"] },
  definition: {
    nl: "Wat je gemiddeld aan marketing uitgeeft voor één lead.",
    en: "What you spend on marketing on average for one lead.",
  },
  formula: "marketing cost / leads",
  unit: "currency",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Haal goedkope leads binnen die nooit kopen.",
    en: "Bring in cheap leads who never buy.",
  },
  guardrail: ["lead-conversion", "cost-per-acquisition"],
  needs: { nl: ["marketingkosten per periode", "leads per periode"], en: ["marketing cost per period", "leads per period"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
