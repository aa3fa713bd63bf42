import type { CatalogueKpi } from "../kpi.ts";

export const customerEffortScore: CatalogueKpi = {
  id: "customer-effort-score",
  name: { nl: "Customer Effort Score", en: "Customer Effort Score" },
  aliases: { nl: ["CES", "klantinspanningsscore", "gemak voor de klant"], en: ["CES", "effort score", "ease of use score"] },
  definition: {
    nl: "Hoe makkelijk klanten het vonden om te doen wat ze wilden, gemiddeld op de schaal van de vraag; hoger is makkelijker.",
    en: "How easy customers found it to do what they wanted, averaged on the question’s scale; higher is easier.",
  },
  formula: "sum(scores) / answers",
  unit: "score",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "do",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Vraag het alleen aan wie de taak afmaakte; wie opgaf, telt niet mee.",
    en: "Ask only those who finished the task; who gave up does not count.",
  },
  guardrail: ["checkout-completion", "first-time-resolution"],
  needs: { nl: ["één rij per antwoord, met de score en een tijd"], en: ["one row per answer, with the score and a time"] },
  increment: "ease",
  template: { type: "ces", asks: ["dataset", "of"] },
};
