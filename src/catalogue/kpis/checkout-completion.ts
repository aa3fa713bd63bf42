import type { CatalogueKpi } from "../kpi.ts";

export const checkoutCompletion: CatalogueKpi = {
  id: "checkout-completion",
  name: { nl: "Afgerekende bestellingen", en: "Checkout completion" },
  aliases: { nl: ["afgeronde checkouts", "afrekenconversie"], en: ["checkout completion rate", "checkout conversion"] },
  definition: {
    nl: "Deel van de mensen die beginnen met afrekenen dat de bestelling afmaakt.",
    en: "Share of those who start the checkout who complete the order.",
  },
  formula: "orders / checkouts started",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Laat het afrekenen later beginnen, zodat twijfelaars niet meetellen.",
    en: "Let the checkout start later, so that those in doubt do not count.",
  },
  guardrail: ["conversion-rate", "complaints-rate"],
  needs: { nl: ["begonnen afrekeningen per dag", "bestellingen per dag"], en: ["checkouts started per day", "orders per day"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
