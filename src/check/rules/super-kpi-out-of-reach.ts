import { movesOf, nodeId, type Team } from "../../framework/index.ts";
import { list } from "../quoted.ts";
import type { Rule } from "../rule.ts";

export const superKpiOutOfReach: Rule = {
  code: "super-kpi-out-of-reach",
  severity: "warning",
  why: {
    nl: "Een super-KPI die de meeste teams niet kunnen bewegen, geeft hun geen richting.",
    en: "A super-KPI that most teams cannot move gives them no direction.",
  },
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
    const within = movesOf(framework).reach([nodeId("kpi", kpi.id)], "down", ({ effect }) => effect === "helps");
    const apart = scored.filter(({ scorecard }) => !scorecard.some((line) => within.has(nodeOf(line))));
    if (apart.length * 2 <= scored.length) return;
    const teams = apart.map(({ name }) => name);
    const at = sources.at("settings", "", ["superKpi"]);
    yield { on: kpi.id, at, params: { kpi: kpi.name ?? kpi.id, teams, count: apart.length, total: scored.length } };
  },
};

function nodeOf({ kpi, cpi }: Team["scorecard"][number]): string {
  return kpi === undefined ? nodeId("cpi", cpi ?? "") : nodeId("kpi", kpi);
}
