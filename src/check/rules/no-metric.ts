import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const noMetric: Rule = {
  code: "no-metric",
  severity: "warning",
  why: {
    nl: "Wat niet gemeten wordt, blijft een mening: dan wint wie het hardst praat.",
    en: "What is not measured stays an opinion: then the loudest voice wins.",
  },
  sentences: {
    nl: ({ name }) =>
      `Er staat niet waaraan je “${name}” meet. Noem bij “metric” de metriek die het telt; met “type: observed” kan dat ook een getal zijn dat je zelf noteert.`,
    en: ({ name }) =>
      `Nothing says by what you measure “${name}”. Name at “metric” the metric that counts it; with “type: observed” it may be a number that you note yourself.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry } of indicatorsOf(framework)) {
      const { id, name = id, metric } = entry;
      if (metric === undefined) yield { on: id, at: sources.at(section, id), params: { name } };
    }
  },
};
