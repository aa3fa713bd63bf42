import type { CatalogueKpi } from "../kpi.ts";

export const downloads: CatalogueKpi = {
  id: "downloads",
  name: { nl: "Downloads", en: "Downloads" },
  aliases: { nl: ["gedownload", "whitepaperdownloads", "installaties van de app"], en: ["whitepaper downloads", "app installs"] },
  definition: {
    nl: "Hoe vaak een bestand of app in de periode is gedownload.",
    en: "How often a file or app was downloaded in the period.",
  },
  formula: "count(downloads)",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: true,
  neighbour: "lead-rate",
  gamedBy: {
    nl: "Verplicht een download om iets te lezen dat ook op de pagina past.",
    en: "Demand a download to read what would fit on the page.",
  },
  guardrail: ["lead-rate", "lead-conversion"],
  needs: { nl: ["één rij per download, met een tijd"], en: ["one row per download, with a time"] },
  increment: null,
  template: { type: "count", asks: ["dataset"] },
};
