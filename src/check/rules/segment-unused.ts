import type { Rule } from "../rule.ts";

export const segmentUnused: Rule = {
  code: "segment-unused",
  severity: "info",
  sentences: {
    nl: ({ name }) => `Geen doel, doelstelling of contact is voor “${name}”. Noem dit segment ergens bij “for”, of haal het weg.`,
    en: ({ name }) => `No goal, objective or contact is for “${name}”. Name this segment at a “for”, or remove it.`,
  },
  *find({ framework, sources }) {
    const { goals, objectives, interactions } = framework;
    const used = new Set([...goals, ...objectives, ...interactions].flatMap((one) => one.for));
    for (const one of framework.segments) {
      if (!used.has(one.id)) yield { on: one.id, at: sources.at("segments", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
