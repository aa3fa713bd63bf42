import { scorecardsOf } from "../../framework/index.ts";
import type { Rule } from "../rule.ts";

export const teamScoredOnUnreachable: Rule = {
  code: "team-scored-on-unreachable",
  severity: "warning",
  why: {
    nl: "Wie op een cijfer wordt afgerekend dat hij niet kan bewegen, leert alleen uitleggen.",
    en: "People who are judged by a number they cannot move only learn to explain.",
  },
  sentences: {
    nl: ({ team, kpi }) =>
      `${team} wordt beoordeeld op “${kpi}”, maar nergens staat hoe dit team die KPI beweegt. Geef het een actie of een link erheen, of haal de KPI van de scorekaart.`,
    en: ({ team, kpi }) =>
      `${team} is judged on “${kpi}”, but nothing says how this team moves that KPI. Give it an action or a link to it, or take the KPI off the scorecard.`,
  },
  *find({ framework, sources }) {
    const kpis = new Map(framework.kpis.map((kpi) => [kpi.id, kpi]));
    for (const { team: id, name, lines } of scorecardsOf(framework)) {
      for (const [index, line] of lines.entries()) {
        const kpi = line.kind === "kpi" ? kpis.get(line.id) : undefined;
        // A KPI that nobody has and on which nobody acts is out of everybody's reach: no-owner and kpi-without-action say so.
        if (!kpi || (kpi.owner === undefined && kpi.actions.length === 0) || line.movable) continue;
        const at = sources.at("teams", id, ["scorecard", index, "kpi"]);
        yield { on: id, at, params: { team: name, kpi: kpi.name ?? kpi.id } };
      }
    }
  },
};
