import fc from "fast-check";
import type { Columns, Expression, FunctionName, Value } from "../../src/expression/index.ts";

/** Expressions as the parser makes them (but for their offsets), of every type, over the columns and the rows below. */
export const columns: Columns = new Map([
  ["amount", "decimal"],
  ["quantity", "integer"],
  ["Naam van klant", "text"],
  ["status", "text"],
  ["paid", "boolean"],
  ["ordered_on", "date"],
  ["date", "date"],
  ["ordered_at", "timestamp"],
  ["end", "integer"],
  ['a"b', "integer"],
  ["größe", "double"],
]);

const bare = new Set(["amount", "quantity", "status", "paid", "ordered_on", "date", "ordered_at", "größe"]);
const at = { start: 0, end: 0 };

export const text = fc.oneof(
  fc.constantFrom("", "a", "A", "ab%", "_b", "nl", "geannuleerd", "it's", "--", "é", "👍🏽", "2026-01-31"),
  fc.string({ maxLength: 6 }).filter((value) => !value.includes("\0")),
);
const day = fc.constantFrom("2026-01-31", "2024-02-29", "0999-12-31", "2025-12-28");
const moment = fc.constantFrom("2026-01-31 00:00:00", "2026-01-31 10:00:00.5", "2024-02-29 23:59:59");
const whole = fc.integer({ min: 0, max: 200 });

export const row: fc.Arbitrary<Record<string, Value>> = fc.record({
  amount: nullable(fc.integer({ min: -1000, max: 1000 }).map((cents) => cents / 4)),
  quantity: nullable(fc.integer({ min: -20, max: 20 })),
  "Naam van klant": nullable(text),
  status: nullable(text),
  paid: nullable(fc.boolean()),
  ordered_on: nullable(day),
  date: nullable(day),
  ordered_at: nullable(moment),
  end: nullable(whole),
  'a"b': nullable(whole),
  größe: nullable(fc.integer({ min: -100, max: 100 }).map((number) => number / 8)),
});

function nullable<T extends Value>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq: 4 });
}

const literal = (value: Value, type: Extract<Expression, { kind: "literal" }>["type"]): Expression => ({
  kind: "literal",
  value,
  type,
  at,
});
const number = (digits: string, type: "integer" | "decimal"): Expression => ({ kind: "literal", value: Number(digits), digits, type, at });
const column = (...names: string[]) =>
  fc.constantFrom(...names).map((name): Expression => ({ kind: "column", name, quoted: !bare.has(name), at }));
const call = (name: FunctionName, ...list: Expression[]): Expression => ({ kind: "call", name, arguments: list, at });
const binary =
  (operator: Extract<Expression, { kind: "binary" }>["operator"]) =>
  ([left, right]: readonly [Expression, Expression]): Expression => ({
    kind: "binary",
    operator,
    left,
    right,
    at,
  });

type Grammar = Record<"boolean" | "integer" | "decimal" | "text" | "date" | "timestamp", Expression>;

/** With `operations`, only those whose outcome every SQL engine agrees on to the last digit: no division, no casts. */
export function grammar(operations: "all" | "agreed"): fc.LetrecValue<Grammar> {
  const all = operations === "all";
  return fc.letrec<Grammar>((tie) => {
    const pair = (type: keyof Grammar) => fc.tuple(tie(type), tie(type));
    const any = fc.oneof(tie("boolean"), tie("integer"), tie("decimal"), tie("text"), tie("date"));
    const alike = (make: (operands: readonly [Expression, Expression, Expression]) => Expression) =>
      fc.oneof(...(["integer", "decimal", "text", "date"] as const).map((type) => fc.tuple(tie(type), tie(type), tie(type)).map(make)));
    const shared = (type: keyof Grammar) => [
      fc
        .tuple(tie("boolean"), tie(type), fc.option(tie(type)))
        .map(([when, then, otherwise]): Expression => ({ kind: "case", branches: [{ when, then }], otherwise, at })),
      fc.tuple(fc.constantFrom("coalesce", "least", "greatest", "nullif"), pair(type)).map(([name, list]) => call(name, ...list)),
    ];
    return {
      boolean: fc.oneof(
        { maxDepth: 4 },
        fc.boolean().map((value) => literal(value, "boolean")),
        column("paid"),
        fc.tuple(fc.constantFrom("and", "or"), pair("boolean")).map(([operator, sides]) => binary(operator)(sides)),
        tie("boolean").map((operand): Expression => ({ kind: "unary", operator: "not", operand, at })),
        fc
          .tuple(
            fc.constantFrom("=", "<>", "<", "<=", ">", ">="),
            fc.oneof(
              pair("integer"),
              pair("decimal"),
              pair("text"),
              pair("date"),
              pair("timestamp"),
              fc.tuple(tie("date"), tie("timestamp")),
            ),
          )
          .map(([operator, sides]) => binary(operator)(sides)),
        fc
          .tuple(
            fc.boolean(),
            fc.nat(1),
            alike((list) => ({ kind: "in", operand: list[0], list: list.slice(1), negated: false, at })),
          )
          .map(([negated, drop, made]) => (made.kind === "in" ? { ...made, negated, list: made.list.slice(drop) } : made)),
        fc
          .tuple(
            fc.boolean(),
            alike(([operand, low, high]) => ({ kind: "between", operand, low, high, negated: false, at })),
          )
          .map(([negated, made]) => ({ ...made, negated }) as Expression),
        fc
          .tuple(tie("text"), text, fc.boolean())
          .map(([operand, pattern, negated]): Expression => ({ kind: "like", operand, pattern, negated, at })),
        fc.tuple(any, fc.boolean()).map(([operand, negated]): Expression => ({ kind: "is-null", operand, negated, at })),
      ),
      integer: fc.oneof(
        { maxDepth: 4 },
        whole.map((value) => number(String(value), "integer")),
        column("quantity", "end", 'a"b'),
        tie("text").map((argument) => call("length", argument)),
        fc
          .tuple(fc.constantFrom("year", "quarter", "month", "day"), fc.oneof(tie("date"), tie("timestamp")))
          .map(([name, argument]) => call(name, argument)),
        fc.tuple(fc.constantFrom("abs", "round", "floor", "ceil"), tie("integer")).map(([name, argument]) => call(name, argument)),
        pair("date").map(binary("-")),
        ...(all
          ? [
              fc.tuple(fc.constantFrom("+", "-", "*", "%"), pair("integer")).map(([operator, sides]) => binary(operator)(sides)),
              tie("integer").map((operand): Expression => ({ kind: "unary", operator: "-", operand, at })),
              fc
                .oneof(tie("text"), tie("decimal"), tie("boolean"))
                .map((operand): Expression => ({ kind: "cast", operand, to: "integer", at })),
              ...shared("integer"),
            ]
          : [
              fc
                .tuple(fc.constantFrom("+", "-", "*"), fc.tuple(column("quantity", "end"), column("quantity", 'a"b')))
                .map(([operator, sides]) => binary(operator)(sides)),
              ...shared("integer"),
            ]),
      ),
      decimal: fc.oneof(
        { maxDepth: 4 },
        fc.tuple(whole, fc.constantFrom("0", "5", "25", "750")).map(([units, fraction]) => number(`${units}.${fraction}`, "decimal")),
        column("amount"),
        tie("decimal").map((operand): Expression => ({ kind: "unary", operator: "-", operand, at })),
        fc.tuple(fc.constantFrom("abs", "floor", "ceil", "round"), column("amount")).map(([name, argument]) => call(name, argument)),
        ...(all
          ? [
              fc.tuple(fc.constantFrom("+", "-", "*", "%"), pair("decimal")).map(([operator, sides]) => binary(operator)(sides)),
              fc.tuple(tie("decimal"), fc.nat(15)).map(([x, places]) => call("round", x, number(String(places), "integer"))),
              tie("text").map((operand): Expression => ({ kind: "cast", operand, to: "decimal", at })),
            ]
          : [
              fc
                .tuple(fc.constantFrom("+", "-"), fc.tuple(column("amount"), column("amount")))
                .map(([operator, sides]) => binary(operator)(sides)),
            ]),
        ...shared("decimal"),
      ),
      text: fc.oneof(
        { maxDepth: 4 },
        text.map((value) => literal(value, "text")),
        column("status", "Naam van klant"),
        pair("text").map(binary("||")),
        tie("text").map((argument) => call("trim", argument)),
        fc
          .tuple(tie("text"), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
          .map(([argument, start, length]) =>
            call("substr", argument, number(String(start), "integer"), number(String(length), "integer")),
          ),
        ...(all
          ? [
              fc.tuple(fc.constantFrom("lower", "upper"), tie("text")).map(([name, argument]) => call(name, argument)),
              any.map((operand): Expression => ({ kind: "cast", operand, to: "text", at })),
            ]
          : []),
        ...shared("text"),
      ),
      date: fc.oneof(
        { maxDepth: 4 },
        day.map((value) => literal(value, "date")),
        column("ordered_on", "date"),
        fc
          .tuple(fc.constantFrom("+", "-"), column("ordered_on", "date"), whole)
          .map(([operator, left, days]) => binary(operator)([left, number(String(days), "integer")])),
        ...(all ? [fc.oneof(tie("timestamp"), tie("text")).map((operand): Expression => ({ kind: "cast", operand, to: "date", at }))] : []),
        ...shared("date"),
      ),
      timestamp: fc.oneof(
        { maxDepth: 3 },
        moment.map((value) => literal(value, "timestamp")),
        column("ordered_at"),
        ...shared("timestamp"),
      ),
    };
  });
}

/** The same expression with every offset at 0. */
export function withoutOffsets(expression: Expression): Expression {
  return JSON.parse(JSON.stringify(expression, (key, value: unknown) => (key === "at" ? at : value))) as Expression;
}
