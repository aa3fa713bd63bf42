import { addDays } from "../../calendar/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetBackwards: Rule = {
  code: "target-backwards",
  severity: "error",
  why: {
    nl: "In zo’n doel ligt geen dag, dus je kunt het niet halen en niet missen.",
    en: "No day lies in such a target, so you can neither reach nor miss it.",
  },
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
  fix({ at, params }, { sources }) {
    const part = sources.part(at);
    const [from, to] = [String(params["from"]), String(params["to"])];
    // Only where the other way round gives whole months were the days swapped; else a year or a month is wrong.
    if (!part || to.slice(8) !== "01" || addDays(from, 1).slice(8) !== "01") return [];
    const target = part.path.slice(0, -1);
    return [
      { file: part.file, path: [...target, "from"], value: to },
      { file: part.file, path: [...target, "to"], value: from },
    ];
  },
};
