import { describe, expect, test } from "vitest";
import { type Columns, condition, parse, print, sentence, type } from "../../src/expression/index.ts";

const columns: Columns = new Map([
  ["status", "text"],
  ["Naam", "text"],
  ["dubbel", "text"],
  ["Dubbel", "text"],
  ["quantity", "integer"],
  ["unit_price", "decimal"],
  ["ratio", "double"],
  ["paid", "boolean"],
  ["day", "date"],
  ["ordered_at", "timestamp"],
  ["known-revenue", "double"],
  ["caf\u00e9", "integer"],
]);

function typed(source: string) {
  const parsed = parse(source);
  if (!parsed.ok) throw new Error(`${source}: ${sentence(parsed.error, "en")}`);
  return type(parsed.value, columns);
}

describe("type", () => {
  test.each([
    ["status <> 'cancelled' and quantity * unit_price > 10", "boolean", "quantity status unit_price"],
    ["quantity * 2", "integer", "quantity"],
    ["quantity * unit_price - 1", "decimal", "quantity unit_price"],
    ["quantity + ratio", "double", "quantity ratio"],
    ["quantity / 2", "double", "quantity"],
    ["unit_price % 2", "decimal", "unit_price"],
    ["quantity + null", "integer", "quantity"],
    ['"KNOWN-revenue" / ratio', "double", "known-revenue ratio"],
    ["day + 30", "date", "day"],
    ["1 + day", "date", "day"],
    ["day - DATE '2025-01-01'", "integer", "day"],
    ["cast(ordered_at as date) - day", "integer", "day ordered_at"],
    ["naam || ' ' || status", "text", "Naam status"],
    ["cast(quantity as text) || status", "text", "quantity status"],
    ["case when paid then 1 else 2.5 end", "decimal", "paid"],
    ["case when paid then null end", "null", "paid"],
    ["coalesce(null, day, ordered_at)", "timestamp", "day ordered_at"],
    ["nullif(quantity, 0)", "integer", "quantity"],
    ["least(1, unit_price, ratio)", "double", "ratio unit_price"],
    ["round(unit_price, -2)", "decimal", "unit_price"],
    ["floor(ratio)", "double", "ratio"],
    ["length(trim(status)) > 0", "boolean", "status"],
    ["year(ordered_at) = 2025", "boolean", "ordered_at"],
    ["paid = true or not paid", "boolean", "paid"],
    ["quantity in (1, 2.5, null)", "boolean", "quantity"],
    ["day < ordered_at", "boolean", "day ordered_at"],
    ["cafe\u0301 > 1", "boolean", "caf\u00e9"],
  ])("%s is %s", (source, expected, names) => {
    expect(typed(source)).toMatchObject({ ok: true, value: { type: expected, columns: names.split(" ") } });
  });

  test.each([
    ["NAAM = 'x'", "Naam = 'x'"],
    ["dubbel = Dubbel", "dubbel = Dubbel"],
    ["day >= '2025-01-31'", "day >= date '2025-01-31'"],
    ["'2025-01-31' = day", "date '2025-01-31' = day"],
    ["ordered_at between '2025-01-31' and '2025-02-01T10:00'", "ordered_at between date '2025-01-31' and timestamp '2025-02-01 10:00:00'"],
    ["day in ('2025-01-31', null)", "day in (date '2025-01-31', null)"],
    ["coalesce(day, '2025-01-31')", "coalesce(day, date '2025-01-31')"],
    ["case when paid then day else '2025-01-31' end", "case when paid then day else date '2025-01-31' end"],
    ["case day when '2025-01-31' then 1 end", "case when day = date '2025-01-31' then 1 end"],
    ["month('2025-01-31')", "month(date '2025-01-31')"],
    ["status = '2025-01-31'", "status = '2025-01-31'"],
  ])("%s becomes %s", (source, expected) => {
    const outcome = typed(source);
    expect(outcome.ok && print(outcome.value.expression)).toBe(expected);
  });

  const operand = (hint: string, start: number, end: number, value?: string) => ({
    code: "wrong-operand",
    at: { start, end },
    params: { hint, ...(value !== undefined && { value }) },
  });
  test.each([
    ["statu = 'x'", { code: "unknown-column", at: { start: 0, end: 5 }, params: { name: "statu", suggestion: "status" } }],
    ["DUBBEL = 'x'", { code: "unknown-column", params: { candidates: "Dubbel, dubbel" } }],
    ['status = "open"', { code: "unknown-column", at: { start: 9, end: 15 }, params: { name: "open", quoted: "true" } }],
    ["__proto__ = 1", { code: "unknown-column", params: { name: "__proto__" } }],
    ["status = 5", operand("quote-value", 9, 10, "5")],
    ["status in ('a', -5)", operand("quote-value", 16, 18, "-5")],
    ["quantity = '5'", operand("unquote-value", 11, 14, "5")],
    ["quantity in (1, '2')", operand("unquote-value", 16, 19, "2")],
    ["status = quantity", operand("cast", 0, 17)],
    ["quantity = 'many'", operand("same-type", 0, 17)],
    ["paid = 'true'", operand("true-false", 0, 13)],
    ["paid = 1", operand("true-false", 0, 8)],
    ["status = null", operand("is-null", 0, 13)],
    ["null <> quantity", operand("is-null", 0, 16)],
    ["day = '2025-02-30'", operand("invalid-date", 6, 18, "2025-02-30")],
    ["day > '31-01-2025'", operand("invalid-date", 6, 18, "31-01-2025")],
    ["day = 20250131", operand("date", 0, 14)],
    ["day = status", operand("cast-to-date", 0, 12)],
    ["'2025-01-31' + 1", operand("date-literal", 0, 12, "2025-01-31")],
    ["day - '2025-01-31'", operand("date-literal", 6, 18, "2025-01-31")],
    ["day + 1.5", operand("whole-days", 0, 9)],
    ["day + day", operand("whole-days", 0, 9)],
    ["1 - day", operand("whole-days", 0, 7)],
    ["day * 2", operand("number", 0, 3)],
    ["ordered_at - ordered_at", operand("cast-to-date", 0, 23)],
    ["status + status", operand("concatenate", 0, 15)],
    ["status * 2", operand("cast", 0, 6)],
    ["'12' * 2", operand("unquote-value", 0, 4, "12")],
    ["paid + 1", operand("case-number", 0, 4)],
    ["-status", operand("cast", 1, 7)],
    ["status || quantity", operand("cast-to-text", 10, 18)],
    ["quantity like '1%'", operand("cast-to-text", 0, 8)],
    ["lower(quantity)", operand("cast-to-text", 6, 14)],
    ["quantity and paid", operand("condition", 0, 8)],
    ["not status", operand("condition", 4, 10)],
    ["case when quantity then 1 end", operand("condition", 10, 18)],
    ["case when paid then 1 else 'x' end", operand("same-type", 0, 34)],
    ["cast(paid as date)", operand("no-cast", 0, 18, "date")],
    ["year(quantity)", operand("date", 5, 13)],
    ["year(status)", operand("cast-to-date", 5, 11)],
    ["substr(status, 1.5)", operand("whole-number", 15, 18)],
    ["round(unit_price, quantity)", operand("places", 18, 26)],
    ["round(unit_price, 16)", operand("places", 18, 20)],
    ["round()", { code: "wrong-arguments", at: { start: 0, end: 7 }, params: { name: "round", given: "0", minimum: "1", maximum: "2" } }],
    ["nullif(1)", { code: "wrong-arguments", params: { given: "1", minimum: "2" } }],
    ["coalesce()", { code: "wrong-arguments", params: { given: "0", minimum: "1" } }],
  ])("%s is refused, and where", (source, error) => {
    expect(typed(source)).toMatchObject({ ok: false, error });
  });

  test.each(["quantity", "status", "null", "day"])("%s is no condition", (source) => {
    const parsed = parse(source);
    expect(parsed.ok && condition(parsed.value, columns)).toMatchObject({
      ok: false,
      error: { code: "wrong-operand", params: { hint: "condition" } },
    });
  });

  test("what it gives is plain data", () => {
    const outcome = typed("day >= '2025-01-31' and NAAM like 'a%'");
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });
});
