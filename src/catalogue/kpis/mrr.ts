import type { CatalogueKpi } from "../kpi.ts";

export const mrr: CatalogueKpi = {
  id: "mrr",
  name: { nl: "Maandelijks terugkerende omzet (MRR)", en: "Monthly recurring revenue (MRR)" },
  aliases: { nl: ["MRR", "abonnementsomzet"], en: ["MRR", "recurring revenue", "subscription revenue"] },
  definition: {
    nl: "De omzet per maand van alle abonnementen die aan het eind van de periode lopen.",
    en: "The revenue per month of all subscriptions that run at the end of the period.",
  },
  formula: "sum(monthly amount of running subscriptions)",
  unit: "currency",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Tel eenmalige bedragen of proefabonnementen mee.",
    en: "Count one-off amounts or trials.",
  },
  guardrail: ["net-revenue-retention", "churn-rate"],
  needs: {
    nl: ["één rij per abonnement of wijziging, met klant, maandbedrag, begin en einde"],
    en: ["one row per subscription or change, with customer, monthly amount, start and end"],
  },
  increment: null,
  template: { type: "recurring", fixed: { measure: "mrr" }, asks: ["dataset", "amount", "started", "ended"] },
};
