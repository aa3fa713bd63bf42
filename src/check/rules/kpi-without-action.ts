import type { Rule } from "../rule.ts";

export const kpiWithoutAction: Rule = {
  code: "kpi-without-action",
  severity: "warning",
  why: {
    nl: "Een getal waar je niets mee doet, kost elke maand tijd en verandert niets.",
    en: "A number that you do nothing with costs time every month and changes nothing.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” zegt niet wat je dan doet. Zet bij “actions” wat je start, stopt of voortzet als het achterloopt of goed gaat, of maak er een gewone metriek van.`,
    en: ({ name }) =>
      `“${name}” does not say what to do. Put in “actions” what you start, stop or continue when it is behind or goes well, or make it a plain metric.`,
  },
  *find({ framework: { kpis }, sources }) {
    for (const { id, name = id, actions } of kpis) {
      if (actions.length === 0) yield { on: id, at: sources.at("kpis", id), params: { name } };
    }
  },
};
