import type { CatalogueKpi } from "../kpi.ts";

export const newCustomers: CatalogueKpi = {
  id: "new-customers",
  name: { nl: "Nieuwe klanten", en: "New customers" },
  aliases: { nl: ["geworven klanten", "klantenwerving"], en: ["customers acquired", "first-time buyers"] },
  definition: {
    nl: "Hoeveel klanten in de periode voor het eerst kochten.",
    en: "How many customers bought for the first time in the period.",
  },
  formula: "count(distinct customer whose first order it is)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Lok eenmalige kopers met een welkomstkorting, of laat vaste klanten zich opnieuw inschrijven.",
    en: "Lure one-time buyers with a welcome discount, or let regulars register again.",
  },
  guardrail: ["repeat-rate", "cost-per-acquisition"],
  needs: {
    nl: ["bestellingen met een klantnummer en een tijd", "een kolom die zegt of het de eerste bestelling is"],
    en: ["orders with a customer number and a time", "a column that says whether it is the first order"],
  },
  increment: null,
  template: { type: "count-distinct", asks: ["dataset", "of", "where"] },
};
