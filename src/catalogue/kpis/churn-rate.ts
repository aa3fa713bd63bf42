import type { CatalogueKpi } from "../kpi.ts";

export const churnRate: CatalogueKpi = {
  id: "churn-rate",
  name: { nl: "Klantverloop", en: "Churn rate" },
  aliases: { nl: ["churn", "opzeggingen", "churnpercentage"], en: ["customer churn", "attrition rate"] },
  definition: {
    nl: "Deel van de klanten aan het begin van de periode dat in de periode vertrekt.",
    en: "Share of the customers at the start of the period who leave in it.",
  },
  formula: "customers who left / customers at the start",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak opzeggen moeilijk, of noem een slapende klant nog actief.",
    en: "Make it hard to cancel, or call a sleeping customer still active.",
  },
  guardrail: ["complaints-rate", "nps"],
  needs: {
    nl: ["met een contract: klant, begin en einde van elk abonnement", "zonder contract: aankopen met een klantnummer en een tijd"],
    en: ["with a contract: customer, start and end of each subscription", "without: purchases with a customer number and a time"],
  },
  increment: null,
  template: { type: "churn", asks: ["dataset", "kind"] },
};
