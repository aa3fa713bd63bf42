import type { CatalogueKpi } from "../kpi.ts";

export const emailClickRate: CatalogueKpi = {
  id: "email-click-rate",
  name: { nl: "Klikpercentage van e-mail", en: "Email click rate" },
  aliases: { nl: ["klikratio nieuwsbrief", "mailklikken"], en: ["email CTR", "newsletter click rate"] },
  definition: {
    nl: "Deel van de bezorgde e-mails waarin de ontvanger op een link klikte, per ontvanger één keer geteld.",
    en: "Share of delivered emails in which the recipient clicked a link, counted once per recipient.",
  },
  formula: "unique clicks / delivered emails",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Verberg de prijs of het antwoord achter een klik, of tel de klikken van beveiligingsfilters mee.",
    en: "Hide the price or answer behind a click, or count the clicks of security filters.",
  },
  guardrail: ["unsubscribe-rate", "conversion-rate"],
  needs: {
    nl: ["per mailing de bezorgde e-mails", "per mailing de unieke klikkers"],
    en: ["per mailing the delivered emails", "per mailing the unique clickers"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
