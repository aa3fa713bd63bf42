import type { Rule } from "../rule.ts";

export const themeUnused: Rule = {
  code: "theme-unused",
  severity: "info",
  why: {
    nl: "Een thema zonder doelen belooft aandacht die er niet is.",
    en: "A theme without goals promises attention that is not there.",
  },
  sentences: {
    nl: ({ name }) => `Niets hoort bij het thema “${name}”. Geef een doel of doelstelling dit thema, of haal het weg.`,
    en: ({ name }) => `Nothing belongs to the theme “${name}”. Give a goal or an objective this theme, or remove it.`,
  },
  *find({ framework, sources }) {
    const { goals, objectives, interactions, kpis, cpis } = framework;
    const used = new Set([...goals, ...objectives, ...interactions, ...kpis, ...cpis].map(({ theme }) => theme));
    for (const one of framework.themes) {
      if (!used.has(one.id)) yield { on: one.id, at: sources.at("themes", one.id), params: { name: one.name } };
    }
  },
};
