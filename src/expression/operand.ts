import { isDay } from "../calendar/index.ts";
import type { CastTarget, Expression, ValueType } from "./ast.ts";
import { fail, type Hint } from "./fault.ts";
import { readTimestamp } from "./moment.ts";

export type AnyType = ValueType | "null";

/** An expression whose columns are resolved, and its type. */
export interface Checked {
  readonly expression: Expression;
  readonly type: AnyType;
}

const numbers: readonly AnyType[] = ["integer", "decimal", "double"];
const moments: readonly AnyType[] = ["date", "timestamp"];

export function isNumber(type: AnyType): boolean {
  return numbers.includes(type);
}

export function isMoment(type: AnyType): boolean {
  return moments.includes(type);
}

export function isNullLiteral({ expression }: Checked): boolean {
  return expression.kind === "literal" && expression.value === null;
}

export function expectBoolean(operator: string, operand: Checked): void {
  if (operand.type !== "boolean" && operand.type !== "null") failOperand(operator, [operand], operand.expression, "condition");
}

export function expectText(operator: string, operand: Checked): void {
  if (operand.type !== "text" && operand.type !== "null") failOperand(operator, [operand], operand.expression, "cast-to-text");
}

export function expectNumber(operator: string, operand: Checked): void {
  if (!isNumber(operand.type) && operand.type !== "null") failOperand(operator, [operand], operand.expression, ...numberHint(operand));
}

/** A text typed out becomes the date or timestamp that it says, and fails where it says none; anything else stays. */
export function readMoment(operator: string, operand: Checked): Checked {
  const { expression } = operand;
  if (expression.kind !== "literal" || expression.type !== "text") return operand;
  const text = String(expression.value);
  if (isDay(text)) return { expression: { ...expression, type: "date" }, type: "date" };
  const value = readTimestamp(text);
  if (value === null) failOperand(operator, [operand], expression, "invalid-date", text);
  return { expression: { ...expression, value, type: "timestamp" }, type: "timestamp" };
}

/** Makes values of one kind of `operands`, where texts typed out beside a date become dates; fails where they do not go together. */
export function together(operator: string, operands: readonly Checked[], at: Expression): readonly Checked[] {
  const fitted = operands.some(({ type }) => isMoment(type)) ? operands.map((operand) => readMoment(operator, operand)) : operands;
  const first = fitted.find(({ type }) => type !== "null");
  for (const operand of fitted) {
    if (first && operand.type !== "null" && !fits(first.type, operand.type)) failPair(operator, first, operand, at);
  }
  return fitted;
}

/** The type in which all of them fit; they have been found to go together. */
export function commonType(operands: readonly Checked[]): AnyType {
  const types = operands.map(({ type }) => type);
  return [...numbers, ...moments].findLast((type) => types.includes(type)) ?? types.find((type) => type !== "null") ?? "null";
}

/** The type of an arithmetic operation: `/` gives a double, the others stay exact as long as both sides are. */
export function arithmetic(operator: "+" | "-" | "*" | "/" | "%", left: Checked, right: Checked, at: Expression): AnyType {
  const shifts = operator === "+" || operator === "-";
  if (shifts && (isMoment(left.type) || isMoment(right.type))) return dateArithmetic(operator, left, right, at);
  for (const side of [left, right]) {
    if (isNumber(side.type) || side.type === "null") continue;
    const day = shifts ? dayLiteral(side) : null;
    if (day !== null) failOperand(operator, [left, right], side.expression, "date-literal", day);
    if (operator === "+" && left.type === "text" && right.type === "text") failOperand(operator, [left, right], at, "concatenate");
    failOperand(operator, [side], side.expression, ...numberHint(side));
  }
  return operator === "/" ? "double" : commonType([left, right]);
}

function dateArithmetic(operator: "+" | "-", left: Checked, right: Checked, at: Expression): AnyType {
  if (left.type === "timestamp" || right.type === "timestamp") failOperand(operator, [left, right], at, "cast-to-date");
  if (left.type === "date" && (right.type === "integer" || right.type === "null")) return "date";
  if (left.type === "date" && right.type === "date" && operator === "-") return "integer";
  if (operator === "+" && right.type === "date" && (left.type === "integer" || left.type === "null")) return "date";
  const text = [left, right].find((side) => dayLiteral(side) !== null);
  if (text) failOperand(operator, [left, right], text.expression, "date-literal", dayLiteral(text)!);
  return failOperand(operator, [left, right], at, "whole-days");
}

/** What each type can be cast to: everything to text, numbers and texts to numbers, moments and texts to a date. */
export function canCast(from: AnyType, to: CastTarget): boolean {
  if (from === "null" || from === "text" || to === "text") return true;
  return to === "date" ? isMoment(from) : isNumber(from) || from === "boolean";
}

export function failOperand(operator: string, operands: readonly Checked[], at: Expression, hint: Hint, value?: string): never {
  const [left, right] = operands.map(({ type }) => type);
  return fail("wrong-operand", at.at, {
    operator,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    hint,
    ...(value !== undefined && { value }),
  });
}

function fits(a: AnyType, b: AnyType): boolean {
  return a === b || (isNumber(a) && isNumber(b)) || (isMoment(a) && isMoment(b));
}

function failPair(operator: string, left: Checked, right: Checked, at: Expression): never {
  const pair = [left, right];
  const is = (test: (operand: Checked) => boolean): Checked | undefined => pair.find(test);
  const text = is(({ type }) => type === "text");
  const number = is(({ type }) => isNumber(type));
  if (text && number) {
    const unquoted = numberText(text);
    if (unquoted !== null) failOperand(operator, pair, text.expression, "unquote-value", unquoted);
    const digits = numberLiteral(number.expression);
    if (text.expression.kind !== "literal") {
      if (digits !== null) failOperand(operator, pair, number.expression, "quote-value", digits);
      failOperand(operator, pair, at, "cast");
    }
  }
  if (is(({ type }) => isMoment(type))) failOperand(operator, pair, at, text ? "cast-to-date" : "date");
  if (is(({ type }) => type === "boolean")) failOperand(operator, pair, at, "true-false");
  failOperand(operator, pair, at, "same-type");
}

function numberHint(operand: Checked): [hint: Hint, value?: string] {
  const unquoted = numberText(operand);
  if (unquoted !== null) return ["unquote-value", unquoted];
  if (operand.type === "text") return ["cast"];
  return [operand.type === "boolean" ? "case-number" : "number"];
}

function numberText({ expression }: Checked): string | null {
  const text = expression.kind === "literal" && expression.type === "text" ? String(expression.value) : "";
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

function numberLiteral(expression: Expression): string | null {
  if (expression.kind === "unary") {
    const digits = numberLiteral(expression.operand);
    return digits === null ? null : `-${digits}`;
  }
  return expression.kind === "literal" && typeof expression.value === "number" ? (expression.digits ?? String(expression.value)) : null;
}

function dayLiteral({ expression }: Checked): string | null {
  return expression.kind === "literal" && expression.type === "text" && isDay(String(expression.value)) ? String(expression.value) : null;
}
