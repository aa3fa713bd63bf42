import type { CatalogueKpi } from "../kpi.ts";

export const csat: CatalogueKpi = {
  id: "csat",
  name: { nl: "Klanttevredenheid (CSAT)", en: "Customer satisfaction (CSAT)" },
  aliases: { nl: ["CSAT", "klanttevredenheid", "tevreden klanten"], en: ["CSAT", "customer satisfaction score", "satisfied customers"] },
  definition: {
    nl: "Deel van de antwoorden in de twee hoogste scores van de schaal.",
    en: "Share of answers in the two highest scores of the scale.",
  },
  formula: "answers in the top 2 scores / answers",
  unit: "percent",
  direction: "up",
  side: "experience",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag het alleen na een geslaagd contact, of laat de medewerker kiezen wie de vraag krijgt.",
    en: "Ask after a good contact only, or let the employee choose who is asked.",
  },
  guardrail: ["repeat-rate", "complaints-rate"],
  needs: { nl: ["één rij per antwoord, met de score en een tijd"], en: ["one row per answer, with the score and a time"] },
  increment: null,
  template: { type: "csat", asks: ["dataset", "of"] },
};
