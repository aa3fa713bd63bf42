import type { CatalogueKpi } from "../kpi.ts";

export const addToCartRate: CatalogueKpi = {
  id: "add-to-cart-rate",
  name: { nl: "In het winkelmandje", en: "Add-to-cart rate" },
  aliases: { nl: ["winkelmandratio", "toegevoegd aan winkelmandje"], en: ["cart additions", "add to basket rate"] },
  definition: {
    nl: "Deel van de bezoeken waarin iemand iets in het winkelmandje legt.",
    en: "Share of visits in which somebody puts something in the cart.",
  },
  formula: "visits with a product in the cart / visits",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Toon de prijs of levertijd pas in het winkelmandje.",
    en: "Show the price or delivery time only in the cart.",
  },
  guardrail: ["cart-abandonment", "checkout-completion"],
  needs: {
    nl: ["één rij per bezoek, met een kolom die zegt of er iets in het mandje kwam"],
    en: ["one row per visit, with a column that says whether something was put in the cart"],
  },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
