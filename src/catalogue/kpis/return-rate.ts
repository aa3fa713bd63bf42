import type { CatalogueKpi } from "../kpi.ts";

export const returnRate: CatalogueKpi = {
  id: "return-rate",
  name: { nl: "Retourpercentage", en: "Return rate" },
  aliases: { nl: ["retouren", "teruggestuurde producten"], en: ["product returns", "returns"] },
  definition: {
    nl: "Deel van de verkochte stuks dat klanten terugsturen.",
    en: "Share of units sold that customers send back.",
  },
  formula: "units returned / units sold",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak terugsturen duur of ingewikkeld.",
    en: "Make sending back expensive or complicated.",
  },
  guardrail: ["csat", "conversion-rate"],
  needs: {
    nl: ["teruggestuurde stuks per periode", "verkochte stuks over dezelfde periode"],
    en: ["units returned per period", "units sold over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
