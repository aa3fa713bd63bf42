import type { CatalogueKpi } from "../kpi.ts";

export const emailOpenRate: CatalogueKpi = {
  id: "email-open-rate",
  name: { nl: "Openingspercentage van e-mail", en: "Email open rate" },
  aliases: { nl: ["open rate", "openratio"], en: ["unique open rate", "mail opens"] },
  definition: {
    nl: "Deel van de bezorgde e-mails dat is geopend, per ontvanger één keer geteld.",
    en: "Share of delivered emails that were opened, counted once per recipient.",
  },
  formula: "unique opens / delivered emails",
  unit: "percent",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Schrijf misleidende onderwerpregels; mailprogramma’s die plaatjes vooraf laden tellen ook als opening.",
    en: "Write misleading subject lines; mail programs that load pictures beforehand count as opens too.",
  },
  guardrail: ["email-click-rate", "unsubscribe-rate"],
  needs: {
    nl: ["per mailing de bezorgde e-mails", "per mailing de unieke openingen"],
    en: ["per mailing the delivered emails", "per mailing the unique opens"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
