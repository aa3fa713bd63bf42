import type { CatalogueKpi } from "../kpi.ts";

export const customerLifetimeValue: CatalogueKpi = {
  id: "customer-lifetime-value",
  name: { nl: "Klantwaarde (CLV)", en: "Customer lifetime value" },
  aliases: { nl: ["CLV", "LTV", "klantlevensduurwaarde", "levensduurwaarde"], en: ["CLV", "LTV", "lifetime value", "CLTV"] },
  definition: {
    nl: "Wat een klant naar verwachting oplevert binnen de gekozen tijd.",
    en: "What a customer is expected to bring in within the time chosen.",
  },
  formula: "expected value per customer within 12 months",
  unit: "currency",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Reken met een rooskleurige toekomst, of pers klanten uit die daarna vertrekken.",
    en: "Assume a rosy future, or squeeze customers who then leave.",
  },
  guardrail: ["churn-rate", "value-delivered"],
  needs: { nl: ["bestellingen met een klantnummer, een bedrag en een tijd"], en: ["orders with a customer number, an amount and a time"] },
  increment: null,
  template: { type: "lifetime-value", usual: { horizon: "12 months" }, asks: ["dataset"] },
};
