import type { CatalogueKpi } from "../kpi.ts";

export const nps: CatalogueKpi = {
  id: "nps",
  name: { nl: "Net Promoter Score", en: "Net Promoter Score" },
  aliases: { nl: ["NPS", "aanbevelingsscore"], en: ["NPS", "promoter score", "willingness to recommend"] },
  definition: {
    nl: "Het percentage klanten dat je aanbeveelt (9 of 10) min het percentage dat dat niet doet (0 tot en met 6), in punten van −100 tot 100.",
    en: "The percentage of customers who recommend you (9 or 10) minus the percentage who do not (0 to 6), in points from −100 to 100.",
  },
  formula: "(promoters - detractors) / answers * 100",
  unit: "score",
  direction: "up",
  side: "experience",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag het vlak na goed nieuws, alleen aan tevreden klanten, of smeek om een tien.",
    en: "Ask right after good news, ask happy customers only, or beg for a ten.",
  },
  guardrail: ["churn-rate", "complaints-rate"],
  needs: {
    nl: ["één rij per antwoord, met een score van 0 tot en met 10 en een tijd"],
    en: ["one row per answer, with a score from 0 to 10 and a time"],
  },
  increment: null,
  template: { type: "nps", asks: ["dataset", "of"] },
};
