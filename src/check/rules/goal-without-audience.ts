import type { Rule } from "../rule.ts";

export const goalWithoutAudience: Rule = {
  code: "goal-without-audience",
  severity: "warning",
  why: {
    nl: "Wie voor iedereen werkt, kiest niet, en dan merkt niemand er iets van.",
    en: "If you work for everybody you do not choose, and then nobody notices.",
  },
  sentences: {
    nl: ({ name }) => `Er staat niet voor wie “${name}” is. Noem met “for” de segmenten waarvoor je dit doel hebt.`,
    en: ({ name }) => `“${name}” does not say for whom it is. Name the segments that this goal is for with “for”.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.goals) {
      if (one.for.length === 0) yield { on: one.id, at: sources.at("goals", one.id), params: { name: one.name } };
    }
  },
};
