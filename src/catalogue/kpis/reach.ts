import type { CatalogueKpi } from "../kpi.ts";

export const reach: CatalogueKpi = {
  id: "reach",
  name: { nl: "Bereik", en: "Reach" },
  aliases: { nl: ["unieke bereikte mensen", "bereikte personen"], en: ["people reached", "unique reach"] },
  definition: {
    nl: "Hoeveel verschillende mensen je advertentie of bericht minstens één keer zagen.",
    en: "How many different people saw your advertisement or post at least once.",
  },
  formula: "count(distinct person shown the message)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "engagement-rate",
  gamedBy: {
    nl: "Verbreed de doelgroep tot mensen die nooit klant worden.",
    en: "Widen the audience to people who will never be a customer.",
  },
  guardrail: ["engagement-rate", "cost-per-click"],
  needs: {
    nl: ["het bereik per periode zoals het kanaal het opgeeft (je mag bereik niet optellen)"],
    en: ["reach per period as the channel reports it (reach must not be added up)"],
  },
  increment: null,
  template: { type: "observed", asks: [] },
};
