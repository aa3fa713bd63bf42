import type { Expression } from "./ast.ts";
import { isWord } from "./lexer.ts";
import { binaryPrecedence, comparisonPrecedence, postfixPrecedence, precedence, precedenceOf } from "./precedence.ts";
import { reservedWords } from "./word.ts";

/** The expression's one canonical text: reading it gives the same expression, but for its offsets. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return printLiteral(expression);
    case "column":
      return expression.quoted || !isBare(expression.name) ? `"${expression.name.replaceAll('"', '""')}"` : expression.name;
    case "unary":
      // A minus before a minus would read as a comment.
      return expression.operator === "-"
        ? `-${inside(expression.operand, precedence.primary)}`
        : `not ${inside(expression.operand, precedence.not)}`;
    case "binary": {
      const binding = binaryPrecedence(expression.operator)!;
      const left = inside(expression.left, binding === comparisonPrecedence ? binding + 1 : binding);
      return `${left} ${expression.operator} ${inside(expression.right, binding + 1)}`;
    }
    case "in":
      return `${operand(expression.operand)}${not(expression.negated)} in (${expression.list.map(print).join(", ")})`;
    case "between":
      return `${operand(expression.operand)}${not(expression.negated)} between ${operand(expression.low)} and ${operand(expression.high)}`;
    case "like":
      return `${operand(expression.operand)}${not(expression.negated)} like ${quote(expression.pattern)}`;
    case "is-null":
      return `${operand(expression.operand)} is${not(expression.negated)} null`;
    case "case": {
      const branches = expression.branches.map(({ when, then }) => `when ${print(when)} then ${print(then)}`).join(" ");
      return `case ${branches}${expression.otherwise === null ? "" : ` else ${print(expression.otherwise)}`} end`;
    }
    case "call":
      return `${expression.name}(${expression.arguments.map(print).join(", ")})`;
    case "cast":
      return `cast(${print(expression.operand)} as ${expression.to})`;
  }
}

function printLiteral({ value, digits, type }: Extract<Expression, { kind: "literal" }>): string {
  if (typeof value === "string") return type === "text" ? quote(value) : `${type} ${quote(value)}`;
  return digits ?? String(value);
}

function isBare(name: string): boolean {
  return isWord(name) && !reservedWords.has(name.toLowerCase());
}

/** The operand of `in`, `between`, `like` and `is null`. */
function operand(expression: Expression): string {
  return inside(expression, postfixPrecedence + 1);
}

/** In brackets where it binds less tightly than `minimum`. */
function inside(expression: Expression, minimum: number): string {
  return precedenceOf(expression) < minimum ? `(${print(expression)})` : print(expression);
}

function not(negated: boolean): string {
  return negated ? " not" : "";
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
