import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { volumeCounter } from "../volume.ts";

/** Where people gain by pushing a number up, something has to say what must not suffer from it. */
export const noGuardrail: Rule = {
  code: "no-guardrail",
  severity: "warning",
  sentences: {
    nl: ({ name, reason }) =>
      `${{ super: `“${name}” is de super-KPI`, money: `“${name}” gaat over geld`, volume: `“${name}” telt volume`, incentive: `Op “${name}” wordt een team beoordeeld` }[String(reason)]} en heeft geen ondergrens. Zet bij “guardrail” wat er niet onder mag lijden, bijvoorbeeld de NPS of de marge.`,
    en: ({ name, reason }) =>
      `${{ super: `“${name}” is the super-KPI`, money: `“${name}” is about money`, volume: `“${name}” counts volume`, incentive: `A team is judged by “${name}”` }[String(reason)]} and has no guardrail. Put in “guardrail” what must not suffer from it, the NPS or the margin for instance.`,
  },
  *find({ framework, sources }) {
    const judgedBy = new Set(framework.teams.flatMap(({ scorecard }) => scorecard.map(({ kpi }) => kpi)));
    for (const { section, entry, metric } of indicatorsOf(framework)) {
      if (section !== "kpis" || entry.guardrail.length > 0) continue;
      const { id, name = id } = entry;
      const reason =
        id === framework.settings.superKpi
          ? "super"
          : metric?.unit === "currency"
            ? "money"
            : volumeCounter(entry, metric)
              ? "volume"
              : judgedBy.has(id)
                ? "incentive"
                : null;
      if (reason) yield { on: id, at: sources.at("kpis", id), params: { name, reason } };
    }
  },
};
