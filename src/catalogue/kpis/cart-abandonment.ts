import type { CatalogueKpi } from "../kpi.ts";

export const cartAbandonment: CatalogueKpi = {
  id: "cart-abandonment",
  name: { nl: "Verlaten winkelmandjes", en: "Cart abandonment" },
  aliases: { nl: ["winkelmandverlating", "achtergelaten winkelwagens"], en: ["abandoned carts", "basket abandonment"] },
  definition: {
    nl: "Deel van de winkelmandjes waaruit geen bestelling volgt.",
    en: "Share of carts from which no order follows.",
  },
  formula: "carts without an order / carts",
  unit: "percent",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak het lastig om een mandje te vullen: wie niets invult, verlaat niets.",
    en: "Make it hard to fill a cart: who fills none abandons none.",
  },
  guardrail: ["add-to-cart-rate", "conversion-rate"],
  needs: {
    nl: ["één rij per winkelmandje, met een kolom die zegt of er een bestelling volgde"],
    en: ["one row per cart, with a column that says whether an order followed"],
  },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
