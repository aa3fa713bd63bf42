import type { CatalogueKpi } from "../kpi.ts";

export const daysBetweenOrders: CatalogueKpi = {
  id: "days-between-orders",
  name: { nl: "Dagen tussen bestellingen", en: "Days between orders" },
  aliases: { nl: ["tijd tussen aankopen", "tussentijd"], en: ["time between purchases", "interpurchase time"] },
  definition: {
    nl: "Hoeveel dagen er bij de middelste herhaalaankoop tussen twee bestellingen van een klant zitten.",
    en: "How many days lie between two orders of a customer, for the middle repeat purchase.",
  },
  formula: "median(order day - previous order day of that customer)",
  unit: "days",
  direction: "down",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Knip één bestelling op in kleine, losse bestellingen.",
    en: "Cut one order into small, separate orders.",
  },
  guardrail: ["average-order-value", "unsubscribe-rate"],
  needs: {
    nl: ["bestellingen met een kolom voor de dagen sinds de vorige bestelling van die klant"],
    en: ["orders with a column for the days since that customer’s previous order"],
  },
  increment: null,
  template: { type: "median", asks: ["dataset", "of"] },
};
