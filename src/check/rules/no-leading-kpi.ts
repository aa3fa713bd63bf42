import { kpiNamed } from "../../catalogue/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

export const noLeadingKpi: Rule = {
  code: "no-leading-kpi",
  severity: "warning",
  why: {
    nl: "Met alleen cijfers achteraf kun je uitleggen wat er misging, maar niet bijsturen.",
    en: "With figures afterwards you can explain what went wrong, but not steer.",
  },
  sentences: {
    nl: () =>
      "Geen enkele KPI loopt voorop, dus je ziet pas achteraf dat het misging. Voeg een KPI toe die eerder beweegt, met “timing: leading”.",
    en: () => "No KPI leads, so you only see afterwards that it went wrong. Add a KPI that moves earlier, with “timing: leading”.",
  },
  *find({ framework, sources }) {
    const { kpis, settings } = framework;
    const timings = indicatorsOf(framework)
      .filter(({ section }) => section === "kpis")
      .map(
        ({ entry, metric }) => ("timing" in entry ? entry.timing : undefined) ?? usual(metric && "use" in metric ? metric.use : undefined),
      );
    // Of a first KPI it need not yet be said.
    if (timings.includes("leading") || (!timings.includes("lagging") && kpis.length < 2)) return;
    yield { on: settings.name, at: sources.at("settings", ""), params: { count: kpis.length } };
  },
};

function usual(use: unknown): "leading" | "lagging" | undefined {
  return typeof use === "string" ? kpiNamed(use)?.timing : undefined;
}
