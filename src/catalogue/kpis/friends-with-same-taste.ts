import type { CatalogueKpi } from "../kpi.ts";

export const friendsWithSameTaste: CatalogueKpi = {
  id: "friends-with-same-taste",
  name: { nl: "Vrienden met dezelfde smaak", en: "Friends with the same taste" },
  aliases: { nl: ["weten welke vrienden dit nummer goed vinden"], en: ["know which friends like this song"] },
  definition: {
    nl: "Van hoeveel vrienden een klant gemiddeld ziet dat zij hetzelfde goed vinden.",
    en: "Of how many friends a customer sees on average that they like the same.",
  },
  formula: "visible friends who like the same / customers",
  unit: "ratio",
  direction: "up",
  side: "experience",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Noem vreemden vrienden, of toon van vrienden meer dan zij willen.",
    en: "Call strangers friends, or show more of friends than they wish.",
  },
  guardrail: ["complaints-rate", "unsubscribe-rate"],
  needs: {
    nl: ["één rij per klant en moment, met het aantal vrienden dat zichtbaar hetzelfde koos"],
    en: ["one row per customer and moment, with the number of friends who visibly chose the same"],
  },
  increment: "belonging",
  template: { type: "average", asks: ["dataset", "of"] },
};
