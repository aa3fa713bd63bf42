import type { CatalogueKpi } from "../kpi.ts";

export const purchaseFrequency: CatalogueKpi = {
  id: "purchase-frequency",
  name: { nl: "Aankoopfrequentie", en: "Purchase frequency" },
  aliases: { nl: ["koopfrequentie", "bestellingen per klant"], en: ["orders per customer", "buying frequency"] },
  definition: {
    nl: "Hoe vaak een klant in de periode gemiddeld koopt.",
    en: "How often a customer buys in the period on average.",
  },
  formula: "orders / customers",
  unit: "ratio",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Splits bestellingen, of laat weinig kopende klanten uit de telling vallen.",
    en: "Split orders, or drop customers who buy little from the count.",
  },
  guardrail: ["average-order-value", "margin"],
  needs: {
    nl: ["bestellingen per periode", "klanten die in die periode kochten"],
    en: ["orders per period", "customers who bought in that period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
