import type { Rule } from "../rule.ts";

export const accountableOnUnprovenLink: Rule = {
  code: "accountable-on-unproven-link",
  severity: "warning",
  why: {
    nl: "Wie wordt afgerekend op een vermoeden, gaat het getal najagen in plaats van de klant helpen.",
    en: "People who are judged by a guess chase the number instead of helping the customer.",
  },
  sentences: {
    nl: ({ team, cpi }) =>
      `${team} wordt beoordeeld op “${cpi}”, maar geen experiment toetst of die CPI een KPI beweegt. Zet eerst een experiment op, of haal de CPI van de scorekaart.`,
    en: ({ team, cpi }) =>
      `${team} is judged on “${cpi}”, but no experiment tests whether that CPI moves a KPI. Set up an experiment first, or take the CPI off the scorecard.`,
  },
  *find({ framework, sources }) {
    const tested = new Set(framework.experiments.flatMap(({ tests }) => tests));
    const proven = new Set(framework.links.filter(({ id }) => tested.has(id)).map(({ from }) => from));
    const names = new Map(framework.cpis.map(({ id, name = id }) => [id, name]));
    for (const { id, name, scorecard } of framework.teams) {
      for (const [index, { cpi }] of scorecard.entries()) {
        if (cpi === undefined || proven.has(cpi)) continue;
        const at = sources.at("teams", id, ["scorecard", index, "cpi"]);
        yield { on: id, at, params: { team: name, cpi: names.get(cpi) ?? cpi } };
      }
    }
  },
};
