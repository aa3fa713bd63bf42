import { isAdditive } from "../../metric/index.ts";
import { type Indicator, indicatorsOf, isPercentage } from "../indicator.ts";
import type { Rule } from "../rule.ts";
import { shown } from "../shown.ts";

/** Rounded steps (33, 33, 33 of 100) may miss the target by this part of it. */
const tolerance = 0.011;

export const planDoesNotAddUp: Rule = {
  code: "plan-does-not-add-up",
  severity: "warning",
  why: {
    nl: "Wie elke stap van het plan haalt, moet ook het doel halen.",
    en: "Whoever takes every step of the plan must reach the target too.",
  },
  sentences: {
    nl: ({ measured, found, value, percentage }) =>
      `${{ total: `De stappen van het plan zijn samen ${shown(found, percentage, "nl")}`, average: `Het plan is gemiddeld ${shown(found, percentage, "nl")}`, last: `Het plan eindigt op ${shown(found, percentage, "nl")}` }[String(measured)]}, maar het doel is ${shown(value, percentage, "nl")}. Verbeter een van de twee.`,
    en: ({ measured, found, value, percentage }) =>
      `${{ total: `The steps of the plan add up to ${shown(found, percentage, "en")}`, average: `The plan averages ${shown(found, percentage, "en")}`, last: `The plan ends at ${shown(found, percentage, "en")}` }[String(measured)]}, but the target is ${shown(value, percentage, "en")}. Mend one of the two.`,
  },
  *find({ framework, sources }) {
    for (const indicator of indicatorsOf(framework)) {
      const { section, entry, target, targetPath, measured } = indicator;
      if (!target?.plan || target.plan.length === 0) continue;
      const found = outcome(indicator, target.plan);
      if (found === null || Math.abs(found - target.value) <= tolerance * Math.abs(target.value)) continue;
      const params = { measured, found: Number(found.toPrecision(6)), value: target.value, percentage: isPercentage(indicator.metric) };
      yield { on: entry.id, at: sources.at(section, entry.id, [...targetPath, "plan"]), params };
    }
  },
};

/** Where the plan ends up. Null for a total that is no sum of its parts: there the plan tells how the whole stands, not what is added. */
function outcome({ measured, metric }: Indicator, plan: readonly number[]): number | null {
  if (measured === "last") return plan.at(-1)!;
  const sum = plan.reduce((total, step) => total + step, 0);
  if (measured === "average") return sum / plan.length;
  return metric && isAdditive(metric) ? sum : null;
}
