import { type Framework, HelderError } from "../framework/index.ts";
import type { Reach } from "./extent.ts";
import type { PlannedQuery, Recipe } from "./plan.ts";
import { reachOf } from "./reach.ts";

/** For each plan of a query, the reaches of the metrics that it serves; of one that the framework does not know, everything. */
export function reachesOf(framework: Framework, { plans, comparedPlans, metrics, parts }: PlannedQuery): readonly (readonly Reach[])[] {
  const reaches = plans.map((): Reach[] => []);
  for (const { metric, value, n } of metrics) {
    const reach = knownReach(framework, metric);
    const seen = new Set<string>();
    const plansOf = (recipe: Recipe): readonly number[] => {
      switch (recipe.kind) {
        case "measure":
          return [recipe.plan];
        case "quotient":
          return [recipe.numerator, recipe.denominator].flatMap(plansOf);
        case "formula":
          return Object.values(recipe.inputs).flatMap(plansOf);
        case "where-rows":
          return [...recipe.rows, recipe.value].flatMap(plansOf);
        case "first-known":
          return recipe.of.flatMap(plansOf);
        case "metric":
          if (seen.has(recipe.metric)) return [];
          seen.add(recipe.metric);
          return plansOf(parts[recipe.metric]!);
        case "observed":
          return [];
      }
    };
    for (const plan of new Set([value, ...(n === null ? [] : [n])].flatMap(plansOf))) {
      reaches[plan]!.push(reach);
      const compared = comparedPlans?.[plan];
      if (compared !== undefined && compared !== plan) reaches[compared]!.push(reach);
    }
  }
  return reaches;
}

function knownReach(framework: Framework, metric: string): Reach {
  try {
    return reachOf(framework, metric);
  } catch (error) {
    if (error instanceof HelderError) return { before: "all", after: "all" };
    throw error;
  }
}
