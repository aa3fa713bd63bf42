import type { BinaryOperator, Expression } from "./ast.ts";

/** How tightly each operation binds, as in PostgreSQL and DuckDB: a higher number binds tighter. */
export const precedence = {
  or: 1,
  and: 2,
  not: 3,
  "is-null": 4,
  comparison: 5,
  postfix: 6,
  concatenation: 7,
  additive: 8,
  multiplicative: 9,
  minus: 10,
  primary: 11,
} as const;

export const comparisonPrecedence = precedence.comparison;
/** `in`, `between` and `like` */
export const postfixPrecedence = precedence.postfix;

const binary: ReadonlyMap<string, number> = new Map<BinaryOperator, number>([
  ["or", precedence.or],
  ["and", precedence.and],
  ["=", precedence.comparison],
  ["<>", precedence.comparison],
  ["<", precedence.comparison],
  ["<=", precedence.comparison],
  [">", precedence.comparison],
  [">=", precedence.comparison],
  ["||", precedence.concatenation],
  ["+", precedence.additive],
  ["-", precedence.additive],
  ["*", precedence.multiplicative],
  ["/", precedence.multiplicative],
  ["%", precedence.multiplicative],
]);

/** Null where `operator` is no binary operator. */
export function binaryPrecedence(operator: string): number | null {
  return binary.get(operator) ?? null;
}

export function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case "unary":
      return expression.operator === "-" ? precedence.minus : precedence.not;
    case "binary":
      return binary.get(expression.operator)!;
    case "is-null":
      return precedence["is-null"];
    case "in":
    case "between":
    case "like":
      return precedence.postfix;
    default:
      return precedence.primary;
  }
}
