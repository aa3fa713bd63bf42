import type { CatalogueKpi } from "../kpi.ts";

export const averageReviewScore: CatalogueKpi = {
  id: "average-review-score",
  name: { nl: "Gemiddelde beoordeling", en: "Average review score" },
  aliases: { nl: ["reviewscore", "sterren"], en: ["star rating", "review rating"] },
  definition: {
    nl: "Het gemiddelde van de scores die klanten je in beoordelingen geven.",
    en: "The average of the scores that customers give you in reviews.",
  },
  formula: "sum(review scores) / reviews",
  unit: "score",
  direction: "up",
  side: "experience",
  timing: "lagging",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag alleen tevreden klanten om een beoordeling, of verwijder slechte.",
    en: "Ask happy customers only for a review, or remove bad ones.",
  },
  guardrail: ["complaints-rate", "return-rate"],
  needs: { nl: ["één rij per beoordeling, met de score en een tijd"], en: ["one row per review, with the score and a time"] },
  increment: null,
  template: { type: "average", asks: ["dataset", "of"] },
};
