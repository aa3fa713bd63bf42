import type { CatalogueKpi } from "../kpi.ts";

export const refundRate: CatalogueKpi = {
  id: "refund-rate",
  name: { nl: "Terugbetaald deel", en: "Refund rate" },
  aliases: { nl: ["terugbetalingen", "restitutiepercentage"], en: ["refunds", "refund share"] },
  definition: {
    nl: "Deel van de omzet dat je aan klanten terugbetaalt.",
    en: "Share of revenue that you pay back to customers.",
  },
  formula: "amount refunded / revenue",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Geef een tegoedbon in plaats van geld, of maak terugvragen lastig.",
    en: "Give a voucher instead of money, or make claiming hard.",
  },
  guardrail: ["complaints-rate", "csat"],
  needs: {
    nl: ["terugbetaalde bedragen per periode", "omzet over dezelfde periode"],
    en: ["amounts refunded per period", "revenue over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
