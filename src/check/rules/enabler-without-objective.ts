import type { Rule } from "../rule.ts";

export const enablerWithoutObjective: Rule = {
  code: "enabler-without-objective",
  severity: "warning",
  sentences: {
    nl: ({ name }) => `“${name}” brengt geen doelstelling dichterbij. Noem bij “advances” de doelstelling die erdoor vooruitgaat.`,
    en: ({ name }) => `“${name}” brings no objective nearer. Name at “advances” the objective that it advances.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.enablers) {
      if (one.advances.length === 0) yield { on: one.id, at: sources.at("enablers", one.id), params: { name: one.name } };
    }
  },
};
