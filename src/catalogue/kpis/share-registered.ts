import type { CatalogueKpi } from "../kpi.ts";

export const shareRegistered: CatalogueKpi = {
  id: "share-registered",
  name: { nl: "Geregistreerd deel", en: "Share registered" },
  aliases: { nl: ["transacties op klantnummer", "herkende transacties"], en: ["registered transactions", "identified sales"] },
  definition: {
    nl: "Deel van de transacties dat op een bekende klant staat.",
    en: "Share of transactions that are registered to a known customer.",
  },
  formula: "transactions with a customer / transactions",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Scan aan de kassa de kaart van de winkel zelf.",
    en: "Scan the shop’s own card at the till.",
  },
  guardrail: ["purchase-frequency", "csat"],
  needs: { nl: ["één rij per transactie, met een klantnummer of leeg"], en: ["one row per transaction, with a customer number or empty"] },
  increment: null,
  template: { type: "share", asks: ["dataset", "of"] },
};
