import type { Rule } from "../rule.ts";

export const noSuperKpi: Rule = {
  code: "no-super-kpi",
  severity: "warning",
  why: { nl: "Zonder één KPI bovenaan trekt elk team een andere kant op.", en: "Without one KPI at the top every team pulls another way." },
  sentences: {
    nl: () => "Er is geen super-KPI. Kies de ene KPI waar de andere aan bijdragen en zet “superKpi: <id>” in helder.yaml.",
    en: () => "There is no super-KPI. Choose the one KPI that the others contribute to and put “superKpi: <id>” in helder.yaml.",
  },
  *find({ framework: { settings, kpis }, sources }) {
    // Before there are KPIs there is nothing to choose from.
    if (settings.superKpi === undefined && kpis.length > 0) yield { on: settings.name, at: sources.at("settings", ""), params: {} };
  },
};
