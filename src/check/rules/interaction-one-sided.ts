import type { Rule } from "../rule.ts";

export const interactionOneSided: Rule = {
  code: "interaction-one-sided",
  severity: "info",
  why: {
    nl: "Wie maar één kant ziet, verbetert wat de klant doet en vergeet waarom.",
    en: "If you see one side only, you improve what customers do and forget why.",
  },
  sentences: {
    nl: ({ name, missing }) =>
      `Van “${name}” staat er maar één kant. Schrijf bij ${missing} ${missing === "wants" ? "wat de klant hier wil" : "wat de klant hier doet"}.`,
    en: ({ name, missing }) =>
      `Only one side of “${name}” is told. Write at ${missing} ${missing === "wants" ? "what the customer wants here" : "what the customer does here"}.`,
  },
  *find({ framework, sources }) {
    for (const { id, name, wants, does } of framework.interactions) {
      // A contact of which neither side is told is a first draft, not a one-sided view.
      if ((wants === undefined) === (does === undefined)) continue;
      yield { on: id, at: sources.at("interactions", id), params: { name, missing: wants === undefined ? "wants" : "does" } };
    }
  },
};
