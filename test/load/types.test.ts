import { describe, expect, test } from "vitest";
import { catalogOf } from "../../src/engine/load/index.ts";
import { folder, frameworkOf, loading } from "./folder.ts";

/** The type that a column with these values gets, and its values. */
async function typeOf(values: readonly string[], dataset: object = {}, settings: object = {}) {
  const quoted = values.map((value) => `"${value.replaceAll('"', '""')}"\n`).join("");
  const directory = folder({ "a.csv": `x,y\n${quoted.replaceAll("\n", ",1\n")}` });
  const described = { id: "a", file: "a.csv", ...dataset };
  return loading(
    directory,
    [described],
    async ({ result, warehouse, rows }) => {
      if (result.failures[0]) throw result.failures[0].error;
      const catalog = await catalogOf(warehouse, frameworkOf([described], settings), "9999-12-31");
      const cells = (await rows(`SELECT x FROM data.a ORDER BY "$row"`)).map(([cell]) => cell);
      const physical = (await rows("SELECT data_type FROM duckdb_columns() WHERE table_name = 'a' AND column_name = 'x'"))[0]![0];
      return { type: catalog.datasets.get("a")!.columns.get("x"), physical, cells, doubts: result.datasets[0]!.doubts };
    },
    settings,
  );
}

describe("a column has a type only where all of its values are written so", () => {
  const cases: [string, string[], string, unknown[]][] = [
    ["whole numbers", ["1", "-20", "0"], "integer", [1, -20, 0]],
    ["leading zeros stay text", ["00123", "7"], "text", ["00123", "7"]],
    ["a plus sign stays text", ["+31", "7"], "text", ["+31", "7"]],
    ["short decimals", ["1.5", "2", ".25", ""], "decimal", [1.5, 2, 0.25, null]],
    ["more than six decimals", ["0.1234567", "1"], "double", [0.1234567, 1]],
    [
      "the digits that a double is written with",
      ["0.012345678901234567", "98765.4321012345678"],
      "double",
      [Number("0.012345678901234567"), Number("98765.4321012345678")],
    ],
    ["exponents", ["1e3", "2.5"], "double", [1000, 2.5]],
    ["ids with a point keep their digits", ["1594573563.1687374912"], "text", ["1594573563.1687374912"]],
    ["ids too long for a number", ["123456789012345678901234"], "text", ["123456789012345678901234"]],
    ["words for nothing", ["12", "N/A", " ", "n.v.t.", "-", "NULL"], "integer", [12, null, null, null, null, null]],
    ["text keeps them", ["abc", "N/A", " ", "-", ""], "text", ["abc", "N/A", " ", "-", null]],
    ["true and false", ["true", "FALSE", ""], "boolean", [true, false, null]],
    ["yes and no stay text", ["yes", "no"], "text", ["yes", "no"]],
    ["days", ["2026-01-31", "2024-02-29"], "date", ["2026-01-31", "2024-02-29"]],
    ["a day that does not exist", ["2026-02-30", "2026-01-01"], "text", ["2026-02-30", "2026-01-01"]],
    ["moments", ["2026-01-31 10:00", "2026-01-31T10:00:00.5"], "timestamp", ["2026-01-31T10:00:00", "2026-01-31T10:00:00.5"]],
    ["days and moments", ["2026-01-31", "2026-01-31 10:00:05"], "timestamp", ["2026-01-31T00:00:00", "2026-01-31T10:00:05"]],
    ["Dutch days", ["31-01-2026", "1-2-2026"], "date", ["2026-01-31", "2026-02-01"]],
    ["Dutch moments", ["31-01-2026 9:30", "1-2-2026 10:00:01"], "timestamp", ["2026-01-31T09:30:00", "2026-02-01T10:00:01"]],
    ["month first, shown by one value", ["01/02/2026", "01/31/2026"], "date", ["2026-01-02", "2026-01-31"]],
    ["decimal commas", ["1.234,56", "0,5", "12"], "decimal", [1234.56, 0.5, 12]],
    ["thousands with commas", ["1,234.56", "0.5"], "decimal", [1234.56, 0.5]],
    ["hexadecimal is no number", ["0x10", "1_000"], "text", ["0x10", "1_000"]],
    ["infinity is no number", ["inf", "1.5"], "text", ["inf", "1.5"]],
  ];
  test.each(cases)("%s", async (_, values, type, cells) => {
    const found = await typeOf(values);
    expect({ type: found.type, cells: found.cells }).toEqual({ type, cells });
  });

  test("the narrowest decimal that holds all", async () => {
    expect((await typeOf(["1.5", "2.25", "100"])).physical).toBe("DECIMAL(18,2)");
    expect((await typeOf(["1.50", "2.0"])).physical).toBe("DECIMAL(18,1)");
    expect((await typeOf(["12345678901234567890.25"])).physical).toBe("DECIMAL(38,2)");
  });

  test("days and months that cannot be told apart are doubted, day first in a Dutch workspace", async () => {
    const dutch = await typeOf(["03/04/2026"]);
    expect(dutch.cells).toEqual(["2026-04-03"]);
    expect(dutch.doubts).toEqual([{ column: "x", code: "ambiguous-date", count: 1 }]);
    expect((await typeOf(["03/04/2026"], {}, { language: "en" })).cells).toEqual(["2026-03-04"]);
  });

  test("1,234 alone may be a thousand or a little more than one: text, with a doubt, until the format says", async () => {
    const found = await typeOf(["1,234", "5,678"]);
    expect(found.type).toBe("text");
    expect(found.doubts).toEqual([{ column: "x", code: "ambiguous-decimal", count: 2 }]);
    expect((await typeOf(["1,234", "5,678"], { format: { decimal: "," } })).cells).toEqual([1.234, 5.678]);
  });

  test("digits alone are a day only in the time column", async () => {
    expect((await typeOf(["20260131"])).type).toBe("integer");
    expect((await typeOf(["20260131"], { time: "x" })).cells).toEqual(["2026-01-31"]);
  });

  test("the declared date format", async () => {
    expect((await typeOf(["31 jan 2026", "1 feb 2026"], { format: { date: "%d %b %Y" } })).cells).toEqual(["2026-01-31", "2026-02-01"]);
    expect((await typeOf(["31.01.2026 23:59"], { format: { date: "%d.%m.%Y %H:%M" } })).cells).toEqual(["2026-01-31T23:59:00"]);
  });

  test("a value far behind the first rows decides too", async () => {
    const values = Array.from({ length: 3000 }, (_, index) => String(index));
    expect((await typeOf([...values, "x"])).type).toBe("text");
    expect((await typeOf([...values, "0.5"])).type).toBe("decimal");
    expect((await typeOf([...Array.from({ length: 3000 }, () => ""), "7"])).type).toBe("integer");
  });
});

describe("time zones", () => {
  test("a zone is converted to the workspace's, without one a time is never shifted", async () => {
    const values = ["2026-01-01T23:30:00Z", "2026-07-01T12:00+00:00", "2026-01-01 12:00:00", "2026-01-01 12:00:00 +0530"];
    expect((await typeOf(values)).cells).toEqual([
      "2026-01-02T00:30:00",
      "2026-07-01T14:00:00",
      "2026-01-01T12:00:00",
      "2026-01-01T07:30:00",
    ]);
    expect((await typeOf(["2026-01-01 12:00:00"], { format: { timezone: "America/New_York" } })).cells).toEqual(["2026-01-01T12:00:00"]);
  });

  test("a skipped local time moves forward an hour, a double one is the first; both are counted", async () => {
    const found = await typeOf(["2026-03-29 02:30:00", "2026-10-25 02:30:00", "2026-03-29 01:59:59", "2026-03-29 03:00:00"]);
    expect(found.cells).toEqual(["2026-03-29T03:30:00", "2026-10-25T02:30:00", "2026-03-29T01:59:59", "2026-03-29T03:00:00"]);
    expect(found.doubts).toEqual([
      { column: "x", code: "dst-fold", count: 1 },
      { column: "x", code: "dst-gap", count: 1 },
    ]);
  });

  test("the clock that counts is the dataset's own", async () => {
    const found = await typeOf(["2026-03-08 02:30:00", "2026-03-29 02:30:00"], { format: { timezone: "America/New_York" } });
    expect(found.cells).toEqual(["2026-03-08T03:30:00", "2026-03-29T02:30:00"]);
    expect((await typeOf(["2026-03-29 02:30:00"], {}, { timezone: "UTC" })).doubts).toEqual([]);
  });
});
