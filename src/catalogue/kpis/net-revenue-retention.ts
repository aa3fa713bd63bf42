import type { CatalogueKpi } from "../kpi.ts";

export const netRevenueRetention: CatalogueKpi = {
  id: "net-revenue-retention",
  name: { nl: "Netto omzetbehoud (NRR)", en: "Net revenue retention" },
  aliases: { nl: ["NRR", "netto omzetretentie"], en: ["NRR", "net dollar retention", "net retention"] },
  definition: {
    nl: "Deel van de terugkerende omzet aan het begin dat dezelfde klanten aan het eind nog opleveren, met uitbreiding erbij.",
    en: "Share of the recurring revenue at the start that the same customers still bring at the end, expansion included.",
  },
  formula: "(start + expansion - contraction - churned) / start",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verhoog de prijs bij een paar grote klanten: dat verbergt wie er weggaat.",
    en: "Raise the price for a few large customers: that hides who leaves.",
  },
  guardrail: ["gross-revenue-retention", "churn-rate"],
  needs: {
    nl: ["één rij per abonnement of wijziging, met klant, maandbedrag, begin en einde"],
    en: ["one row per subscription or change, with customer, monthly amount, start and end"],
  },
  increment: null,
  template: { type: "recurring", fixed: { measure: "nrr" }, asks: ["dataset", "amount", "started", "ended"] },
};
