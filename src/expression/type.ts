import type { Columns, Expression, Outcome, Typed } from "./ast.ts";
import { fail, outcome } from "./fault.ts";
import { functions, type Parameter } from "./functions.ts";
import {
  type AnyType,
  arithmetic,
  canCast,
  type Checked,
  commonType,
  expectBoolean,
  expectNumber,
  expectText,
  failOperand,
  isMoment,
  isNullLiteral,
  readMoment,
  together,
} from "./operand.ts";
import { suggest } from "./suggest.ts";

/**
 * Resolves the columns of `expression` (exactly, else without regard to case) and types every operation. In the answer columns bear their
 * exact names, and a plain ISO text beside a date or timestamp is a date or timestamp literal.
 */
export function type(expression: Expression, columns: Columns): Outcome<Typed> {
  return outcome(() => whole(expression, columns));
}

/** As `type`, for an expression that must be true or false for a row. */
export function condition(expression: Expression, columns: Columns): Outcome<Typed> {
  return outcome(() => {
    const typed = whole(expression, columns);
    if (typed.type !== "boolean") failOperand("condition", [typed], expression, "condition");
    return typed;
  });
}

/** The type of a node of a `Typed.expression`, given the columns it was typed against. */
export function typeOf(expression: Expression, columns: Columns): AnyType {
  return new Typer(columns).check(expression).type;
}

function whole(expression: Expression, columns: Columns): Typed {
  const typer = new Typer(columns);
  const { expression: resolved, type: found } = typer.check(expression);
  return { expression: resolved, type: found, columns: [...typer.used].sort() };
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { kind: Kind }>;

class Typer {
  readonly #columns: Columns;
  readonly used = new Set<string>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  check(expression: Expression): Checked {
    switch (expression.kind) {
      case "literal":
        return { expression, type: expression.type };
      case "column":
        return this.#column(expression);
      case "unary": {
        const operand = this.check(expression.operand);
        if (expression.operator === "not") expectBoolean("not", operand);
        else expectNumber("-", operand);
        return {
          expression: { ...expression, operand: operand.expression },
          type: expression.operator === "not" ? "boolean" : operand.type,
        };
      }
      case "binary":
        return this.#binary(expression);
      case "in": {
        const checked = [expression.operand, ...expression.list].map((part) => this.check(part));
        const [operand, ...list] = together("in", checked, expression).map((part) => part.expression);
        return { expression: { ...expression, operand: operand!, list }, type: "boolean" };
      }
      case "between": {
        const checked = [expression.operand, expression.low, expression.high].map((part) => this.check(part));
        const [operand, low, high] = together("between", checked, expression).map((part) => part.expression);
        return { expression: { ...expression, operand: operand!, low: low!, high: high! }, type: "boolean" };
      }
      case "like": {
        const operand = this.check(expression.operand);
        expectText("like", operand);
        return { expression: { ...expression, operand: operand.expression }, type: "boolean" };
      }
      case "is-null":
        return { expression: { ...expression, operand: this.check(expression.operand).expression }, type: "boolean" };
      case "case":
        return this.#case(expression);
      case "call":
        return this.#call(expression);
      case "cast": {
        const operand = this.check(expression.operand);
        if (!canCast(operand.type, expression.to)) failOperand("cast", [operand], expression, "no-cast", expression.to);
        return { expression: { ...expression, operand: operand.expression }, type: expression.to };
      }
    }
  }

  #column(column: Of<"column">): Checked {
    const name = this.#columns.has(column.name) ? column.name : this.#withoutCase(column);
    this.used.add(name);
    return { expression: name === column.name ? column : { ...column, name }, type: this.#columns.get(name)! };
  }

  #withoutCase({ name, quoted, at }: Of<"column">): string {
    const candidates = [...this.#columns.keys()].filter((known) => fold(known) === fold(name));
    if (candidates.length === 1) return candidates[0]!;
    if (candidates.length > 1) fail("unknown-column", at, { name, candidates: candidates.sort().join(", ") });
    const suggestion = suggest(name, this.#columns.keys());
    return fail("unknown-column", at, { name, quoted: String(quoted), ...(suggestion !== null && { suggestion }) });
  }

  #binary(expression: Of<"binary">): Checked {
    const { operator } = expression;
    const left = this.check(expression.left);
    const right = this.check(expression.right);
    const typed = (a: Checked, b: Checked, found: AnyType): Checked => ({
      expression: { ...expression, left: a.expression, right: b.expression },
      type: found,
    });
    switch (operator) {
      case "and":
      case "or":
        expectBoolean(operator, left);
        expectBoolean(operator, right);
        return typed(left, right, "boolean");
      case "||":
        expectText(operator, left);
        expectText(operator, right);
        return typed(left, right, "text");
      case "+":
      case "-":
      case "*":
      case "/":
      case "%":
        return typed(left, right, arithmetic(operator, left, right, expression));
      default: {
        // Never true, whatever the row: surely `is null` was meant.
        if (isNullLiteral(left) || isNullLiteral(right)) failOperand(operator, [left, right], expression, "is-null");
        const [a, b] = together(operator, [left, right], expression);
        return typed(a!, b!, "boolean");
      }
    }
  }

  #case(expression: Of<"case">): Checked {
    const conditions = expression.branches.map(({ when }) => {
      const checked = this.check(when);
      expectBoolean("case", checked);
      return checked.expression;
    });
    const last = expression.otherwise === null ? [] : [expression.otherwise];
    const values = [...expression.branches.map(({ then }) => then), ...last].map((value) => this.check(value));
    const results = together("case", values, expression);
    const branches = conditions.map((when, index) => ({ when, then: results[index]!.expression }));
    const otherwise = results[conditions.length]?.expression ?? null;
    return { expression: { ...expression, branches, otherwise }, type: commonType(results) };
  }

  #call(expression: Of<"call">): Checked {
    const { name } = expression;
    const { parameters, minimum, maximum, gives } = functions[name];
    const given = expression.arguments.length;
    if (given < minimum || given > maximum) {
      fail("wrong-arguments", expression.at, {
        name,
        given: String(given),
        minimum: String(minimum),
        ...(Number.isFinite(maximum) && { maximum: String(maximum) }),
      });
    }
    const checked = expression.arguments.map((argument, index) => {
      const parameter = parameters[Math.min(index, parameters.length - 1)]!;
      const found = this.check(argument);
      return parameter === "same" ? found : expectParameter(parameter, found, expression);
    });
    const fitted = parameters[0] === "same" ? together(name, checked, expression) : checked;
    const found = gives === "first" ? fitted[0]!.type : gives === "common" ? commonType(fitted) : gives;
    return { expression: { ...expression, arguments: fitted.map((argument) => argument.expression) }, type: found };
  }
}

function expectParameter(parameter: Exclude<Parameter, "same">, argument: Checked, { name }: Of<"call">): Checked {
  switch (parameter) {
    case "number":
      expectNumber(name, argument);
      return argument;
    case "text":
      expectText(name, argument);
      return argument;
    case "moment": {
      const moment = readMoment(name, argument);
      if (isMoment(moment.type) || moment.type === "null") return moment;
      return failOperand(name, [argument], argument.expression, argument.type === "text" ? "cast-to-date" : "date");
    }
    case "integer":
      expectNumber(name, argument);
      if (argument.type !== "integer" && argument.type !== "null") failOperand(name, [argument], argument.expression, "whole-number");
      return argument;
    case "places":
      if (!isPlaces(argument.expression)) failOperand(name, [argument], argument.expression, "places");
      return argument;
  }
}

function isPlaces(expression: Expression): boolean {
  const literal = expression.kind === "unary" && expression.operator === "-" ? expression.operand : expression;
  return literal.kind === "literal" && literal.type === "integer" && Number(literal.value) <= 15;
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
