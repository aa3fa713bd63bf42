import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const noOwner: Rule = {
  code: "no-owner",
  severity: "warning",
  why: { nl: "Zonder eigenaar komt er niemand in actie als het cijfer zakt.", en: "Without an owner nobody acts when the number falls." },
  sentences: {
    nl: ({ name }) => `“${name}” heeft geen eigenaar. Zet bij “owner” het team dat in actie komt als het niet goed gaat.`,
    en: ({ name }) => `“${name}” has no owner. Put in “owner” the team that acts when it does not go well.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry } of indicatorsOf(framework)) {
      const { id, name = id, owner } = entry;
      if (owner === undefined) yield { on: id, at: sources.at(section, id), params: { name } };
    }
  },
};
