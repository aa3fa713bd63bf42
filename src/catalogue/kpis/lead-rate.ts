import type { CatalogueKpi } from "../kpi.ts";

export const leadRate: CatalogueKpi = {
  id: "lead-rate",
  name: { nl: "Leads per bezoek", en: "Visit-to-lead rate" },
  aliases: { nl: ["leadratio", "bezoek naar lead"], en: ["lead capture rate", "visitor-to-lead rate"] },
  definition: {
    nl: "Deel van de bezoeken waarin iemand zijn gegevens achterlaat met een vraag.",
    en: "Share of visits in which somebody leaves their details with a question.",
  },
  formula: "leads / visits",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag gegevens voor iets kleins: je krijgt adressen van mensen die niets willen kopen.",
    en: "Ask for details in return for something small: you get addresses of people who want to buy nothing.",
  },
  guardrail: ["lead-conversion", "cost-per-lead"],
  needs: { nl: ["leads per dag", "bezoeken per dag"], en: ["leads per day", "visits per day"] },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
