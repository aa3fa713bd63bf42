import { isDay } from "../calendar/index.ts";
import { type Columns, type Expression, typeOf } from "../expression/index.ts";
import type { Dialect, Operand } from "./dialect.ts";

/**
 * A typed expression as SQL over the columns that it was typed against. `text` writes a text that people typed: as a parameter, or
 * quoted where a statement cannot have parameters; numbers, days and names are written out by their own strict forms.
 */
export function compileExpression(expression: Expression, columns: Columns, dialect: Dialect, text: (typed: string) => string): string {
  const type = (part: Expression) => typeOf(part, columns);
  const operand = (part: Expression): Operand => ({ text: inner(part), type: type(part) });

  /** in brackets unless it is one piece */
  function inner(part: Expression): string {
    return piecemeal.has(part.kind) ? `(${outer(part)})` : outer(part);
  }

  /** a part of `and` or `or`: only the other of the two needs brackets */
  function clause(part: Expression, operator: "and" | "or"): string {
    return part.kind === "binary" && (part.operator === "and" || part.operator === "or") && part.operator !== operator
      ? inner(part)
      : outer(part);
  }

  /** a side of a comparison: arithmetic binds more tightly */
  function side(part: Expression): string {
    return part.kind === "binary" && arithmetic.has(part.operator) ? outer(part) : inner(part);
  }

  function outer(part: Expression): string {
    switch (part.kind) {
      case "literal":
        return literal(part, dialect, text);
      case "column":
        return dialect.identifier(part.name);
      case "unary":
        return part.operator === "not" ? `NOT ${inner(part.operand)}` : `-${inner(part.operand)}`;
      case "binary":
        return binary(part);
      case "in":
        return dialect.among(
          operand(part.operand),
          part.list.map((item) => ({ text: outer(item), type: type(item) })),
          part.negated,
        );
      case "between":
        return `${inner(part.operand)}${not(part.negated)} BETWEEN ${inner(part.low)} AND ${inner(part.high)}`;
      case "like":
        return `${inner(part.operand)}${not(part.negated)} LIKE ${dialect.like(part.pattern, text)}`;
      case "is-null":
        return `${inner(part.operand)} IS${not(part.negated)} NULL`;
      case "case": {
        const results = [...part.branches.map(({ then }) => then), ...(part.otherwise === null ? [] : [part.otherwise])];
        const values = dialect.alike(results.map((result) => ({ text: outer(result), type: type(result) })));
        const branches = part.branches.map(({ when }, index) => `WHEN ${outer(when)} THEN ${values[index]}`).join(" ");
        return `CASE ${branches}${part.otherwise === null ? "" : ` ELSE ${values.at(-1)}`} END`;
      }
      case "call":
        return dialect.functions[part.name](part.arguments.map((argument) => ({ text: outer(argument), type: type(argument) })));
      case "cast":
        return dialect.cast(operand(part.operand), part.to);
    }
  }

  function binary({ operator, left, right }: Extract<Expression, { kind: "binary" }>): string {
    switch (operator) {
      case "and":
      case "or":
        return `${clause(left, operator)} ${operator.toUpperCase()} ${clause(right, operator)}`;
      case "/":
        return dialect.divide(inner(left), inner(right));
      case "%":
        return dialect.remainder(operand(left), operand(right));
      case "+":
      case "-": {
        const [l, r] = [operand(left), operand(right)];
        if (l.type === "date" && r.type === "date") return dialect.daysBetween(r.text, l.text);
        if (l.type === "date") return dialect.addDays(l.text, r.text, operator);
        return r.type === "date" ? dialect.addDays(r.text, l.text, "+") : `${l.text} ${operator} ${r.text}`;
      }
      case "*":
        return dialect.multiply(operand(left), operand(right));
      case "||":
        return `${inner(left)} || ${inner(right)}`;
      default:
        return `${side(left)} ${operator} ${side(right)}`;
    }
  }

  return outer(expression);
}

/** Kinds that are written as several pieces side by side. */
const piecemeal: ReadonlySet<Expression["kind"]> = new Set(["binary", "unary", "in", "between", "like", "is-null"]);

const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%"]);

function not(negated: boolean): string {
  return negated ? " NOT" : "";
}

function literal(
  { value, digits, type }: Extract<Expression, { kind: "literal" }>,
  dialect: Dialect,
  text: (typed: string) => string,
): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return dialect.number(exactly(/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i, digits ?? String(value)));
  if (type === "date" && isDay(value)) return dialect.day(value);
  if (type === "timestamp") return dialect.timestamp(exactly(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?$/, value));
  return text(value);
}

/** What is written out unbound has been parsed; a text of any other form here is a mistake of ours. */
function exactly(form: RegExp, text: string): string {
  if (!form.test(text)) throw new Error(`invalid literal: ${text}`);
  return text;
}
