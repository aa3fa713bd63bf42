import { movesOf, nodeId } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const goalWithoutInteraction: Rule = {
  code: "goal-without-interaction",
  severity: "warning",
  why: {
    nl: "Een doel waar geen contact met de klant aan werkt, blijft een wens.",
    en: "A goal that no contact with the customer works towards stays a wish.",
  },
  sentences: {
    nl: ({ name }) =>
      `Geen enkel contact met de klant leidt naar “${name}”. Voeg een interactie toe die een doelstelling van dit doel dient, of laat het doel los.`,
    en: ({ name }) =>
      `No contact with the customer leads to “${name}”. Add an interaction that serves an objective of this goal, or let the goal go.`,
  },
  *find({ framework, sources }) {
    const contacts = framework.interactions.map(({ id }) => nodeId("interaction", id));
    const reached = movesOf(framework).reach(contacts, "up", ({ effect }) => effect === "helps");
    for (const { id, name } of framework.goals) {
      if (!reached.has(nodeId("goal", id))) yield { on: id, at: sources.at("goals", id), params: { name } };
    }
  },
};
