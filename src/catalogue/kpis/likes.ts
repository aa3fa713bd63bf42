import type { CatalogueKpi } from "../kpi.ts";

export const likes: CatalogueKpi = {
  id: "likes",
  name: { nl: "Likes", en: "Likes" },
  aliases: { nl: ["vind-ik-leuks", "hartjes"], en: ["hearts", "thumbs up"] },
  definition: {
    nl: "Hoe vaak mensen in de periode “vind ik leuk” kozen bij je berichten.",
    en: "How often people pressed like on your posts in the period.",
  },
  formula: "sum(likes)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "see",
  volume: true,
  neighbour: "engagement-rate",
  gamedBy: {
    nl: "Plaats meer en luchtiger berichten, die niets verkopen.",
    en: "Post more and lighter messages that sell nothing.",
  },
  guardrail: ["click-through-rate"],
  needs: {
    nl: ["likes per bericht of per periode, van het kanaal of met de hand"],
    en: ["likes per post or per period, from the channel or by hand"],
  },
  increment: null,
  template: { type: "observed", asks: [] },
};
