import type { Rule } from "../rule.ts";

export const goalWithoutPromise: Rule = {
  code: "goal-without-promise",
  severity: "info",
  why: {
    nl: "Zonder belofte weet de klant niet wat hij van je mag verwachten, en jij ook niet.",
    en: "Without a promise customers do not know what to expect from you, and neither do you.",
  },
  sentences: {
    nl: ({ name }) => `“${name}” belooft de klant nog niets. Schrijf bij “promise” in één zin wat je de klant belooft.`,
    en: ({ name }) => `“${name}” promises the customer nothing yet. Write at “promise” in one sentence what you promise the customer.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.goals) {
      if (one.promise === undefined) yield { on: one.id, at: sources.at("goals", one.id), params: { name: one.name } };
    }
  },
};
