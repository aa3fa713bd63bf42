import type { Rule } from "../rule.ts";
import { noSuperKpi } from "./no-super-kpi.ts";
import { objectiveWithoutKpi } from "./objective-without-kpi.ts";
import { overBudget } from "./over-budget.ts";
import { targetWithoutDates } from "./target-without-dates.ts";

/** Every rule of the linter. */
export const rules = {
  "no-super-kpi": noSuperKpi,
  "objective-without-kpi": objectiveWithoutKpi,
  "over-budget": overBudget,
  "target-without-dates": targetWithoutDates,
} as const satisfies Record<string, Rule>;
