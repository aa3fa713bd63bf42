import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { volumeCounter } from "../volume.ts";

/** Where people gain by pushing a number up, something has to say what must not suffer from it. */
export const noGuardrail: Rule = {
  code: "no-guardrail",
  severity: "warning",
  why: {
    nl: "Wie één getal opjaagt, haalt het vaak ten koste van iets anders dat telt.",
    en: "If you push one number, you often reach it at the cost of something else that counts.",
  },
  sentences: {
    nl: ({ name, reason }) =>
      `${{ super: `“${name}” is de super-KPI`, money: `“${name}” gaat over geld`, volume: `“${name}” telt volume`, incentive: `Een team wordt alleen op KPI’s beoordeeld, ook op “${name}”` }[String(reason)]}, en nergens staat wat er niet onder mag lijden. Zet dat bij “guardrail”, bijvoorbeeld de NPS of de marge.`,
    en: ({ name, reason }) =>
      `${{ super: `“${name}” is the super-KPI`, money: `“${name}” is about money`, volume: `“${name}” counts volume`, incentive: `A team is judged on KPIs alone, “${name}” among them` }[String(reason)]}, and nothing says what must not suffer from it. Put that in “guardrail”, the NPS or the margin for instance.`,
  },
  *find({ framework, sources }) {
    // A CPI on the same scorecard is the counterweight already.
    const pushed = framework.teams.filter(({ scorecard }) => scorecard.every(({ cpi }) => cpi === undefined));
    const judgedBy = new Set(pushed.flatMap(({ scorecard }) => scorecard.map(({ kpi }) => kpi)));
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
