import { describe, expect, test } from "vitest";
import { catalogOf, loadedDatasets } from "../../src/engine/load/index.ts";
import { failureOf, folder, frameworkOf, loading } from "./folder.ts";

describe("key", () => {
  const files = { "a-1.csv": "id,n\n1,a\n2,b\n,x\n", "a-2.csv": "id,n\n1,a\n2,c\n,x\n3,d\n" };

  test("the last read wins, a null key never merges", async () => {
    await loading(folder(files), [{ id: "a", file: "a-*.csv", key: "ID" }], async ({ file, rows }) => {
      expect(await rows(`SELECT id, n FROM data.a ORDER BY "$row"`)).toEqual([
        [null, "x"],
        [1, "a"],
        [2, "c"],
        [null, "x"],
        [3, "d"],
      ]);
      expect(file).toMatchObject({ rows: 5, duplicates: { identical: 1, differing: 1 } });
    });
  });

  test("all: of equal rows one is kept", async () => {
    await loading(folder(files), [{ id: "a", file: "a-*.csv", key: "all" }], async ({ file }) => {
      expect(file).toMatchObject({ rows: 5, duplicates: { identical: 2, differing: 0 } });
    });
  });

  test("without a key equal rows are kept and counted", async () => {
    await loading(folder(files), [{ id: "a", file: "a-*.csv" }], async ({ file }) => {
      expect(file).toMatchObject({ rows: 7, duplicates: { identical: 2, differing: 0 } });
    });
  });

  test("a key of several columns, equal as values and not as text", async () => {
    await loading(
      folder({ "a.csv": "a,b,c\n1.0,x,1\n1.00,x,2\n1,y,3\n" }),
      [{ id: "a", file: "a.csv", key: ["a", "b"] }],
      async ({ file, rows }) => {
        expect(await rows(`SELECT c FROM data.a ORDER BY "$row"`)).toEqual([[2], [3]]);
        expect(file.duplicates).toEqual({ identical: 0, differing: 1 });
      },
    );
  });

  test("the key comes before where: a later cancellation removes the order", async () => {
    await loading(
      folder({ "a.csv": "id,s\n1,paid\n1,cancelled\n" }),
      [{ id: "a", file: "a.csv", key: "id", where: "s <> 'cancelled'" }],
      async ({ file }) => {
        expect(file.rows).toBe(0);
      },
    );
  });
});

describe("computed columns and where", () => {
  test("a computed column may use the ones before it; money stays exact and narrow", async () => {
    const dataset = {
      id: "a",
      file: "a.csv",
      columns: { revenue: "quantity * price", net: "revenue / 1.21", 'naam "x"': "upper(s) || '''; drop'" },
      where: "Revenue > 0",
    };
    await loading(folder({ "a.csv": "quantity,price,s\n3,0.10,a\n2,1.005,b\n0,5,c\n,1,d\n" }), [dataset], async ({ rows, result }) => {
      expect(result.failures).toEqual([]);
      expect(await rows(`SELECT revenue, "naam ""x""" FROM data.a ORDER BY "$row"`)).toEqual([
        [0.3, "A'; drop"],
        [2.01, "B'; drop"],
      ]);
      expect(await rows("SELECT data_type FROM duckdb_columns() WHERE table_name = 'a' AND column_name = 'revenue'")).toEqual([
        ["DECIMAL(18,3)"],
      ]);
    });
  });

  test.each([
    ["a name that is taken", { columns: { N: "n + 1" } }, "column-taken"],
    ["the warehouse's own name", { columns: { $Day: "n + 1" } }, "column-taken"],
    ["a broken expression", { columns: { m: "n +" } }, "broken-expression"],
    ["an unknown column", { columns: { m: "q + 1" } }, "broken-expression"],
    ["SQL in where", { where: "n = 1; DROP TABLE x" }, "broken-expression"],
    ["a where that is no condition", { where: "n" }, "broken-expression"],
    ["an unknown key", { key: "idd" }, "unknown-column"],
    ["an unknown time", { time: "tijd" }, "unknown-column"],
    ["an unknown customer", { customer: "klant" }, "unknown-column"],
  ])("%s", async (_, dataset, code) => {
    expect((await failureOf(folder({ "a.csv": "id,n\n1,2\n" }), { id: "a", file: "a.csv", ...dataset })).code).toBe(code);
  });

  test("numbers too large to compute exactly", async () => {
    expect(
      (await failureOf(folder({ "a.csv": "n\n9223372036854775807\n" }), { id: "a", file: "a.csv", columns: { m: "n * n" } })).code,
    ).toBe("overflow");
  });
});

describe("time", () => {
  test("a value that is no date is named with its file and line", async () => {
    const directory = folder({ "a.csv": 'id,at\n1,2026-01-01\n2,"2026-01-02"\n3,"gisteren"\n4,2026-13-01\n' });
    const error = await failureOf(directory, { id: "a", file: "a.csv", time: "at" });
    expect(error.code).toBe("value-not-a-day");
    expect(error.params).toMatchObject({ column: "at", value: "gisteren", file: "a.csv", line: 4 });
  });

  test("the line is right after values over several lines and rejected lines", async () => {
    const directory = folder({ "a.csv": 'id,note,at\n1,"two\nlines",2026-01-01\n2,x,2026-01-01,extra\n3,x,morgen\n' });
    expect((await failureOf(directory, { id: "a", file: "a.csv", time: "at" })).params).toMatchObject({ value: "morgen", line: 5 });
  });

  test("a computed time; one that is a number", async () => {
    const directory = folder({ "a.csv": "y\n2026-01-31\n" });
    await loading(directory, [{ id: "a", file: "a.csv", time: "at", columns: { at: "cast(y as date)" } }], async ({ file }) =>
      expect(file.from).toBe("2026-01-31"),
    );
    expect((await failureOf(directory, { id: "a", file: "a.csv", time: "at", columns: { at: "year(y)" } })).code).toBe("time-not-a-day");
  });

  test("rows without a time are kept and doubted", async () => {
    await loading(folder({ "a.csv": "at,n\n2026-01-31,1\n,2\n" }), [{ id: "a", file: "a.csv", time: "at" }], async ({ file }) => {
      expect(file).toMatchObject({
        rows: 2,
        from: "2026-01-31",
        to: "2026-01-31",
        doubts: [{ column: "at", code: "null-time", count: 1 }],
      });
    });
  });

  test("the catalogue shows what exists as of a day", async () => {
    const datasets = [
      { id: "a", file: "a.csv", time: "at", completeThrough: "2026-02-15" },
      { id: "b", file: "b.csv" },
      { id: "c", file: "none.csv" },
    ];
    const directory = folder({ "a.csv": "at\n2026-01-01\n2026-01-20 23:59\n2026-02-03\n", "b.csv": "x\n1\n" });
    await loading(directory, datasets, async ({ warehouse, result }) => {
      expect(result.failures.map(({ id, error }) => [id, error.code])).toEqual([["c", "no-file"]]);
      const framework = frameworkOf(datasets);
      const january = await catalogOf(warehouse, framework, "2026-01-31");
      expect(january.datasets.get("a")).toMatchObject({ first: "2026-01-01", last: "2026-01-20", watermark: "2026-02-15", hasTime: true });
      expect((await catalogOf(warehouse, framework, "2026-12-31")).datasets.get("a")).toMatchObject({ last: "2026-02-03" });
      expect((await catalogOf(warehouse, framework, "2025-12-31")).datasets.get("a")).toMatchObject({ first: null, last: null });
      expect(january.datasets.get("b")).toMatchObject({ first: null, last: null, watermark: null, hasTime: false });
      expect(january.datasets.has("c")).toBe(false);
      expect((await loadedDatasets(warehouse)).map(({ id, rows }) => [id, rows])).toEqual([
        ["a", 3],
        ["b", 1],
      ]);
    });
  });
});
