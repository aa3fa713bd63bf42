import type { CatalogueKpi } from "../kpi.ts";

export const leadConversion: CatalogueKpi = {
  id: "lead-conversion",
  name: { nl: "Leadconversie", en: "Lead conversion" },
  aliases: { nl: ["leads die klant worden", "scoringspercentage"], en: ["lead conversion rate", "close rate", "win rate"] },
  definition: {
    nl: "Deel van de leads dat binnen de gekozen tijd klant wordt.",
    en: "Share of leads who become a customer within the time chosen.",
  },
  formula: "leads with an order within 90 days / leads",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "lagging",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Noteer een lead pas als de verkoop bijna zeker is.",
    en: "Record a lead only when the sale is almost certain.",
  },
  guardrail: ["leads", "margin"],
  needs: {
    nl: ["leads met een klantnummer en een tijd", "bestellingen met hetzelfde klantnummer en een tijd"],
    en: ["leads with a customer number and a time", "orders with the same customer number and a time"],
  },
  increment: null,
  template: { type: "conversion", usual: { window: "90 days" }, asks: ["from", "to"] },
};
