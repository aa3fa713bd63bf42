import type { CatalogueKpi } from "../kpi.ts";

export const topCustomerRevenueShare: CatalogueKpi = {
  id: "top-customer-revenue-share",
  name: { nl: "Omzetdeel van topklanten", en: "Top-customer revenue share" },
  aliases: { nl: ["omzetaandeel topklanten"], en: ["revenue share of top customers"] },
  definition: {
    nl: "Deel van de omzet dat van je beste klanten komt.",
    en: "Share of revenue that comes from your best customers.",
  },
  formula: "revenue of top customers / revenue",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verwaarloos de andere klanten: dan stijgt het aandeel van de top vanzelf.",
    en: "Neglect the other customers: the share of the top then rises by itself.",
  },
  guardrail: ["repeat-rate", "new-customers"],
  needs: {
    nl: ["een metriek met de omzet van topklanten", "een metriek met de omzet"],
    en: ["a metric with the revenue of top customers", "a metric with the revenue"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
