import type { Rule } from "../rule.ts";

export const overBudget: Rule = {
  code: "over-budget",
  severity: "error",
  sentences: {
    nl: ({ count, budget }) =>
      `Er zijn ${count} KPI's en het budget is ${budget}. Haal er ${Number(count) - Number(budget)} weg, of verhoog “kpiBudget” in helder.yaml en schrijf erbij waarom.`,
    en: ({ count, budget }) =>
      `There are ${count} KPIs and the budget is ${budget}. Remove ${Number(count) - Number(budget)}, or raise “kpiBudget” in helder.yaml and write down why.`,
  },
  *find({ framework: { settings, kpis }, sources }) {
    const budget = settings.kpiBudget;
    const first = kpis[budget];
    if (first) yield { on: settings.name, at: sources.at("kpis", first.id), params: { count: kpis.length, budget } };
  },
};
