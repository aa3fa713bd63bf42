import type { CatalogueKpi } from "../kpi.ts";

export const engagementRate: CatalogueKpi = {
  id: "engagement-rate",
  name: { nl: "Betrokkenheid", en: "Engagement rate" },
  aliases: { nl: ["interactieratio", "engagement"], en: ["interaction rate", "social engagement"] },
  definition: {
    nl: "Deel van de bereikte mensen dat reageert: een reactie, deling, bewaring of klik.",
    en: "Share of the people reached who respond: a comment, share, save or click.",
  },
  formula: "interactions / people reached",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Lok reacties uit met winacties of ruzie die niets met je aanbod te maken hebben.",
    en: "Provoke responses with give-aways or rows that have nothing to do with your offer.",
  },
  guardrail: ["customer-sentiment", "click-through-rate"],
  needs: {
    nl: ["reacties, delingen, bewaringen en klikken", "bereikte mensen over dezelfde periode"],
    en: ["comments, shares, saves and clicks", "people reached over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
