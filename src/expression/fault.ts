import type { ExpressionError, Outcome, Span } from "./ast.ts";

/** What can be wrong with the text itself; `params.reason` of a `syntax` error. */
export type SyntaxReason =
  | "empty"
  | "operand-missing"
  | "token-missing"
  | "trailing"
  | "reserved-word"
  | "unclosed-string"
  | "unclosed-name"
  | "empty-name"
  | "number"
  | "character"
  | "curly-quote"
  | "comment"
  | "semicolon"
  | "subquery"
  | "chained-comparison"
  | "date"
  | "timestamp"
  | "cast-type"
  | "like-pattern";

/** What to do about operands that do not fit; `params.hint` of a `wrong-operand` error. */
export type Hint =
  | "quote-value"
  | "unquote-value"
  | "cast"
  | "concatenate"
  | "cast-to-text"
  | "cast-to-date"
  | "no-cast"
  | "date"
  | "date-literal"
  | "invalid-date"
  | "whole-days"
  | "is-null"
  | "true-false"
  | "condition"
  | "case-number"
  | "number"
  | "whole-number"
  | "places"
  | "same-type";

/** Carries an error from deep inside the parser or the typer to its door; it never leaves this room. */
export class Fault extends Error {
  readonly error: ExpressionError;

  constructor(error: ExpressionError) {
    super(error.code);
    this.error = error;
  }
}

export function fail(code: ExpressionError["code"], at: Span, params: Readonly<Record<string, string>>): never {
  throw new Fault({ code, at, params });
}

export function failSyntax(reason: SyntaxReason, at: Span, params: Readonly<Record<string, string>> = {}): never {
  return fail("syntax", at, { reason, ...params });
}

/** Runs `work`; an error found on the way becomes a value. */
export function outcome<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    if (thrown instanceof Fault) return { ok: false, error: thrown.error };
    throw thrown;
  }
}
