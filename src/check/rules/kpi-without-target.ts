import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const kpiWithoutTarget: Rule = {
  code: "kpi-without-target",
  severity: "warning",
  why: {
    nl: "Zonder doel is een KPI een cijfer op een scherm: niemand ziet of het goed genoeg is.",
    en: "Without a target a KPI is a number on a screen: nobody sees whether it is good enough.",
  },
  sentences: {
    nl: ({ name }) =>
      `“${name}” heeft geen doel, dus niemand kan zeggen of het lukt. Zet bij “target” hoeveel het moet worden, van wanneer (from) tot en met wanneer (to), of maak er een gewone metriek van.`,
    en: ({ name }) =>
      `“${name}” has no target, so nobody can say whether it succeeds. Put in “target” how much it has to become, from when (from) through when (to), or make it a plain metric.`,
  },
  *find({ framework, sources }) {
    for (const { section, entry, target } of indicatorsOf(framework)) {
      const { id, name = id } = entry;
      if (section === "kpis" && !target) yield { on: id, at: sources.at("kpis", id), params: { name } };
    }
  },
};
