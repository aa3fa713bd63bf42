import { contributions, reach } from "../reach.ts";
import type { Rule } from "../rule.ts";

export const goalWithoutInteraction: Rule = {
  code: "goal-without-interaction",
  severity: "warning",
  sentences: {
    nl: ({ name }) =>
      `Geen enkel contact met de klant leidt naar “${name}”. Voeg een interactie toe die een doelstelling van dit doel dient, of laat het doel los.`,
    en: ({ name }) =>
      `No contact with the customer leads to “${name}”. Add an interaction that serves an objective of this goal, or let the goal go.`,
  },
  *find({ framework, sources }) {
    const contacts = framework.interactions.map(({ id }) => `interaction ${id}`);
    const reached = reach(contacts, contributions(framework));
    for (const { id, name } of framework.goals) {
      if (!reached.has(`goal ${id}`)) yield { on: id, at: sources.at("goals", id), params: { name } };
    }
  },
};
