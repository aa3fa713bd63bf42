import type { CatalogueKpi } from "../kpi.ts";

export const retentionD30: CatalogueKpi = {
  id: "retention-d30",
  name: { nl: "Retentie na 30 dagen", en: "30-day retention" },
  aliases: { nl: ["D30-retentie", "dertig-dagen retentie"], en: ["D30 retention", "day 30 retention"] },
  definition: {
    nl: "Deel van de nieuwe klanten dat 30 dagen na het eerste moment actief is.",
    en: "Share of new customers who are active 30 days after their first moment.",
  },
  formula: "new customers active on day 30 / new customers",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Noem het openen van een melding al actief.",
    en: "Call opening a notification active already.",
  },
  guardrail: ["unsubscribe-rate", "churn-rate"],
  needs: {
    nl: ["één rij per activiteit, met een klantnummer en een tijd"],
    en: ["one row per activity, with a customer number and a time"],
  },
  increment: null,
  template: { type: "retention", fixed: { age: "30 days" }, usual: { mode: "on" }, asks: ["dataset"] },
};
