import type { CatalogueKpi } from "../kpi.ts";

export const activationRate: CatalogueKpi = {
  id: "activation-rate",
  name: { nl: "Activatie", en: "Activation rate" },
  aliases: { nl: ["activatiegraad", "activatiepercentage"], en: ["user activation", "time-to-value reached"] },
  definition: {
    nl: "Deel van de nieuwe gebruikers dat binnen de gekozen tijd doet waar het product voor is.",
    en: "Share of new users who do what the product is for within the time chosen.",
  },
  formula: "new users with the first valuable act within 7 days / new users",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Kies een handeling die iedereen toch al doet, zoals inloggen.",
    en: "Choose an act that everybody does anyway, such as logging in.",
  },
  guardrail: ["retention-d30", "customer-effort-score"],
  needs: {
    nl: ["registraties met een klantnummer en een tijd", "handelingen met hetzelfde klantnummer en een tijd"],
    en: ["registrations with a customer number and a time", "acts with the same customer number and a time"],
  },
  increment: null,
  template: { type: "conversion", usual: { window: "7 days" }, asks: ["from", "to"] },
};
