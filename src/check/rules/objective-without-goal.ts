import type { Rule } from "../rule.ts";

export const objectiveWithoutGoal: Rule = {
  code: "objective-without-goal",
  severity: "warning",
  why: {
    nl: "Een doelstelling zonder doel houdt mensen bezig zonder dat iemand weet waarvoor.",
    en: "An objective without a goal keeps people busy while nobody knows what for.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” steunt geen doel. Noem bij “supports” het doel waarvoor je dit doet, of bij “parent” de doelstelling erboven.`,
    en: ({ name }) =>
      `“${name}” supports no goal. Name at “supports” the goal that you do this for, or at “parent” the objective above it.`,
  },
  *find({ framework, sources }) {
    const byId = new Map(framework.objectives.map((objective) => [objective.id, objective]));
    for (const { id, name } of framework.objectives) {
      const seen = new Set<string>();
      let at = byId.get(id);
      while (at?.supports.length === 0 && !seen.has(at.id)) {
        seen.add(at.id);
        at = at.parent === undefined ? undefined : byId.get(at.parent);
      }
      if (!at?.supports.length) yield { on: id, at: sources.at("objectives", id), params: { name } };
    }
  },
};
