import { print, type Typed } from "../expression/index.ts";
import { formatDuration } from "../calendar/index.ts";
import type { Key, Measure, Node, PlannedQuery, ProjectedColumn, Recipe } from "./plan.ts";

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
    case "members":
      return [`  members: ${text(node.member)} is among`, ...nodeLines(node.among).map((line) => `    ${line}`), ...nodeLines(node.input)];
    case "scan":
      return [`  scan ${node.dataset}: ${node.columns.join(", ") || "no columns"}`];
    case "project":
      return [
        "  project",
        ...node.columns.map(({ name, of }) => (isKept(name, of) ? `    ${name}` : `    ${name} = ${projectedText(of)}`)),
        ...nodeLines(node.input),
      ];
    case "window":
      return [
        `  window by ${node.partition.join(", ") || "nothing"}, ordered by ${node.order.join(", ")}`,
        ...node.columns.map((column) => `    ${column.name} = ${column.function}${"of" in column ? ` ${column.of}` : ""}`),
        ...nodeLines(node.input),
      ];
    case "nearest":
      return [
        `  nearest: ${node.name} = the earliest ${node.at[1]} at or after ${node.at[0]}, of equal ${node.equal.join(" and ")}, in`,
        ...nodeLines(node.other).map((line) => `    ${line}`),
        ...nodeLines(node.input),
      ];
    case "spine":
      return [`  spine of ${node.rows.length} periods: ${node.columns.join(", ")}`];
    case "join":
      return [
        `  ${node.lone ? "left join" : "join"} where ${text(node.where)}, with`,
        ...nodeLines(node.left).map((line) => `    ${line}`),
        ...nodeLines(node.right),
      ];
  }
}

function isKept(name: string, of: ProjectedColumn["of"]): boolean {
  return of.kind === "expression" && of.expression.expression.kind === "column" && of.expression.expression.name === name;
}

function projectedText(of: ProjectedColumn["of"]): string {
  if (of.kind === "expression") return text(of.expression);
  return of.kind === "later" ? `${of.column} + ${formatDuration(of.by)}` : `${of.in} from ${text(of.from)} to ${text(of.to)}`;
}

function keysText(keys: readonly Key[]): string {
  return keys.length === 0 ? "all rows" : `by ${keys.map(({ of }) => (of.kind === "column" ? of.column : of.grain)).join(", ")}`;
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
