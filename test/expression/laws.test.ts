import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  condition,
  evaluate,
  type Expression,
  parse,
  print,
  references,
  sentence,
  suggest,
  type,
  typeOf,
} from "../../src/expression/index.ts";
import { columns, grammar, row, withoutOffsets } from "./grammar.ts";

const { boolean, integer, decimal, text, date, timestamp } = grammar("all");
const typed = fc.oneof(
  ...(
    [
      ["boolean", boolean],
      ["integer", integer],
      ["decimal", decimal],
      ["text", text],
      ["date", date],
      ["timestamp", timestamp],
    ] as const
  ).map(([name, arbitrary]) => arbitrary.map((expression) => ({ expression, name }))),
);

function read(source: string): Expression {
  const outcome = parse(source);
  if (!outcome.ok) throw new Error(`${source}: ${sentence(outcome.error, "en")}`);
  return outcome.value;
}

describe("laws of expressions", () => {
  test("reading what is printed gives the same expression", () => {
    fc.assert(
      fc.property(typed, ({ expression }) => {
        const printed = print(expression);
        expect(withoutOffsets(read(printed))).toEqual(expression);
        expect(print(read(printed))).toBe(printed);
      }),
      { numRuns: 3000 },
    );
  });

  test("layout, capitals of keywords and extra brackets change nothing", () => {
    fc.assert(
      fc.property(typed, ({ expression }) => {
        const printed = print(expression);
        expect(print(read(`( (\n\t${printed}\u00a0) )`))).toBe(printed);
      }),
    );
  });

  test("every expression has the type it was made for, also when typed again, and of its own columns only", () => {
    fc.assert(
      fc.property(typed, ({ expression, name }) => {
        const outcome = type(expression, columns);
        if (!outcome.ok) throw new Error(`${print(expression)}: ${sentence(outcome.error, "en")}`);
        expect(outcome.value.type).toBe(name);
        expect(type(outcome.value.expression, columns)).toEqual(outcome);
        expect(typeOf(outcome.value.expression, columns)).toBe(name);
        expect(outcome.value.columns).toEqual(references(outcome.value.expression));
        expect(condition(expression, columns).ok).toBe(name === "boolean");
      }),
      { numRuns: 2000 },
    );
  });

  test("its value is null or of that type, and never NaN or infinite", () => {
    const javascript = { boolean: "boolean", integer: "number", decimal: "number", text: "string", date: "string", timestamp: "string" };
    fc.assert(
      fc.property(typed, row, ({ expression, name }, values) => {
        const value = evaluate(expression, values);
        if (value !== null) expect(typeof value).toBe(javascript[name]);
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
        if (name === "integer" && typeof value === "number") expect(Number.isInteger(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("not, and and or follow De Morgan, unknowns included", () => {
    fc.assert(
      fc.property(boolean, boolean, row, (left, right, values) => {
        const [a, b] = [print(left), print(right)];
        expect(evaluate(read(`not ((${a}) and (${b}))`), values)).toBe(evaluate(read(`not (${a}) or not (${b})`), values));
        expect(evaluate(read(`not not (${a})`), values)).toBe(evaluate(left, values));
      }),
    );
  });

  test("no text makes the parser throw, and every error has offsets inside the text and two sentences without blanks", () => {
    const pieces = fc.constantFrom(
      "(",
      ")",
      ",",
      "'",
      '"',
      "-",
      "--",
      "/*",
      ";",
      "$1",
      "\\",
      "\0",
      "and",
      "or",
      "not",
      "in",
      "between",
      "like",
      "is",
      "null",
      "case",
      "when",
      "then",
      "else",
      "end",
      "cast",
      "as",
      "date",
      "sum",
      "round",
      "amount",
      "paid",
      "status",
      "'x'",
      "1",
      "1.5",
      "+",
      "*",
      "/",
      "%",
      "=",
      "<",
      "||",
      " ",
      "é",
      "👍",
    );
    const source = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(pieces, { maxLength: 25 }).map((words) => words.join(" ")),
      fc.array(pieces, { maxLength: 25 }).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(source, (typedText) => {
        const parsed = parse(typedText);
        const outcome = parsed.ok ? type(parsed.value, columns) : parsed;
        if (outcome.ok) return;
        const { at } = outcome.error;
        expect(0 <= at.start && at.start <= at.end && at.end <= typedText.length).toBe(true);
        for (const language of ["nl", "en"] as const) {
          const words = sentence(outcome.error, language);
          expect(words).not.toMatch(
            /\{(?:name|found|left|right|value|operator|suggestion|wanted|given|height|length|expected|types|functions|candidates)\}|undefined/,
          );
          expect(words.length).toBeGreaterThan(20);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test("a suggestion is one of the candidates, whatever their order", () => {
    const words = fc.array(fc.string({ maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), words, (word, candidates) => {
        const found = suggest(word, candidates);
        expect(found === null || candidates.includes(found)).toBe(true);
        expect(suggest(word, candidates.toReversed())).toBe(found);
      }),
    );
  });
});
