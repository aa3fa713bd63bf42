import type { Rule } from "../rule.ts";

export const linkWithoutExperiment: Rule = {
  code: "link-without-experiment",
  severity: "info",
  why: {
    nl: "Wat je niet toetst, blijft een mening, hoe vaak je het ook herhaalt.",
    en: "What you do not test stays an opinion, however often you repeat it.",
  },
  sentences: {
    nl: ({ from, to, id }) => `Dat “${from}” op “${to}” werkt is een vermoeden. Zet een experiment op met “tests: ${id}”.`,
    en: ({ from, to, id }) => `That “${from}” moves “${to}” is a hypothesis. Set up an experiment with “tests: ${id}”.`,
  },
  *find({ framework, sources }) {
    // Between KPIs a link is often arithmetic; what a CPI does to a KPI never is.
    const cpis = new Set(framework.cpis.map(({ id }) => id));
    const tested = new Set(framework.experiments.flatMap(({ tests }) => tests));
    for (const one of framework.links) {
      if (cpis.has(one.from) && !tested.has(one.id))
        yield { on: one.id, at: sources.at("links", one.id), params: { from: one.from, to: one.to, id: one.id } };
    }
  },
};
