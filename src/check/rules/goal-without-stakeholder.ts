import type { Rule } from "../rule.ts";

export const goalWithoutStakeholder: Rule = {
  code: "goal-without-stakeholder",
  severity: "info",
  why: {
    nl: "Een doel van niemand wordt door niemand verdedigd als het moet kiezen met een ander.",
    en: "A goal of nobody is defended by nobody once it competes with another.",
  },
  sentences: {
    nl: ({ name }) => `Er staat niet wiens doel “${name}” is. Noem bij “stakeholders” wie hierop wacht en erover beslist.`,
    en: ({ name }) => `Nothing says whose goal “${name}” is. Name at “stakeholders” who waits for it and decides on it.`,
  },
  *find({ framework, sources }) {
    // Where nobody is named at all, the organisation has not been drawn yet.
    if (framework.stakeholders.length === 0) return;
    for (const section of ["goals", "objectives"] as const) {
      for (const { id, name, stakeholders } of framework[section]) {
        if (stakeholders.length === 0) yield { on: id, at: sources.at(section, id), params: { name } };
      }
    }
  },
};
