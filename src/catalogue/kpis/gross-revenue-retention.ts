import type { CatalogueKpi } from "../kpi.ts";

export const grossRevenueRetention: CatalogueKpi = {
  id: "gross-revenue-retention",
  name: { nl: "Bruto omzetbehoud (GRR)", en: "Gross revenue retention" },
  aliases: { nl: ["GRR", "bruto omzetretentie"], en: ["GRR", "gross dollar retention", "gross retention"] },
  definition: {
    nl: "Deel van de terugkerende omzet aan het begin dat dezelfde klanten aan het eind nog opleveren, zonder uitbreiding.",
    en: "Share of the recurring revenue at the start that the same customers still bring at the end, without expansion.",
  },
  formula: "(start - contraction - churned) / start",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak kleiner of goedkoper worden onmogelijk: klanten blijven tot ze helemaal vertrekken.",
    en: "Make a smaller plan impossible: customers stay until they leave altogether.",
  },
  guardrail: ["churn-rate", "nps"],
  needs: {
    nl: ["één rij per abonnement of wijziging, met klant, maandbedrag, begin en einde"],
    en: ["one row per subscription or change, with customer, monthly amount, start and end"],
  },
  increment: null,
  template: { type: "recurring", fixed: { measure: "grr" }, asks: ["dataset", "amount", "started", "ended"] },
};
