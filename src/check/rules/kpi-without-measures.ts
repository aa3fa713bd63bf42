import type { Rule } from "../rule.ts";

export const kpiWithoutMeasures: Rule = {
  code: "kpi-without-measures",
  severity: "warning",
  why: {
    nl: "Een KPI die nergens bij hoort, zegt niet of je je doel haalt.",
    en: "A KPI that belongs to nothing does not say whether you reach your goal.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” is nergens de graadmeter van. Zet bij “measures” het doel, de doelstelling of de interactie waarvan je hieraan ziet of het lukt.`,
    en: ({ name }) =>
      `“${name}” is the gauge of nothing. Put in “measures” the goal, objective or interaction that it shows the success of.`,
  },
  *find({ framework: { kpis }, sources }) {
    for (const { id, name = id, measures } of kpis) {
      if (measures === undefined) yield { on: id, at: sources.at("kpis", id), params: { name } };
    }
  },
};
