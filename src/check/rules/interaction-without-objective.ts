import type { Rule } from "../rule.ts";

export const interactionWithoutObjective: Rule = {
  code: "interaction-without-objective",
  severity: "warning",
  why: {
    nl: "Een contact dat niets dient, kost de klant tijd en jou geld.",
    en: "A contact that serves nothing costs customers time and you money.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” dient geen doelstelling. Noem bij “serves” de doelstelling waar dit contact aan bijdraagt, of haal het contact weg.`,
    en: ({ name }) =>
      `“${name}” serves no objective. Name at “serves” the objective that this contact contributes to, or remove the contact.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.interactions) {
      if (one.serves.length === 0) yield { on: one.id, at: sources.at("interactions", one.id), params: { name: one.name } };
    }
  },
};
