import type { Rule } from "../rule.ts";

export const cpiWithoutOutcome: Rule = {
  code: "cpi-without-outcome",
  severity: "error",
  why: {
    nl: "Zonder uitkomst meet je je eigen werk en niet wat de klant eraan heeft.",
    en: "Without an outcome you measure your own work and not what the customer gets from it.",
  },
  sentences: {
    nl: ({ name }) =>
      `Een CPI begint bij een uitkomst die de klant belangrijk vindt, en “${name}” noemt er geen. Schrijf die bij “outcome”, in de woorden van de klant.`,
    en: ({ name }) =>
      `A CPI begins with an outcome that matters to the customer, and “${name}” names none. Write it at “outcome”, in the customer’s words.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.cpis) {
      if (one.outcome === undefined) yield { on: one.id, at: sources.at("cpis", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
