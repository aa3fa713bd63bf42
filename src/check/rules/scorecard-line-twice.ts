import type { Rule } from "../rule.ts";

export const scorecardLineTwice: Rule = {
  code: "scorecard-line-twice",
  severity: "warning",
  sentences: {
    nl: ({ name, indicator }) =>
      `“${indicator}” staat twee keer op de scorekaart van ${name}. Voeg de regels samen en tel de gewichten op.`,
    en: ({ name, indicator }) => `“${indicator}” stands twice on the scorecard of ${name}. Join the lines and add up their weights.`,
  },
  *find({ framework, sources }) {
    for (const { id, name, scorecard } of framework.teams) {
      const seen = new Set<string>();
      for (const [index, { kpi, cpi }] of scorecard.entries()) {
        const line = `${kpi === undefined ? "cpi" : "kpi"} ${kpi ?? cpi}`;
        if (seen.has(line)) {
          yield { on: id, at: sources.at("teams", id, ["scorecard", index]), params: { name, indicator: kpi ?? cpi ?? "" } };
        }
        seen.add(line);
      }
    }
  },
};
