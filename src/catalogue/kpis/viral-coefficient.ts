import type { CatalogueKpi } from "../kpi.ts";

export const viralCoefficient: CatalogueKpi = {
  id: "viral-coefficient",
  name: { nl: "Virale coëfficiënt", en: "Viral coefficient" },
  aliases: { nl: ["virale factor", "k-factor"], en: ["viral factor", "referrals per customer"] },
  definition: {
    nl: "Hoeveel nieuwe klanten één klant gemiddeld meebrengt door uitnodigingen.",
    en: "How many new customers one customer brings along on average by invitations.",
  },
  formula: "new customers by invitation / customers who could invite",
  unit: "ratio",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "care",
  volume: false,
  neighbour: null,
  gamedBy: {
    nl: "Beloon uitnodigen zo hoog dat mensen vreemden of zichzelf uitnodigen.",
    en: "Reward inviting so well that people invite strangers or themselves.",
  },
  guardrail: ["retention-d30", "cost-per-acquisition"],
  needs: {
    nl: ["nieuwe klanten die door een uitnodiging kwamen", "klanten die konden uitnodigen"],
    en: ["new customers who came by an invitation", "customers who could invite"],
  },
  increment: null,
  template: { type: "ratio", asks: ["numerator", "denominator"] },
};
