import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetEqualsBaseline: Rule = {
  code: "target-equals-baseline",
  severity: "warning",
  why: { nl: "Een doel dat er al is, vraagt niemand om iets te doen.", en: "A target that is already there asks nobody to do anything." },
  sentences: {
    nl: ({ name }) =>
      `Het doel van “${name}” is wat het al was. Kies een doel dat iets verandert, of bewaak dit getal als “guardrail” van een andere KPI.`,
    en: ({ name }) =>
      `The target of “${name}” is what it already was. Choose a target that changes something, or watch this number as the “guardrail” of another KPI.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target, targetPath, baseline } of indicatorsOf(framework)) {
      const { id, name = id } = entry;
      if (!target || target.value !== baseline) continue;
      yield { on: id, at: sources.at(section, id, [...targetPath, "value"]), params: { name, value: target.value } };
    }
  },
};
