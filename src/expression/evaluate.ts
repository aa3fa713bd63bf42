import { addDays, daysBetween, isDay } from "../calendar/index.ts";
import type { BinaryOperator, CastTarget, Expression, Value } from "./ast.ts";
import { compare } from "./compare.ts";
import { functions } from "./functions.ts";
import { like } from "./like.ts";
import { readTimestamp } from "./moment.ts";
import { roundHalfAway } from "./rounding.ts";

/**
 * The value of a typed expression for one row (exact column name → value; an absent one is null), as SQL has it: null in, null out, with
 * the three-valued logic of `and`, `or`, `in`. Division by zero and whatever is no finite number give null; a cast that cannot be done
 * gives null. Numbers are doubles here; the warehouse keeps decimals exact.
 */
export function evaluate(expression: Expression, row: Readonly<Record<string, Value>>): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "column":
      return Object.hasOwn(row, expression.name) ? finite(row[expression.name]!) : null;
    case "unary": {
      const operand = evaluate(expression.operand, row);
      if (operand === null) return null;
      return expression.operator === "not" ? !operand : 0 - Number(operand);
    }
    case "binary":
      return binary(expression.operator, expression.left, expression.right, row);
    case "in": {
      const operand = evaluate(expression.operand, row);
      const found = any(expression.list.map((item) => is("=", compare(operand, evaluate(item, row)))));
      return expression.negated ? negate(found) : found;
    }
    case "between": {
      const operand = evaluate(expression.operand, row);
      const outside = any([
        is("<", compare(operand, evaluate(expression.low, row))),
        is(">", compare(operand, evaluate(expression.high, row))),
      ]);
      return expression.negated ? outside : negate(outside);
    }
    case "like": {
      const operand = evaluate(expression.operand, row);
      return operand === null ? null : like(String(operand), expression.pattern) !== expression.negated;
    }
    case "is-null":
      return (evaluate(expression.operand, row) === null) !== expression.negated;
    case "case": {
      const branch = expression.branches.find(({ when }) => evaluate(when, row) === true);
      const chosen = branch?.then ?? expression.otherwise;
      return chosen === null ? null : evaluate(chosen, row);
    }
    case "call": {
      const { parameters, evaluate: apply } = functions[expression.name];
      const values = expression.arguments.map((argument) => evaluate(argument, row));
      return values.includes(null) && !parameters.includes("same") ? null : finite(apply(values));
    }
    case "cast":
      return cast(evaluate(expression.operand, row), expression.to);
  }
}

function binary(operator: BinaryOperator, leftSide: Expression, rightSide: Expression, row: Readonly<Record<string, Value>>): Value {
  const left = evaluate(leftSide, row);
  if (operator === "and") return left === false ? false : negate(any([negate(left), negate(evaluate(rightSide, row))]));
  if (operator === "or") return left === true ? true : any([left, evaluate(rightSide, row)]);
  const right = evaluate(rightSide, row);
  if (left === null || right === null) return null;
  switch (operator) {
    case "||":
      return `${left}${right}`;
    case "+":
    case "-":
      return typeof left === "string" || typeof right === "string"
        ? dateArithmetic(operator, left, right)
        : finite(operator === "+" ? Number(left) + Number(right) : Number(left) - Number(right));
    case "*":
      return finite(Number(left) * Number(right));
    case "/":
      return finite(Number(left) / Number(right));
    case "%":
      return finite(Number(left) % Number(right));
    default:
      return is(operator, compare(left, right));
  }
}

function dateArithmetic(operator: "+" | "-", left: Value, right: Value): Value {
  if (typeof left === "string" && typeof right === "string") return daysBetween(right, left);
  const [day, days] = typeof left === "string" ? [left, Number(right)] : [String(right), Number(left)];
  return addDays(day, operator === "+" ? days : -days);
}

function is(operator: "=" | "<>" | "<" | "<=" | ">" | ">=", order: number | null): boolean | null {
  if (order === null) return null;
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function any(values: readonly Value[]): boolean | null {
  return values.includes(true) ? true : values.includes(null) ? null : false;
}

function negate(value: Value): boolean | null {
  return value === null ? null : !value;
}

function finite(value: Value): Value {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

const numberText = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i;

function cast(value: Value, to: CastTarget): Value {
  if (value === null) return null;
  if (to === "text") return String(value);
  if (to === "date") {
    const text = String(value).trim();
    return isDay(text) ? text : (readTimestamp(text)?.slice(0, 10) ?? null);
  }
  if (typeof value === "string" && !numberText.test(value)) return null;
  return finite(roundHalfAway(Number(value), to === "integer" ? 0 : decimalPlaces));
}

/** `cast(… as decimal)` keeps six decimals. */
const decimalPlaces = 6;
