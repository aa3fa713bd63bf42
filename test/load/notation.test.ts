import { expect, test } from "vitest";
import { catalogOf } from "../../src/engine/load/index.ts";
import { folder, frameworkOf, loading } from "./folder.ts";

/** Types, values and doubts of the columns of a text, fields set apart by tabs. */
async function read(lines: readonly string[], dataset: object = {}, settings: object = {}) {
  const described = { id: "a", file: "a.tsv", ...dataset };
  return loading(
    folder({ "a.tsv": lines.map((line) => `${line}\n`).join("") }),
    [described],
    async ({ result, warehouse, rows }) => {
      if (result.failures[0]) throw result.failures[0].error;
      const catalog = await catalogOf(warehouse, frameworkOf([described], settings), "9999-12-31");
      const cells = await rows(`SELECT * EXCLUDE ("$day", "$row") FROM data.a ORDER BY "$row"`);
      const types = Object.fromEntries(catalog.datasets.get("a")!.columns);
      return { types, cells, doubts: result.datasets[0]!.doubts.map(({ column, code }) => `${column ?? ""} ${code}`) };
    },
    settings,
  );
}

const numbers: [string, string[], number[]][] = [
  ["euros before, comma", ["€ 1.234,56", "€ 12,-", "€ -3,50", "-€ 3,50", "€1"], [1234.56, 12, -3.5, -3.5, 1]],
  ["euros behind", ["12,50 EUR", "0,99 €", "3 euro"], [12.5, 0.99, 3]],
  ["dollars", ["$1,234.56", "-$0.99", "($12.00)", "$ 5"], [1234.56, -0.99, -12, 5]],
  ["parentheses are less than nothing", ["(120)", "80"], [-120, 80]],
  ["a minus behind", ["120,50-", "80,00"], [-120.5, 80]],
  ["a long minus", ["−1,5", "2,25"], [-1.5, 2.25]],
  ["spaces between thousands", ["1 234,56", "12\u00A0345,00", "7"], [1234.56, 12345, 7]],
  ["apostrophes between thousands", ["1'234.50", "99.95"], [1234.5, 99.95]],
  ["percentages are fractions", ["12,5 %", "100%", "-3 %"], [0.125, 1, -0.03]],
  ["percentages with a point", ["12.5%", "0.25%"], [0.125, 0.0025]],
  ["points between thousands, twice", ["1.234.567", "12.000"], [1234567, 12000]],
];
test.each(numbers)("%s", async (_, values, wanted) => {
  const found = await read(["x\ty", ...values.map((value) => `${value}\tq`)]);
  expect(found).toMatchObject({ cells: wanted.map((one) => [one, "q"]), doubts: [] });
});

test.each([
  ["two kinds of money", ["€ 1", "$ 2"]],
  ["phone numbers", ["+31 6 12345678", "06-12345678"]],
  ["postcodes", ["1234 AB", "5678 CD"]],
  ["versions", ["1.2.3", "1.10"]],
  ["leading zeros", ["€ 007", "€ 12"]],
  ["parts of numbers", ["1.23.456", "2"]],
])("%s stay text", async (_, values) => {
  const found = await read(["x\ty", ...values.map((value) => `${value}\tq`)]);
  expect(found.types["x"]).toBe("text");
  expect(found.cells.map(([cell]) => cell)).toEqual(values);
});

const days: [string, string[], string[]][] = [
  [
    "named months, Dutch",
    ["31 dec 2025", "1 mei 2024", "3 maart 2025", "5 okt. 2025"],
    ["2025-12-31", "2024-05-01", "2025-03-03", "2025-10-05"],
  ],
  ["named months, English", ["Dec 31, 2025", "March 3 2025"], ["2025-12-31", "2025-03-03"]],
  ["named months with dashes", ["31-dec-2025", "01-Mrt-2025"], ["2025-12-31", "2025-03-01"]],
  ["weekdays", ["maandag 3 maart 2025", "wo 31 dec 2025"], ["2025-03-03", "2025-12-31"]],
  ["points", ["31.12.2025", "1.2.2026"], ["2025-12-31", "2026-02-01"]],
  ["dashes, month first", ["12-31-2025", "01-02-2026"], ["2025-12-31", "2026-01-02"]],
  ["with a time", ["31-12-2025 14:05", "01-02-2026 9:30:15"], ["2025-12-31T14:05:00", "2026-02-01T09:30:15"]],
  ["AM and PM", ["12/31/2025 2:05 PM", "1/2/2026 12:00 am"], ["2025-12-31T14:05:00", "2026-01-02T00:00:00"]],
  ["comma before the time", ["31-12-2025, 14:05", "1-2-2026, 9:30"], ["2025-12-31T14:05:00", "2026-02-01T09:30:00"]],
  ["named with a time", ["31 dec 2025 14:05", "1 jan 2026 09:00"], ["2025-12-31T14:05:00", "2026-01-01T09:00:00"]],
  ["no zeros", ["2025-1-5", "2025-12-31"], ["2025-01-05", "2025-12-31"]],
];
test.each(days)("days: %s", async (_, values, wanted) => {
  const found = await read(["x\ty", ...values.map((value) => `${value}\tq`)]);
  expect(found).toMatchObject({ cells: wanted.map((one) => [one, "q"]), doubts: [] });
});

test("numbers are days in the time column, and in columns of that name where the format says so", async () => {
  const one = async (value: string, name: string, time: boolean) => {
    const found = await read([`${name}\ty`, `${value}\tq`], time ? { time: name } : {});
    return [found.cells[0]![0], ...found.doubts];
  };
  expect(await one("1767225600", "x", true)).toEqual(["2026-01-01T01:00:00"]);
  expect(await one("1767225600123", "x", true)).toEqual(["2026-01-01T01:00:00.123"]);
  expect(await one("46022", "x", true)).toEqual(["2025-12-31"]);
  expect(await one("46022.5", "x", true)).toEqual(["2025-12-31T12:00:00"]);
  expect(await one("1767225600", "created_at", false)).toEqual([1767225600]);
  const declared = async (date: string, ...lines: string[]) => (await read(lines, { format: { date } })).cells;
  expect(await declared("epoch", "created_at\tx", "1767225600\t1767225600")).toEqual([["2026-01-01T01:00:00", 1767225600]]);
  expect(await declared("excel", "Einddatum\tend_date\tx", "46022\t46022\t46022")).toEqual([["2025-12-31", "2025-12-31", 46022]]);
  expect(await one("1767225600", "x", false)).toEqual([1767225600]);
  expect(await one("46022", "load_time", false)).toEqual([46022]);
});

test("what one column shows settles another", async () => {
  expect(await read(["a\tb", "1.234\t12,50", "2.500\t0,5"])).toMatchObject({
    cells: [
      [1234, 12.5],
      [2500, 0.5],
    ],
    doubts: [],
  });
  expect(await read(["a\tb", "1,234\t12.50", "2,500\t0.5"])).toMatchObject({
    cells: [
      [1234, 12.5],
      [2500, 0.5],
    ],
    doubts: [],
  });
  expect(await read(["a\tb", "03/04/2025\t12/31/2025"])).toMatchObject({ cells: [["2025-03-04", "2025-12-31"]], doubts: [] });
});

test("what nothing settles is doubted", async () => {
  expect((await read(["a\tb", "1.234\tx"])).doubts).toEqual(["a ambiguous-decimal"]);
  expect(await read(["a\tb", "€ 1.234\tx"])).toMatchObject({ cells: [[1234, "x"]], doubts: ["a ambiguous-decimal"] });
  expect((await read(["a\tb", "03-04-2025\tx"])).doubts).toEqual(["a ambiguous-date"]);
  expect((await read(["a\tb", "03-03-2025\tx"])).doubts).toEqual([]);
  expect((await read(["a\tb", "31-12-25\tx"])).doubts).toEqual(["a two-digit-year"]);
});

test("words for yes and no, where the format asks for them", async () => {
  const lines = ["a\tb\tc", "ja\tY\tja", "Nee\tN\tmisschien"];
  expect((await read(lines)).types).toEqual({ a: "text", b: "text", c: "text" });
  expect(await read(lines, { format: { booleans: true } })).toMatchObject({
    types: { a: "boolean", b: "boolean", c: "text" },
    cells: [
      [true, true, "ja"],
      [false, false, "misschien"],
    ],
  });
});
