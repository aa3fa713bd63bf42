import type { Expression } from "./ast.ts";

/** The names of the columns that an expression uses, as they stand in it: sorted by code unit, each once. */
export function references(expression: Expression): string[] {
  const names = new Set<string>();
  collect(expression, names);
  return [...names].sort();
}

function collect(expression: Expression, names: Set<string>): void {
  if (expression.kind === "column") names.add(expression.name);
  else for (const child of children(expression)) collect(child, names);
}

function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "column":
      return [];
    case "unary":
    case "like":
    case "is-null":
    case "cast":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "in":
      return [expression.operand, ...expression.list];
    case "between":
      return [expression.operand, expression.low, expression.high];
    case "case": {
      const branches = expression.branches.flatMap(({ when, then }) => [when, then]);
      return expression.otherwise === null ? branches : [...branches, expression.otherwise];
    }
    case "call":
      return expression.arguments;
  }
}
