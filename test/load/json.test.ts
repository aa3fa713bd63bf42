import { describe, expect, test } from "vitest";
import { failureOf, folder, loading } from "./folder.ts";

describe("JSON", () => {
  test("a list of objects: flattened one level, deeper stays JSON, types are found", async () => {
    const content = JSON.stringify([
      {
        id: "007",
        n: 1,
        price: 1.5,
        at: "2026-01-31T10:00:00",
        who: { name: "Jan", place: { city: "Utrecht" } },
        tags: ["a", "b"],
        ok: true,
      },
      { id: "008", n: 2, price: 2, at: "2026-02-01T10:00:00", who: null, tags: [], ok: false, late: "x" },
    ]);
    await loading(folder({ "a.json": content }), [{ id: "a", file: "a.json", time: "at" }], async ({ file, rows }) => {
      expect(file).toMatchObject({ rows: 2, from: "2026-01-31", to: "2026-02-01", rejected: 0 });
      expect(await rows(`SELECT * EXCLUDE ("$day", "$row") FROM data.a ORDER BY n`)).toEqual([
        ["007", 1, 1.5, "2026-01-31T10:00:00", "Jan", '{"city":"Utrecht"}', '["a","b"]', true, null],
        ["008", 2, 2, "2026-02-01T10:00:00", null, null, "[]", false, "x"],
      ]);
    });
  });

  test("one object a line: what is none is rejected with its line", async () => {
    const content = '{"a": 1}\n{"a": \n\n[1]\n{"a": 2, "it\'s \\"b\\"/~c": "d"}\n';
    await loading(folder({ "a.jsonl": content }), [{ id: "a", file: "a.jsonl" }], async ({ file, rows }) => {
      expect(file).toMatchObject({ rows: 2, rejected: 2 });
      expect(await rows(`SELECT a, "it's ""b""/~c" FROM data.a ORDER BY a`)).toEqual([
        [1, null],
        [2, "d"],
      ]);
    });
  });

  test.each([["[1, 2]"], ['[{"a": 1}'], ["hello"], ['[{"a": 1}, 2]']])(
    "a file that is no list of objects cannot be read: %s",
    async (content) => {
      expect((await failureOf(folder({ "a.json": content }), { id: "a", file: "a.json" })).code).toBe("file-unreadable");
    },
  );

  test.each([["[]"], [""], ["  \n"]])("nothing in it: %j", async (content) => {
    await loading(folder({ "a.json": content }), [{ id: "a", file: "a.json" }], async ({ file }) => expect(file.rows).toBe(0));
  });
});

test("one object that holds a list: its elements are the rows where the format says so", async () => {
  const text = JSON.stringify(
    { total: 2, orders: [{ id: 1, customer: { name: "Jan" }, items: [{ sku: "a", price: "1,5" }] }, { id: 2 }] },
    null,
    1,
  );
  const directory = folder({
    "a.json": text,
    "b.json": JSON.stringify([
      { id: 1, tags: ["x", "y"] },
      { id: 2, tags: [] },
    ]),
  });
  const read = async (dataset: object) =>
    loading(directory, [{ id: "a", ...dataset }], async ({ result, rows }) => {
      if (result.failures[0]) throw result.failures[0].error;
      const names = (await rows("SELECT column_name FROM duckdb_columns() WHERE table_name = 'a' ORDER BY column_index")).map(
        ([name]) => name,
      );
      return { names: names.slice(0, -2), rows: await rows('SELECT * EXCLUDE ("$day", "$row") FROM data.a ORDER BY "$row"') };
    });
  expect(await read({ file: "a.json", format: { rows: "orders[]" } })).toEqual({
    names: ["total", "orders[].id", "orders[].customer.name", "orders[].items"],
    rows: [
      [2, 1, "Jan", '[{"sku":"a","price":"1,5"}]'],
      [2, 2, null, null],
    ],
  });
  expect(await read({ file: "b.json", format: { rows: "tags[]" } })).toEqual({
    names: ["id", "tags[]"],
    rows: [
      [1, "x"],
      [1, "y"],
      [2, null],
    ],
  });
});
