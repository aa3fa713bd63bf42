import type { CatalogueKpi } from "../kpi.ts";

export const newsletterSubscribers: CatalogueKpi = {
  id: "newsletter-subscribers",
  name: { nl: "Nieuwsbriefabonnees", en: "Newsletter subscribers" },
  aliases: { nl: ["ingeschreven voor de nieuwsbrief", "e-mailabonnees"], en: ["email subscribers", "mailing list size"] },
  definition: {
    nl: "Hoeveel mensen aan het eind van de periode op je mailinglijst staan.",
    en: "How many people are on your mailing list at the end of the period.",
  },
  formula: "subscribers at the end of the period",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: true,
  neighbour: "email-click-rate",
  gamedBy: {
    nl: "Zet het vinkje vooraf aan, of tel adressen mee die nooit iets openen.",
    en: "Tick the box beforehand, or count addresses that never open anything.",
  },
  guardrail: ["email-click-rate", "unsubscribe-rate"],
  needs: {
    nl: ["het aantal abonnees per meetdag, van het mailprogramma of met de hand"],
    en: ["the number of subscribers per day measured, from the mail program or by hand"],
  },
  increment: null,
  template: { type: "observed", asks: [] },
};
