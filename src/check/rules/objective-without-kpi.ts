import type { Rule } from "../rule.ts";

export const objectiveWithoutKpi: Rule = {
  code: "objective-without-kpi",
  severity: "warning",
  why: {
    nl: "Zonder KPI merk je niet of je de doelstelling haalt.",
    en: "Without a KPI you do not notice whether you reach the objective.",
  },
  sentences: {
    nl: ({ name }) =>
      `Niets meet of “${name}” lukt: geen KPI hier of eronder. Voeg een KPI toe met “measures: <id>”, of laat deze doelstelling los.`,
    en: ({ name }) =>
      `Nothing gauges whether “${name}” succeeds: no KPI here or below. Add a KPI with “measures: <id>”, or let this objective go.`,
  },
  *find({ framework, sources }) {
    const gauged = new Set(framework.kpis.map(({ measures }) => measures));
    const parents = new Map(framework.objectives.map(({ id, parent }) => [id, parent]));
    const covered = new Set<string>();
    const cover = (id: string | undefined) => {
      for (let at = id; at !== undefined && !covered.has(at); at = parents.get(at)) covered.add(at);
    };
    for (const { id } of framework.objectives) if (gauged.has(id)) cover(id);
    for (const { id, serves } of framework.interactions) if (gauged.has(id)) for (const { objective } of serves) cover(objective);
    for (const { id, name } of framework.objectives) {
      if (!covered.has(id)) yield { on: id, at: sources.at("objectives", id), params: { name } };
    }
  },
};
