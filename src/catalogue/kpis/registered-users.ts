import type { CatalogueKpi } from "../kpi.ts";

export const registeredUsers: CatalogueKpi = {
  id: "registered-users",
  name: { nl: "Geregistreerde gebruikers", en: "Registered users" },
  aliases: { nl: ["accounts", "registraties"], en: ["sign-ups", "user accounts"] },
  definition: {
    nl: "Hoeveel mensen sinds het begin een account hebben gemaakt.",
    en: "How many people have made an account since the start.",
  },
  formula: "running total of registrations",
  unit: "count",
  direction: "up",
  side: "behaviour",
  timing: "leading",
  phase: "think",
  volume: true,
  neighbour: "activation-rate",
  gamedBy: {
    nl: "Verplicht een account voor iets kleins; een slapend account telt even zwaar.",
    en: "Demand an account for something small; a sleeping account counts as much.",
  },
  guardrail: ["activation-rate", "checkout-completion"],
  needs: { nl: ["een metriek die nieuwe registraties per periode telt"], en: ["a metric that counts new registrations per period"] },
  increment: null,
  template: { type: "running", fixed: { since: "start" }, asks: ["metric"] },
};
