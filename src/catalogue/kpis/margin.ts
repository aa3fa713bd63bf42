import type { CatalogueKpi } from "../kpi.ts";

export const margin: CatalogueKpi = {
  id: "margin",
  name: { nl: "Marge", en: "Margin" },
  aliases: { nl: ["brutomarge", "winstmarge"], en: ["gross margin", "profit margin"] },
  definition: {
    nl: "Deel van de omzet dat overblijft na de kosten van wat je verkocht.",
    en: "Share of revenue that is left after the cost of what you sold.",
  },
  formula: "(revenue - cost) / revenue",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Bespaar op kwaliteit of service, of schuif kosten naar een andere post.",
    en: "Save on quality or service, or move costs to another account.",
  },
  guardrail: ["return-rate", "csat"],
  needs: {
    nl: ["een metriek met de brutowinst (omzet min kosten)", "een metriek met de omzet"],
    en: ["a metric with the gross profit (revenue minus cost)", "a metric with the revenue"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
