/** Offsets in the expression's text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ValueType = "integer" | "decimal" | "double" | "text" | "boolean" | "date" | "timestamp";

/** A value as expressions meet it: dates are ISO days, timestamps ISO local time with a space or a T. */
export type Value = string | number | boolean | null;

export const functionNames = [
  "abs",
  "round",
  "floor",
  "ceil",
  "least",
  "greatest",
  "coalesce",
  "nullif",
  "lower",
  "upper",
  "trim",
  "length",
  "substr",
  "year",
  "quarter",
  "month",
  "day",
] as const;
export type FunctionName = (typeof functionNames)[number];

export type BinaryOperator = "+" | "-" | "*" | "/" | "%" | "||" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "and" | "or";
export const castTargets = ["integer", "decimal", "date", "text"] as const;
export type CastTarget = (typeof castTargets)[number];

/** A parsed expression: plain data, no text of the user but in literals and column names. */
export type Expression =
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | null;
      /** exact digits of a number literal */ readonly digits?: string;
      readonly type: ValueType | "null";
      readonly at: Span;
    }
  | { readonly kind: "column"; readonly name: string; readonly quoted: boolean; readonly at: Span }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Expression; readonly at: Span }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression; readonly at: Span }
  | {
      readonly kind: "in";
      readonly operand: Expression;
      readonly list: readonly Expression[];
      readonly negated: boolean;
      readonly at: Span;
    }
  | {
      readonly kind: "between";
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly negated: boolean;
      readonly at: Span;
    }
  | { readonly kind: "like"; readonly operand: Expression; readonly pattern: string; readonly negated: boolean; readonly at: Span }
  | { readonly kind: "is-null"; readonly operand: Expression; readonly negated: boolean; readonly at: Span }
  | {
      readonly kind: "case";
      readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise: Expression | null;
      readonly at: Span;
    }
  | { readonly kind: "call"; readonly name: FunctionName; readonly arguments: readonly Expression[]; readonly at: Span }
  | { readonly kind: "cast"; readonly operand: Expression; readonly to: CastTarget; readonly at: Span };

/** An expression whose columns are resolved to their exact names and whose every node has a type. Only this goes to SQL. */
export interface Typed {
  readonly expression: Expression;
  readonly type: ValueType | "null";
  /** exact names of the columns it reads, sorted, each once */
  readonly columns: readonly string[];
}

/** What is wrong with an expression. `code` fixes the sentence, `params` its blanks; sentences live in `sentences.ts`. */
export interface ExpressionError {
  readonly code: "syntax" | "unknown-column" | "unknown-function" | "wrong-operand" | "wrong-arguments" | "too-deep";
  readonly at: Span;
  readonly params: Readonly<Record<string, string>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ExpressionError };

/** A dataset's columns as the typer needs them: exact name → type. */
export type Columns = ReadonlyMap<string, ValueType>;
