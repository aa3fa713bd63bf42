import type { Rule } from "../rule.ts";

export const segmentUnused: Rule = {
  code: "segment-unused",
  severity: "info",
  why: {
    nl: "Een groep voor wie je niets doet, hoort niet in je raamwerk.",
    en: "A group that you do nothing for has no place in your framework.",
  },
  sentences: {
    nl: ({ name }) => `Geen doel, doelstelling, contact of metriek is voor “${name}”. Noem dit segment ergens bij “for”, of haal het weg.`,
    en: ({ name }) => `No goal, objective, contact or metric is for “${name}”. Name this segment at a “for”, or remove it.`,
  },
  *find({ framework, sources }) {
    const { goals, objectives, interactions, metrics } = framework;
    const used = new Set([...goals, ...objectives, ...interactions].flatMap((one) => one.for));
    for (const metric of metrics) if ("segment" in metric && typeof metric.segment === "string") used.add(metric.segment);
    for (const one of framework.segments) {
      if (!used.has(one.id)) yield { on: one.id, at: sources.at("segments", one.id), params: { name: one.name ?? one.id } };
    }
  },
};
