import type { CatalogueKpi } from "../kpi.ts";

export const costPerAcquisition: CatalogueKpi = {
  id: "cost-per-acquisition",
  name: { nl: "Kosten per nieuwe klant", en: "Cost per acquisition" },
  aliases: { nl: ["CPA", "CAC", "wervingskosten"], en: ["CPA", "CAC", "customer acquisition cost", "acquisition cost"] },
  definition: {
    nl: "Wat je gemiddeld aan marketing en verkoop uitgeeft om één nieuwe klant te werven.",
    en: "What you spend on marketing and sales on average to win one new customer.",
  },
  formula: "marketing and sales cost / new customers",
  unit: "currency",
  direction: "down",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel klanten mee die toch al zouden komen, of laat salarissen buiten de kosten.",
    en: "Count customers who would have come anyway, or leave salaries out of the cost.",
  },
  guardrail: ["customer-lifetime-value", "new-customers"],
  needs: {
    nl: ["kosten van marketing en verkoop per periode", "nieuwe klanten per periode"],
    en: ["cost of marketing and sales per period", "new customers per period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
