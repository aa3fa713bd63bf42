import type { Rule } from "../rule.ts";

export const cpiWithoutInteraction: Rule = {
  code: "cpi-without-interaction",
  severity: "warning",
  why: {
    nl: "Als je niet weet waar de klant het meemaakt, weet je ook niet waar je het kunt verbeteren.",
    en: "If you do not know where customers live through it, you do not know where to improve it.",
  },
  sentences: {
    nl: ({ name }) => `Er staat niet waar de klant “${name}” meemaakt. Noem bij “interaction” het contact waar het gebeurt.`,
    en: ({ name }) => `Nothing says where the customer lives through “${name}”. Name at “interaction” the contact where it happens.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.cpis) {
      if (one.interaction === undefined) yield { on: one.id, at: sources.at("cpis", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
