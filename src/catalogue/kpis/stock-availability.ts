import type { CatalogueKpi } from "../kpi.ts";

export const stockAvailability: CatalogueKpi = {
  id: "stock-availability",
  name: { nl: "Op voorraad", en: "Stock availability" },
  aliases: { nl: ["leverbaarheid", "beschikbaarheid van producten"], en: ["in-stock rate", "product availability"] },
  definition: {
    nl: "Deel van de bekeken producten dat de klant meteen kan bestellen.",
    en: "Share of the products viewed that the customer can order at once.",
  },
  formula: "product views in stock / product views",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Haal wat op is van de site, zodat alleen voorraad wordt bekeken.",
    en: "Take what is sold out off the site, so that only stock is viewed.",
  },
  guardrail: ["zero-result-searches", "margin"],
  needs: {
    nl: ["één rij per bekeken product, met een kolom die zegt of het op voorraad was"],
    en: ["one row per product viewed, with a column that says whether it was in stock"],
  },
  increment: "certainty",
  template: { type: "share", asks: ["dataset", "of"] },
};
