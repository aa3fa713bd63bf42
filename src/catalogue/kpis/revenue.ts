import type { CatalogueKpi } from "../kpi.ts";

export const revenue: CatalogueKpi = {
  id: "revenue",
  name: { nl: "Omzet", en: "Revenue" },
  aliases: { nl: ["verkoopwaarde"], en: ["sales value", "turnover"] },
  definition: {
    nl: "Het bedrag van alle bestellingen in de periode.",
    en: "The amount of all orders in the period.",
  },
  formula: "sum(order amount)",
  unit: "currency",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verkoop onder de kostprijs, of tel verkopen mee die terugkomen.",
    en: "Sell below cost, or count sales that come back.",
  },
  guardrail: ["margin", "refund-rate"],
  needs: { nl: ["bestellingen met een bedrag en een tijd"], en: ["orders with an amount and a time"] },
  increment: null,
  template: { type: "sum", asks: ["dataset", "of"] },
};
