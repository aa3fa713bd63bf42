import type { CatalogueKpi } from "../kpi.ts";

export const unitsSold: CatalogueKpi = {
  id: "units-sold",
  name: { nl: "Verkochte stuks", en: "Units sold" },
  aliases: { nl: ["verkochte producten", "afzet"], en: ["sales volume", "products sold"] },
  definition: {
    nl: "Hoeveel stuks je in de periode verkocht.",
    en: "How many units you sold in the period.",
  },
  formula: "sum(quantity)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verkoop veel goedkope stuks, of lever vooruit aan een bevriende klant.",
    en: "Sell many cheap units, or ship ahead to a friendly customer.",
  },
  guardrail: ["margin", "return-rate"],
  needs: { nl: ["bestelregels met een aantal en een tijd"], en: ["order lines with a quantity and a time"] },
  increment: null,
  template: { type: "sum", asks: ["dataset", "of"] },
};
