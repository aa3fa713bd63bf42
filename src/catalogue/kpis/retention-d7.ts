import type { CatalogueKpi } from "../kpi.ts";

export const retentionD7: CatalogueKpi = {
  id: "retention-d7",
  name: { nl: "Retentie na 7 dagen", en: "7-day retention" },
  aliases: { nl: ["D7-retentie", "zeven-dagen retentie"], en: ["D7 retention", "day 7 retention"] },
  definition: {
    nl: "Deel van de nieuwe klanten dat 7 dagen na het eerste moment actief is.",
    en: "Share of new customers who are active 7 days after their first moment.",
  },
  formula: "new customers active on day 7 / new customers",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Noem het openen van een melding al actief.",
    en: "Call opening a notification active already.",
  },
  guardrail: ["unsubscribe-rate", "activation-rate"],
  needs: {
    nl: ["één rij per activiteit, met een klantnummer en een tijd"],
    en: ["one row per activity, with a customer number and a time"],
  },
  increment: null,
  template: { type: "retention", fixed: { age: "7 days" }, usual: { mode: "on" }, asks: ["dataset"] },
};
