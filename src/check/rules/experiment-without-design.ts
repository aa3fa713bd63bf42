import { quoted } from "../quoted.ts";
import type { Rule } from "../rule.ts";

const parts = ["unit", "control", "window", "metrics", "guardrails", "minimumEffect", "from", "design"] as const;

export const experimentWithoutDesign: Rule = {
  code: "experiment-without-design",
  severity: "warning",
  why: {
    nl: "Wie pas achteraf kiest wat telt, vindt altijd wel een uitslag die bevalt.",
    en: "If you choose afterwards what counts, you always find a result that you like.",
  },
  sentences: {
    nl: ({ name, missing }) =>
      `Bij “${name}” ontbreekt ${quoted(missing, "en")}. Leg dat vast vóór je begint, anders kies je het achteraf.`,
    en: ({ name, missing }) =>
      `“${name}” lacks ${quoted(missing, "and")}. Settle that before you begin, or else you will choose it afterwards.`,
  },
  *find({ framework, sources }) {
    for (const experiment of framework.experiments) {
      const missing = parts.filter((part) => experiment[part] === undefined || (experiment[part] as { length?: number }).length === 0);
      if (missing.length === 0) continue;
      const { id, name = id } = experiment;
      yield { on: id, at: sources.at("experiments", id), params: { name, missing } };
    }
  },
};
