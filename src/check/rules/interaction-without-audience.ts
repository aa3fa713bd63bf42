import type { Rule } from "../rule.ts";

export const interactionWithoutAudience: Rule = {
  code: "interaction-without-audience",
  severity: "info",
  why: {
    nl: "Een contact dat voor iedereen is bedoeld, past meestal bij niemand.",
    en: "A contact that is meant for everybody mostly suits nobody.",
  },
  sentences: {
    nl: ({ name }) => `Er staat niet wie je bij “${name}” ontmoet. Noem met “for” de segmenten die dit contact hebben.`,
    en: ({ name }) => `“${name}” does not say whom you meet. Name the segments that have this contact with “for”.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.interactions) {
      if (one.for.length === 0) yield { on: one.id, at: sources.at("interactions", one.id), params: { name: one.name } };
    }
  },
};
