import { cadenceGrain, daysBetween, periodsBetween } from "../../calendar/index.ts";
import { indicatorsOf } from "../indicator.ts";
import type { Rule } from "../rule.ts";

/** Nobody plans further; more periods need not be counted to know that a plan is too short. */
const longestDays = 3660;

export const planLength: Rule = {
  code: "plan-length",
  severity: "warning",
  why: {
    nl: "Een plan dat niet bij de looptijd past, zegt niet waar je nu zou moeten staan.",
    en: "A plan that does not fit the range does not say where you should be now.",
  },
  sentences: {
    nl: ({ given, needed, cadence }) =>
      `Het plan heeft ${given} ${given === 1 ? "getal" : "getallen"}, maar de looptijd telt ${needed} ${periods.nl[String(cadence)]}. Geef er ${needed}, of verander “cadence”; tot dan telt het plan niet mee.`,
    en: ({ given, needed, cadence }) =>
      `The plan has ${given} ${given === 1 ? "number" : "numbers"}, yet the range has ${needed} ${periods.en[String(cadence)]}. Give ${needed}, or change “cadence”; until then the plan does not count.`,
  },
  *find({ framework, sources }) {
    const { starts } = framework.settings.fiscalYear;
    for (const { section, entry, target, targetPath } of indicatorsOf(framework)) {
      if (!target?.plan || !target.from || !target.to || target.from > target.to) continue;
      if (daysBetween(target.from, target.to) > longestDays) continue;
      const needed = periodsBetween(target.from, target.to, cadenceGrain(entry.cadence), starts).length;
      const given = target.plan.length;
      if (given === needed) continue;
      yield { on: entry.id, at: sources.at(section, entry.id, [...targetPath, "plan"]), params: { given, needed, cadence: entry.cadence } };
    }
  },
};

const periods: Record<"nl" | "en", Record<string, string>> = {
  nl: { daily: "dagen", weekly: "weken", monthly: "maanden", quarterly: "kwartalen" },
  en: { daily: "days", weekly: "weeks", monthly: "months", quarterly: "quarters" },
};
