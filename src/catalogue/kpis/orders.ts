import type { CatalogueKpi } from "../kpi.ts";

export const orders: CatalogueKpi = {
  id: "orders",
  name: { nl: "Bestellingen", en: "Orders" },
  aliases: { nl: ["aantal bestellingen", "transacties", "aankopen"], en: ["number of orders", "transactions", "purchases"] },
  definition: {
    nl: "Hoeveel bestellingen klanten in de periode plaatsten.",
    en: "How many orders customers placed in the period.",
  },
  formula: "count(orders)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Splits bestellingen, of verkoop met zoveel korting dat er niets overblijft.",
    en: "Split orders, or sell at such a discount that nothing is left.",
  },
  guardrail: ["margin", "return-rate"],
  needs: { nl: ["één rij per bestelling, met een tijd"], en: ["one row per order, with a time"] },
  increment: null,
  template: { type: "count", asks: ["dataset"] },
};
