import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetBackwards: Rule = {
  code: "target-backwards",
  severity: "error",
  sentences: {
    nl: ({ from, to }) => `Dit doel eindigt (${to}) voordat het begint (${from}). Draai de dagen om of verbeter het jaar.`,
    en: ({ from, to }) => `This target ends (${to}) before it begins (${from}). Swap the days or mend the year.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      if (!target?.from || !target.to || target.from <= target.to) continue;
      const { from, to } = target;
      yield { on: entry.id, at: sources.at(section, entry.id, [...targetPath, "to"]), params: { from, to } };
    }
  },
};
