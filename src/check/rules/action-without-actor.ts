import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const actionWithoutActor: Rule = {
  code: "action-without-actor",
  severity: "warning",
  why: { nl: "Een actie die van iedereen is, wordt door niemand gedaan.", en: "An action that belongs to everybody is done by nobody." },
  sentences: {
    nl: ({ what }) => `Wie doet “${what}”? Zet het team of de persoon bij “who”, anders doet niemand het.`,
    en: ({ what }) => `Who does “${what}”? Put the team or person in “who”, or nobody will.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry } of indicatorsOf(framework)) {
      for (const [index, { what, who }] of entry.actions.entries()) {
        if (who === undefined) yield { on: entry.id, at: sources.at(section, entry.id, ["actions", index]), params: { what } };
      }
    }
  },
};
