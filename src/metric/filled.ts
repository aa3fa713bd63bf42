import type { Expression } from "../expression/index.ts";

/**
 * Whether an expression has a value for every row, given the columns that have one for every row. False where it cannot be told at a
 * glance: what may divide by zero, fail to cast or leave the calendar.
 */
export function isFilled(expression: Expression, columns: ReadonlySet<string>): boolean {
  const filled = (part: Expression): boolean => isFilled(part, columns);
  switch (expression.kind) {
    case "literal":
      return expression.value !== null;
    case "column":
      return columns.has(expression.name);
    case "unary":
      return filled(expression.operand);
    case "binary":
      return expression.operator !== "/" && expression.operator !== "%" && filled(expression.left) && filled(expression.right);
    case "in":
      return filled(expression.operand) && expression.list.every(filled);
    case "between":
      return filled(expression.operand) && filled(expression.low) && filled(expression.high);
    case "like":
      return filled(expression.operand);
    case "is-null":
      return true;
    case "case":
      return expression.otherwise !== null && filled(expression.otherwise) && expression.branches.every(({ then }) => filled(then));
    case "call":
      return expression.name !== "nullif" && expression.name !== "round" && expression.arguments.every(filled);
    case "cast":
      return false;
  }
}
