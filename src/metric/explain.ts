import { print, type Typed } from "../expression/index.ts";
import type { Key, Measure, Node, PlannedQuery, Recipe } from "./plan.ts";

/** A plan as text for people: what is read from each dataset, and how each metric follows from it. Ends with a line end. */
export function explain(planned: PlannedQuery): string {
  const compared = planned.comparedPlans ?? [];
  const plans = planned.plans.map(({ root }, index) => {
    const main = compared.indexOf(index);
    return [`plan ${index + 1}${main >= 0 && main !== index ? ` (compared values of plan ${main + 1})` : ""}`, ...nodeLines(root)];
  });
  const metrics = planned.metrics.map(({ metric, unit, value, n, periods }) => {
    const range = periods.length > 0 ? `${periods[0]!.from} to ${periods.at(-1)!.to}` : "no rows";
    return [
      `metric ${metric}${unit === null ? "" : ` (${unit})`}`,
      `  value = ${recipeText(value)}`,
      `  n = ${n === null ? "none" : recipeText(n)}`,
      `  periods: ${periods.length}, ${range}`,
    ];
  });
  const asked = new Set(planned.metrics.map(({ metric }) => metric));
  const parts = Object.entries(planned.parts)
    .filter(([metric]) => !asked.has(metric))
    .map(([metric, recipe]) => [`part ${metric}`, `  value = ${recipeText(recipe)}`]);
  return `${[...plans, ...parts, ...metrics].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function nodeLines(node: Node): string[] {
  switch (node.op) {
    case "aggregate":
      return [
        `  aggregate ${keysText(node.keys)}`,
        ...node.measures.map((measure) => `    ${measureText(measure)}`),
        ...nodeLines(node.input),
      ];
    case "filter": {
      const days = node.days && `day from ${node.days.from ?? "the first"} to ${node.days.to ?? "the last"}`;
      return [`  filter ${[days, node.where && text(node.where)].filter(Boolean).join(", ")}`, ...nodeLines(node.input)];
    }
    case "scan":
      return [`  scan ${node.dataset}: ${node.columns.join(", ") || "no columns"}`];
  }
}

function keysText(keys: readonly Key[]): string {
  return keys.length === 0 ? "all rows" : `by ${keys.map(({ of }) => (of.kind === "period" ? of.grain : of.column)).join(", ")}`;
}

function measureText({ name, function: aggregate, of, where, p }: Measure): string {
  const called = aggregate === "percentile" ? `percentile ${p}` : aggregate;
  return `${name} = ${called} of ${of === null ? "rows" : text(of)}${where === null ? "" : ` where ${text(where)}`}`;
}

function recipeText(recipe: Recipe): string {
  switch (recipe.kind) {
    case "measure":
      return recipe.name;
    case "metric":
      return recipe.metric;
    case "quotient":
      return `${operandText(recipe.numerator)} / ${operandText(recipe.denominator)}`;
    case "formula": {
      return text(recipe.expression);
    }
    case "where-rows":
      return `${recipeText(recipe.value)}, null without rows`;
    case "first-known":
      return recipe.of.map(recipeText).join(", else ");
    case "observed":
      return recipe.part === "value" ? "as observed" : recipe.part === "n" ? "the observations' denominators" : "the observations";
  }
}

function operandText(recipe: Recipe): string {
  return recipe.kind === "measure" || recipe.kind === "metric" ? recipeText(recipe) : `(${recipeText(recipe)})`;
}

function text({ expression }: Typed): string {
  return print(expression);
}
