import type { CatalogueKpi } from "../kpi.ts";

export const clickThroughRate: CatalogueKpi = {
  id: "click-through-rate",
  name: { nl: "Doorklikpercentage", en: "Click-through rate" },
  aliases: { nl: ["CTR", "doorklikratio", "klikfrequentie"], en: ["CTR", "clickthrough rate", "click rate of ads"] },
  definition: {
    nl: "Deel van de vertoningen waarop iemand doorklikt naar de volgende stap.",
    en: "Share of impressions on which somebody clicks through to the next step.",
  },
  formula: "clicks / impressions",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Beloof in de advertentie meer dan de pagina waarmaakt: mensen klikken en vertrekken.",
    en: "Promise more in the advertisement than the page delivers: people click and leave.",
  },
  guardrail: ["bounce-rate", "conversion-rate"],
  needs: { nl: ["klikken per dag", "vertoningen per dag"], en: ["clicks per day", "impressions per day"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
