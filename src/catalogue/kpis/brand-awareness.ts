import type { CatalogueKpi } from "../kpi.ts";

export const brandAwareness: CatalogueKpi = {
  id: "brand-awareness",
  name: { nl: "Naamsbekendheid", en: "Brand awareness" },
  aliases: { nl: ["merkbekendheid", "geholpen naamsbekendheid"], en: ["aided awareness", "brand recognition"] },
  definition: {
    nl: "Deel van je doelgroep dat in een peiling zegt je merk te kennen.",
    en: "Share of your target group who say in a poll that they know your brand.",
  },
  formula: "answers that know the brand / answers",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "lagging",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag het aan je eigen volgers of klanten, die je al kennen.",
    en: "Ask your own followers or customers, who know you already.",
  },
  guardrail: ["customer-sentiment", "cost-per-acquisition"],
  needs: {
    nl: ["één rij per antwoord uit een steekproef van je doelgroep"],
    en: ["one row per answer from a sample of your target group"],
  },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
