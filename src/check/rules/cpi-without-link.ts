import type { Rule } from "../rule.ts";

export const cpiWithoutLink: Rule = {
  code: "cpi-without-link",
  severity: "info",
  why: {
    nl: "Een CPI die met geen KPI verbonden is, verliest het van de omzet zodra er gekozen moet worden.",
    en: "A CPI that is tied to no KPI loses to revenue as soon as somebody has to choose.",
  },
  sentences: {
    nl: ({ name, id }) =>
      `Nog niemand heeft opgeschreven welke KPI door “${name}” beweegt. Voeg een link toe met “from: ${id}” en zeg waarom.`,
    en: ({ name, id }) => `Nobody has written down yet which KPI moves by “${name}”. Add a link with “from: ${id}” and say why.`,
  },
  *find({ framework, sources }) {
    const linked = new Set(framework.links.flatMap(({ from, to }) => [from, to]));
    for (const one of framework.cpis) {
      if (!linked.has(one.id)) yield { on: one.id, at: sources.at("cpis", one.id), params: { name: one.name ?? one.id, id: one.id } };
    }
  },
};
