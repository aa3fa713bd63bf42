import type { CatalogueKpi } from "../kpi.ts";

export const timeOnSite: CatalogueKpi = {
  id: "time-on-site",
  name: { nl: "Tijd op de site", en: "Time on site" },
  aliases: { nl: ["time-on-site", "sessieduur", "bezoekduur"], en: ["session duration", "visit duration", "dwell time"] },
  definition: {
    nl: "Hoe lang een bezoek aan je site gemiddeld duurt.",
    en: "How long a visit to your site lasts on average.",
  },
  formula: "time on site / visits",
  unit: "seconds",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Maak iets moeilijk te vinden: mensen blijven langer omdat ze zoeken.",
    en: "Make things hard to find: people stay longer because they search.",
  },
  guardrail: ["zero-result-searches", "customer-effort-score"],
  needs: { nl: ["één rij per bezoek, met de duur in seconden"], en: ["one row per visit, with its duration in seconds"] },
  increment: null,
  template: { type: "average", asks: ["dataset", "of"] },
};
