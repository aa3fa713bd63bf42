import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetInPast: Rule = {
  code: "target-in-past",
  severity: "warning",
  why: { nl: "Aan een doel dat voorbij is, kun je niets meer veranderen.", en: "About a target that is over you can do nothing any more." },
  sentences: {
    nl: ({ name, to }) =>
      `Het doel van “${name}” liep tot en met ${to} en is voorbij. Leg vast wat je ervan leerde en kies een doel voor de volgende periode.`,
    en: ({ name, to }) =>
      `The target of “${name}” ran to ${to} and is over. Write down what you learnt and choose one for the next period.`,
  },
  *find({ framework, sources, today }) {
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      const { id, name = id } = entry;
      if (target?.to !== undefined && target.to < today) {
        yield { on: id, at: sources.at(section, id, [...targetPath, "to"]), params: { name, to: target.to } };
      }
    }
  },
};
