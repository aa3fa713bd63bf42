import type { Rule } from "../rule.ts";

export const teamWithoutCpi: Rule = {
  code: "team-without-cpi",
  severity: "warning",
  why: {
    nl: "Wie alleen op bedrijfscijfers wordt beoordeeld, gaat duwen in plaats van helpen.",
    en: "People who are judged by company figures alone push instead of help.",
  },
  sentences: {
    nl: ({ name }) =>
      `${name} wordt alleen op KPI's beoordeeld, en dat verleidt tot duwen. Zet een CPI op de scorekaart waar dit team iets aan kan doen.`,
    en: ({ name }) =>
      `${name} is judged on KPIs alone, which tempts people to push customers. Put a CPI on the scorecard that this team can move.`,
  },
  *find({ framework, sources }) {
    for (const one of framework.teams) {
      if (one.scorecard.length > 0 && one.scorecard.every(({ cpi }) => cpi === undefined))
        yield { on: one.id, at: sources.at("teams", one.id, ["scorecard"]), params: { name: one.name } };
    }
  },
};
