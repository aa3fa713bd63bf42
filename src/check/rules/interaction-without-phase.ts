import type { Rule } from "../rule.ts";

export const interactionWithoutPhase: Rule = {
  code: "interaction-without-phase",
  severity: "warning",
  why: {
    nl: "Zonder fase zie je niet waar in de klantreis je niets doet.",
    en: "Without a phase you do not see where in the journey you do nothing.",
  },
  sentences: {
    nl: ({ name, phases }) =>
      `“${name}” staat in geen fase van de klantreis. Zet er “phase” bij: ${(phases as readonly string[]).join(", ")}.`,
    en: ({ name, phases }) =>
      `“${name}” stands in no phase of the customer journey. Give it a “phase”: ${(phases as readonly string[]).join(", ")}.`,
  },
  *find({ framework: { interactions, settings }, sources }) {
    const phases = settings.phases.map(({ id }) => id);
    for (const { id, name, phase } of interactions) {
      if (phase === undefined) yield { on: id, at: sources.at("interactions", id), params: { name, phases } };
    }
  },
};
