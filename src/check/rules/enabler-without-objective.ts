import type { Rule } from "../rule.ts";

export const enablerWithoutObjective: Rule = {
  code: "enabler-without-objective",
  severity: "warning",
  why: {
    nl: "Een middel dat geen doelstelling dient, is een project dat niemand durft te stoppen.",
    en: "A means that serves no objective is a project that nobody dares to stop.",
  },
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
