import type { CatalogueKpi } from "../kpi.ts";

export const reactivationRate: CatalogueKpi = {
  id: "reactivation-rate",
  name: { nl: "Heractivatie", en: "Reactivation rate" },
  aliases: { nl: ["heractivatie van inactieve klanten", "teruggewonnen klanten"], en: ["win-back rate", "reactivated customers"] },
  definition: {
    nl: "Deel van de klanten die lang wegbleven dat in de periode weer koopt.",
    en: "Share of the customers who stayed away for long who buy again in the period.",
  },
  formula: "lapsed customers who returned / customers lapsed at the start",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Koop ze terug met een korting waarop je verlies maakt.",
    en: "Buy them back with a discount at which you lose money.",
  },
  guardrail: ["margin", "unsubscribe-rate"],
  needs: {
    nl: ["aankopen met een klantnummer en een tijd, liefst van meer dan twee jaar"],
    en: ["purchases with a customer number and a time, preferably of more than two years"],
  },
  increment: null,
  template: { type: "reactivation", usual: { lapsed: "12 months" }, asks: ["dataset"] },
};
