import type { CatalogueKpi } from "../kpi.ts";

export const adFrequency: CatalogueKpi = {
  id: "ad-frequency",
  name: { nl: "Advertentiefrequentie", en: "Ad frequency" },
  aliases: { nl: ["contactfrequentie", "vertoningen per persoon"], en: ["frequency capping", "impressions per person"] },
  definition: {
    nl: "Hoe vaak één persoon gemiddeld dezelfde advertentie ziet; te vaak stoort.",
    en: "How often one person sees the same advertisement on average; too often annoys.",
  },
  formula: "impressions / people reached",
  unit: "ratio",
  direction: "down",
  side: "experience",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel ieder kanaal apart, zodat niemand ziet hoe vaak één persoon in totaal iets ziet.",
    en: "Count each channel apart, so that nobody sees how often one person is shown it in all.",
  },
  guardrail: ["click-through-rate"],
  needs: {
    nl: ["vertoningen per periode", "bereikte mensen over dezelfde periode"],
    en: ["impressions per period", "people reached over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
