import { contributions, indicatorOf, reach } from "../reach.ts";
import { list } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const superKpiOutOfReach: Rule = {
  code: "super-kpi-out-of-reach",
  severity: "warning",
  sentences: {
    nl: ({ kpi, teams, count, total }) =>
      `Van ${count} van de ${total} teams leidt niets op de scorekaart naar “${kpi}”: ${list(teams, "en")}. Leg met links of doelstellingen vast hoe zij bijdragen, of kies een super-KPI waar iedereen bij kan.`,
    en: ({ kpi, teams, count, total }) =>
      `Nothing on the scorecards of ${count} of the ${total} teams leads to “${kpi}”: ${list(teams, "and")}. Show with links or objectives how they contribute, or choose a super-KPI within everybody’s reach.`,
  },
  *find({ framework, sources }) {
    const { superKpi } = framework.settings;
    const kpi = framework.kpis.find(({ id }) => id === superKpi);
    const scored = framework.teams.filter(({ scorecard }) => scorecard.length > 0);
    if (!kpi || scored.length === 0) return;
    const next = contributions(framework);
    const apart = scored.filter(({ scorecard }) => !reach(scorecard.map(indicatorOf), next).has(`kpi ${kpi.id}`));
    if (apart.length * 2 <= scored.length) return;
    const teams = apart.map(({ name }) => name);
    const at = sources.at("settings", "", ["superKpi"]);
    yield { on: kpi.id, at, params: { kpi: kpi.name ?? kpi.id, teams, count: apart.length, total: scored.length } };
  },
};
