import { addMonths } from "../../calendar/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const targetLongerThanYear: Rule = {
  code: "target-longer-than-year",
  severity: "info",
  why: { nl: "Een doel dat ver weg ligt, begint voor iedereen morgen pas.", en: "A target far away begins tomorrow for everybody." },
  sentences: {
    nl: ({ name, from, to }) =>
      `Het doel van “${name}” loopt van ${from} tot en met ${to}, langer dan een jaar. Kies een doel per kwartaal of jaar op weg ernaartoe, dan kun je op tijd bijsturen.`,
    en: ({ name, from, to }) =>
      `The target of “${name}” runs from ${from} to ${to}, longer than a year. Choose a target per quarter or year on the way there, so that you can steer in time.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      if (!target?.from || !target.to || target.to < addMonths(target.from, 12)) continue;
      const { id, name = id } = entry;
      yield { on: id, at: sources.at(section, id, [...targetPath, "to"]), params: { name, from: target.from, to: target.to } };
    }
  },
};
