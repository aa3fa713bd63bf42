import type { Rule } from "../rule.ts";

export const stakeholderUnused: Rule = {
  code: "stakeholder-unused",
  severity: "info",
  why: {
    nl: "Wie er nergens in staat, voelt zich niet gehoord en werkt niet mee.",
    en: "People who appear nowhere do not feel heard and do not help.",
  },
  sentences: {
    nl: ({ name }) => `Nergens staat wat “${name}” aan dit raamwerk heeft. Noem deze belanghebbende bij een doel, of haal hem weg.`,
    en: ({ name }) => `Nothing says what “${name}” has to do with this framework. Name this stakeholder at a goal, or remove it.`,
  },
  *find({ framework, sources }) {
    const { goals, objectives, interactions, kpis, cpis, steering } = framework;
    const used = new Set<string | undefined>([
      ...[...goals, ...objectives, ...interactions, ...kpis, ...cpis].flatMap(({ stakeholders }) => stakeholders ?? []),
      ...[...kpis, ...cpis].flatMap(({ owner, agreedBy = [], actions }) => [owner, ...agreedBy, ...actions.map(({ who }) => who)]),
      ...steering.map(({ owner }) => owner),
      ...framework.schedule.flatMap(({ to = [] }) => to),
    ]);
    for (const one of framework.stakeholders) {
      if (!used.has(one.id)) yield { on: one.id, at: sources.at("stakeholders", one.id), params: { name: one.name } };
    }
  },
};
