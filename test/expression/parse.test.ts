import { describe, expect, test } from "vitest";
import { parse, print, references } from "../../src/expression/index.ts";

function canonical(source: string): string {
  const outcome = parse(source);
  return outcome.ok ? print(outcome.value) : JSON.stringify(outcome.error);
}

describe("parse", () => {
  test.each([
    ["status <> 'cancelled' AND quantity*unit_price > 10", "status <> 'cancelled' and quantity * unit_price > 10"],
    ["a != 1 or b == 2", "a <> 1 or b = 2"],
    ["1 + 2 * 3 - 4", "1 + 2 * 3 - 4"],
    ["(1 + 2) * 3", "(1 + 2) * 3"],
    ["1 - (2 - 3) - 4", "1 - (2 - 3) - 4"],
    ["8 / (4 / 2)", "8 / (4 / 2)"],
    ["-a * b", "-a * b"],
    ["-(a * b)", "-(a * b)"],
    ["- -5", "-(-5)"],
    ["+5 - +a", "5 - a"],
    ["a - -5", "a - -5"],
    ["a or b and not c = d", "a or b and not c = d"],
    ["(a or b) and (not c) = d", "(a or b) and (not c) = d"],
    ["not not a", "not not a"],
    ["a = b is null", "(a = b) is null"],
    ["not a is null", "not a is null"],
    ["a Is Not Null", "a is not null"],
    ["a between 1 and 2 and b", "a between 1 and 2 and b"],
    ["a NOT between -1 and 1 + 1", "a not between -1 and 1 + 1"],
    ["a in (1,2 , 3)", "a in (1, 2, 3)"],
    ["a not in ('x')", "a not in ('x')"],
    ["a not like '%''%'", "a not like '%''%'"],
    ["a || 'x' = 'bx'", "a || 'x' = 'bx'"],
    ["(a = b) = (c = d)", "(a = b) = (c = d)"],
    ["case when a then 1 when b then 2 else 3 end", "case when a then 1 when b then 2 else 3 end"],
    ["case a when 1 then 'x' when 2 then 'y' end", "case when a = 1 then 'x' when a = 2 then 'y' end"],
    ["CAST(a AS Integer)", "cast(a as integer)"],
    ["Round( a , 2 )", "round(a, 2)"],
    ["DATE '2025-01-31' + 30", "date '2025-01-31' + 30"],
    ["timestamp '2025-01-31T10:00'", "timestamp '2025-01-31 10:00:00'"],
    ["date > year", "date > year"],
    ['"date" > "select"', '"date" > "select"'],
    ['"known-revenue" / revenue', '"known-revenue" / revenue'],
    ['"a""b"', '"a""b"'],
    ["omzet_2025 + größe + Zahl$1 + 収益", "omzet_2025 + größe + Zahl$1 + 収益"],
    ["properties.revenue", "properties.revenue"],
    ["true and FALSE or Null is null", "true and false or null is null"],
    [".5 + 5. + 007 + 1E3 + 0.10", "0.5 + 5 + 7 + 1e3 + 0.10"],
    ["\n a\t+\u00a0b ", "a + b"],
  ])("%j reads as %s", (source, expected) => expect(canonical(source)).toBe(expected));

  test("numbers keep their digits and say how exact they are", () => {
    const numberTypes = ["1", "9007199254740993", "1.50", "1234567890123456789", "0.123456789012345678901234567890123456789", "1e3"].map(
      (digits) => {
        const outcome = parse(digits);
        return outcome.ok && outcome.value.kind === "literal" ? [outcome.value.digits, outcome.value.type] : outcome;
      },
    );
    expect(numberTypes).toEqual([
      ["1", "integer"],
      ["9007199254740993", "integer"],
      ["1.50", "decimal"],
      ["1234567890123456789", "decimal"],
      ["0.123456789012345678901234567890123456789", "double"],
      ["1e3", "double"],
    ]);
  });

  test("offsets cover what was typed, brackets included", () => {
    const outcome = parse(" (a + b) * round( c, 2 ) ");
    if (!outcome.ok || outcome.value.kind !== "binary") throw new Error("no product");
    expect(outcome.value.at).toEqual({ start: 1, end: 24 });
    expect(outcome.value.left.at).toEqual({ start: 2, end: 7 });
    expect(outcome.value.right.at).toEqual({ start: 11, end: 24 });
  });

  const syntax = (reason: string, start: number, end: number) => ({ code: "syntax", at: { start, end }, params: { reason } });
  test.each([
    ["", syntax("empty", 0, 0)],
    ["   ", syntax("empty", 3, 3)],
    ["1 +", syntax("operand-missing", 3, 3)],
    ["1 + )", syntax("operand-missing", 4, 5)],
    ["* 2", syntax("operand-missing", 0, 1)],
    ["()", syntax("operand-missing", 1, 2)],
    ["(1", syntax("token-missing", 2, 2)],
    ["a b", syntax("trailing", 2, 3)],
    ["a)", syntax("trailing", 1, 2)],
    ["paid adn open", { ...syntax("trailing", 5, 8), params: { reason: "trailing", found: "adn", suggestion: "and" } }],
    ["a in 1", syntax("token-missing", 5, 6)],
    ["a in ()", syntax("operand-missing", 6, 7)],
    ["a in (1, )", syntax("operand-missing", 9, 10)],
    ["a between 1", syntax("token-missing", 11, 11)],
    ["a like b", syntax("like-pattern", 7, 8)],
    ["a is 3", syntax("token-missing", 5, 6)],
    ["a not 3", syntax("token-missing", 6, 7)],
    ["1 < 2 < 3", syntax("chained-comparison", 6, 7)],
    ["a = b <> c", syntax("chained-comparison", 6, 8)],
    ["case end", syntax("reserved-word", 5, 8)],
    ["case a end", syntax("token-missing", 7, 10)],
    ["case when a then 1", syntax("token-missing", 18, 18)],
    ["end", syntax("reserved-word", 0, 3)],
    ["cast(a as int)", { ...syntax("cast-type", 10, 13), params: { reason: "cast-type", found: "int", suggestion: "integer" } }],
    ["cast(a)", syntax("token-missing", 6, 7)],
    ["'abc", syntax("unclosed-string", 0, 4)],
    ["a = 'b''", syntax("unclosed-string", 4, 8)],
    ['"abc', syntax("unclosed-name", 0, 4)],
    ['a + ""', syntax("empty-name", 4, 6)],
    ["12abc", syntax("number", 0, 5)],
    ["1e999", syntax("number", 0, 5)],
    ["$1", syntax("character", 0, 1)],
    ["a = ?", syntax("character", 4, 5)],
    ["a ^ 2", syntax("character", 2, 3)],
    ["👍", syntax("character", 0, 2)],
    ["a\0", syntax("character", 1, 2)],
    ["a = ‘x’", syntax("curly-quote", 4, 5)],
    ["a -- b", syntax("comment", 2, 4)],
    ["a /* b */", syntax("comment", 2, 4)],
    ["a; drop table x", syntax("semicolon", 1, 2)],
    ["(select 1)", syntax("subquery", 1, 7)],
    ["exists (select 1)", syntax("subquery", 0, 6)],
    ["DATE '2025-02-30'", syntax("date", 5, 17)],
    ["timestamp '2025-01-01 24:00'", syntax("timestamp", 10, 28)],
    ["a + sum(b)", { code: "unknown-function", at: { start: 4, end: 7 }, params: { name: "sum", over: "rows" } }],
    ["count(*)", { code: "unknown-function", at: { start: 0, end: 5 }, params: { name: "count", over: "rows" } }],
    ["rond(a)", { code: "unknown-function", at: { start: 0, end: 4 }, params: { name: "rond", suggestion: "round" } }],
    ["NVL(a, 0)", { code: "unknown-function", at: { start: 0, end: 3 }, params: { name: "NVL", suggestion: "coalesce" } }],
    ["xp_cmdshell('dir')", { code: "unknown-function", at: { start: 0, end: 11 }, params: { name: "xp_cmdshell" } }],
    ["constructor(1)", { code: "unknown-function", at: { start: 0, end: 11 }, params: { name: "constructor" } }],
  ])("%j is refused, and where", (source, error) => {
    const outcome = parse(source);
    expect(outcome).toMatchObject({ ok: false, error });
  });

  test.each([
    ["brackets", "(".repeat(5000) + "1" + ")".repeat(5000)],
    ["minuses", "- ".repeat(5000) + "1"],
    ["nots", "not ".repeat(4000) + "true"],
    ["a long sum", `1${" + 1".repeat(300)}`],
    ["calls", "abs(".repeat(3000) + "1" + ")".repeat(3000)],
    ["cases inside cases", "case ".repeat(150) + "1" + " when 1 then 1 when 2 then 2 end".repeat(150)],
    ["a long text", `'${"x".repeat(20_000)}'`],
  ])("%s: too deep, not out of stack", (_, source) => {
    expect(parse(source)).toMatchObject({ ok: false, error: { code: "too-deep" } });
  });

  test("a long list and 200 terms are fine", () => {
    expect(canonical(`a in (${Array.from({ length: 3000 }, (_, index) => index).join(", ")})`)).toContain("2999");
    expect(canonical(`1${" + 1".repeat(198)}`)).toBe(`1${" + 1".repeat(198)}`);
  });
});

describe("texts and names survive", () => {
  const corpus = [
    "",
    "'",
    "''",
    "'''",
    '"',
    "it's",
    "\\",
    "\\'",
    "\\n",
    "$1",
    "$$",
    "?",
    ":name",
    "%",
    "_",
    "--",
    "/* */",
    "; drop table orders; --",
    "\0",
    "a\0b",
    "\n\r\t",
    "\u2028",
    "\u200b",
    "\ufeff",
    "‘’“”",
    "👩‍👩‍👧",
    "\ud800",
    "e\u0301",
    "ﷺ",
    "null",
    "{{x}}",
    "${x}",
    "<script>",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "' or '1'='1",
  ];

  test.each(corpus)("%j as text and as pattern", (text) => {
    const quoted = `'${text.replaceAll("'", "''")}'`;
    for (const source of [quoted, `a like ${quoted}`, `a in (${quoted}, ${quoted})`]) expect(canonical(source)).toBe(source);
    expect(parse(quoted)).toMatchObject({ ok: true, value: { kind: "literal", value: text, type: "text" } });
  });

  test.each(corpus.filter((text) => text !== ""))("%j as a name", (text) => {
    const quoted = `"${text.replaceAll('"', '""')}"`;
    expect(canonical(`${quoted} + 1`)).toBe(`${quoted} + 1`);
    const outcome = parse(quoted);
    expect(outcome.ok && references(outcome.value)).toEqual([text]);
  });
});

test("references are sorted, each once", () => {
  const outcome = parse(
    `case when b in (a, "x-y") then coalesce(b, c) else cast(d as text) end between e and -f or g like 'h' or not i is null`,
  );
  expect(outcome.ok && references(outcome.value)).toEqual(["a", "b", "c", "d", "e", "f", "g", "i", "x-y"]);
});
