import type { CatalogueKpi } from "../kpi.ts";

export const trialConversion: CatalogueKpi = {
  id: "trial-conversion",
  name: { nl: "Conversie na proefperiode", en: "Trial conversion" },
  aliases: { nl: ["proefabonnement naar betaald", "proefconversie"], en: ["trial-to-paid rate", "free trial conversion"] },
  definition: {
    nl: "Deel van de mensen met een proefperiode dat binnen de gekozen tijd gaat betalen.",
    en: "Share of people on a trial who start to pay within the time chosen.",
  },
  formula: "trials that pay within 30 days / trials",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Laat de proefperiode stilzwijgend overgaan in een betaald abonnement.",
    en: "Let the trial turn into a paid subscription in silence.",
  },
  guardrail: ["churn-rate", "refund-rate"],
  needs: {
    nl: ["proefperiodes met een klantnummer en een begin", "betaalde abonnementen met hetzelfde klantnummer en een begin"],
    en: ["trials with a customer number and a start", "paid subscriptions with the same customer number and a start"],
  },
  increment: null,
  template: { type: "conversion", usual: { window: "30 days" }, asks: ["from", "to"] },
};
