import { describe, expect, test } from "vitest";
import { parse, sentence, slip, suggest, type } from "../../src/expression/index.ts";

describe("suggest", () => {
  const known = ["revenue", "orders", "customer_id", "unit_price", "id", "aov"];
  test.each([
    ["revenu", "revenue"],
    ["reveune", "revenue"],
    ["REVENUE", "revenue"],
    ["customer-id", "customer_id"],
    ["customerid", "customer_id"],
    ["oders", "orders"],
    ["ids", "id"],
    ["xx", null],
    ["margin", null],
    ["", null],
    ["r".repeat(100_000), null],
  ])("%j: %s", (word, expected) => expect(suggest(word, known)).toBe(expected));

  test("of equally near ones the first by code unit", () => {
    expect(suggest("costx", ["costz", "costy"])).toBe("costy");
    expect(suggest("cost", [])).toBeNull();
  });
});

describe("sentence", () => {
  const columns = new Map([["status", "text" as const]]);
  test.each([
    ["statu = 'x'", "De kolom “statu” bestaat niet. Bedoel je “status”?", "There is no column “statu”. Do you mean “status”?"],
    ["status = 5", "Hier hoort tekst. Zet de waarde tussen aanhalingstekens: '5'.", "Text belongs here. Put the value in quotes: '5'."],
    ["1 +", "Hier hoort een kolom of een waarde, maar daar staat niets meer.", "A column or a value belongs here, but there is nothing."],
    [
      '"$&" = 1',
      "De kolom “$&” bestaat niet. Bedoel je tekst, gebruik dan enkele aanhalingstekens: '$&'.",
      "There is no column “$&”. If you mean text, use single quotes: '$&'.",
    ],
    [
      "round(1, 2, 3)",
      "“round” vraagt 1 of 2 waarden tussen de haakjes en krijgt er 3. Vul ze aan of haal er weg.",
      "“round” takes 1 or 2 values between its brackets and gets 3. Add some or take some away.",
    ],
    [
      `"${"x".repeat(500)}\u001b[31m" = 1`,
      `De kolom “${"x".repeat(59)}…” bestaat niet. Bedoel je tekst, gebruik dan enkele aanhalingstekens: '${"x".repeat(59)}…'.`,
      `There is no column “${"x".repeat(59)}…”. If you mean text, use single quotes: '${"x".repeat(59)}…'.`,
    ],
    [
      "a = \u001b[31m",
      "Het teken “\ufffd” hoort niet in een expressie. Haal het weg; tekst hoort tussen ' en '.",
      "The character “\ufffd” does not belong in an expression. Take it away; text goes between ' and '.",
    ],
  ])("%s says what is wrong and what to do", (source, nl, en) => {
    const parsed = parse(source);
    const outcome = parsed.ok ? type(parsed.value, columns) : parsed;
    if (outcome.ok) throw new Error("no error");
    expect([sentence(outcome.error, "nl"), sentence(outcome.error, "en")]).toEqual([nl, en]);
  });
});

describe("a slip of the pen", () => {
  test.each([
    ["taget", "target"],
    ["form", "from"],
    ["Owner", "owner"],
    ["quarterley", "quarterly"],
  ])("%s is %s", (word, meant) => {
    expect(slip(word, ["target", "from", "owner", "quarterly", "to"])).toBe(meant);
  });

  test.each([
    ["two edits", "trgat", ["target"]],
    ["two candidates", "sale", ["sales", "scale"]],
    ["a digit", "q3-sales", ["q4-sales"]],
    ["a digit more", "plan-1", ["plan-10"]],
    ["words too short to tell", "on", ["of", "no"]],
    ["itself", "target", ["target"]],
    ["a word longer than any", "a".repeat(101), ["a".repeat(100)]],
  ])("%s is none", (_, word, candidates) => {
    expect(slip(word, candidates)).toBeNull();
  });
});
