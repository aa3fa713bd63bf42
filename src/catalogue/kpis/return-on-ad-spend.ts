import type { CatalogueKpi } from "../kpi.ts";

export const returnOnAdSpend: CatalogueKpi = {
  id: "return-on-ad-spend",
  name: { nl: "Opbrengst per advertentie-euro", en: "Return on ad spend" },
  aliases: { nl: ["ROAS", "rendement op advertenties", "campagnerendement"], en: ["ROAS", "ad return", "campaign return"] },
  definition: {
    nl: "Hoeveel omzet je krijgt voor elke euro aan advertenties.",
    en: "How much revenue you get for each euro spent on advertisements.",
  },
  formula: "revenue from ads / advertising cost",
  unit: "ratio",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Adverteer op je eigen naam: die klanten kwamen toch al.",
    en: "Advertise on your own name: those customers came anyway.",
  },
  guardrail: ["new-customers", "margin"],
  needs: {
    nl: ["omzet die aan advertenties is toegeschreven", "advertentiekosten over dezelfde periode"],
    en: ["revenue attributed to ads", "advertising cost over the same period"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
