import { held, linksOut, reach } from "../reach.ts";
import type { Rule } from "../rule.ts";

export const teamScoredOnUnreachable: Rule = {
  code: "team-scored-on-unreachable",
  severity: "warning",
  sentences: {
    nl: ({ team, kpi }) =>
      `${team} wordt beoordeeld op “${kpi}”, maar nergens staat hoe dit team die KPI beweegt. Geef het een actie of een link erheen, of haal de KPI van de scorekaart.`,
    en: ({ team, kpi }) =>
      `${team} is judged on “${kpi}”, but nothing says how this team moves that KPI. Give it an action or a link to it, or take the KPI off the scorecard.`,
  },
  *find({ framework, sources }) {
    const kpis = new Map(framework.kpis.map((kpi) => [kpi.id, kpi]));
    const next = linksOut(framework, ["helps", "hurts"]);
    for (const { id, name, scorecard } of framework.teams) {
      if (scorecard.length === 0) continue;
      const within = reach(held(framework, id), next);
      for (const [index, line] of scorecard.entries()) {
        const kpi = line.kpi === undefined ? undefined : kpis.get(line.kpi);
        // A KPI that nobody has and on which nobody acts is out of everybody's reach: no-owner and kpi-without-action say so.
        if (!kpi || (kpi.owner === undefined && kpi.actions.length === 0) || within.has(kpi.id)) continue;
        const at = sources.at("teams", id, ["scorecard", index, "kpi"]);
        yield { on: id, at, params: { team: name, kpi: kpi.name ?? kpi.id } };
      }
    }
  },
};
