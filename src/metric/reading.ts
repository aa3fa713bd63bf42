import {
  type Columns,
  condition,
  type Expression,
  type ExpressionError,
  type Outcome,
  parse,
  sentence,
  type,
  type Typed,
} from "../expression/index.ts";
import { HelderError } from "../framework/index.ts";

/** Whose text it is, for errors: a metric's id, or the option `--where`. */
export interface Origin {
  readonly of: string;
  /** the dataset whose columns it may name */
  readonly dataset: string;
}

/** Throws `unknown-column`, `broken-expression`. */
export function readExpression(text: string, columns: Columns, origin: Origin): Typed {
  return read(text, columns, origin, type);
}

/** Throws `unknown-column`, `broken-expression` (also where it is not true or false). */
export function readCondition(text: string, columns: Columns, origin: Origin): Typed {
  return read(text, columns, origin, condition);
}

const numbers: readonly Typed["type"][] = ["integer", "decimal", "double"];

/** Throws `not-a-number` too. */
export function readNumber(text: string, columns: Columns, origin: Origin): Typed {
  const typed = read(text, columns, origin, type);
  if (!numbers.includes(typed.type)) throw new HelderError("not-a-number", { of: origin.of, expression: text, type: typed.type });
  return typed;
}

/**
 * The exact name of a column as `--by` names it: as it is, or in the double quotes of an expression. Throws `unknown-column`.
 */
export function readColumn(name: string, columns: Columns, dataset: string): string {
  if (columns.has(name)) return name;
  const parsed = parse(name);
  const column: Expression =
    parsed.ok && parsed.value.kind === "column" ? parsed.value : { kind: "column", name, quoted: true, at: { start: 0, end: name.length } };
  const typed = type(column, columns);
  if (typed.ok) return typed.value.columns[0]!;
  throw unknownColumn(typed.error, dataset);
}

function read(text: string, columns: Columns, origin: Origin, check: (expression: Expression, columns: Columns) => Outcome<Typed>): Typed {
  const parsed = parse(text);
  const typed = parsed.ok ? check(parsed.value, columns) : parsed;
  if (typed.ok) return typed.value;
  if (typed.error.code === "unknown-column") throw unknownColumn(typed.error, origin.dataset);
  throw brokenExpression(text, typed.error, origin.of);
}

export function brokenExpression(text: string, error: ExpressionError, of: string): HelderError {
  const params = { expression: text, of, position: error.at.start + 1, reason: sentence(error, "en"), "reason-nl": sentence(error, "nl") };
  return new HelderError("broken-expression", params);
}

function unknownColumn({ params }: ExpressionError, dataset: string): HelderError {
  const near = params["candidates"] ?? params["suggestion"];
  return new HelderError("unknown-column", { dataset, name: params["name"] ?? "", suggestion: suggestionText(near ?? null) });
}

/** What follows the sentence of an error about an unknown name. */
export function suggestionText(near: string | null): string {
  return near === null ? "" : ` → ${near}?`;
}

/** An expression of Helder's own over a relation's columns, which stand in double quotes. */
export function own(text: string, columns: Columns): Typed {
  const parsed = parse(text);
  const typed = parsed.ok ? type(parsed.value, columns) : parsed;
  if (!typed.ok) throw new Error(`invalid expression: ${text}: ${sentence(typed.error, "en")}`);
  return typed.value;
}

/** A column of a relation as an expression. */
export function ownColumn(name: string, columns: Columns): Typed {
  return own(quoted(name), columns);
}

/** A column's name as expressions write it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
