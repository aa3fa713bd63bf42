import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits } from "../../src/engine/load/glob.ts";
import { failureOf, folder, loading, put } from "./folder.ts";

describe("which files", () => {
  test("globs, in the order of their names", async () => {
    const directory = folder({
      "d/o-2.csv": "n\n3\n",
      "d/o-1.csv": "n\n1\n2\n",
      "d/x.csv": "n\n9\n",
      "d/e/f/o-3.csv": "n\n4\n",
      "d/.o-4.csv": "n\n5\n",
    });
    const read = (file: string) => loading(directory, [{ id: "a", file }], ({ rows }) => rows(`SELECT n FROM data.a ORDER BY "$row"`));
    expect(await read("d/o-*.csv")).toEqual([[1], [2], [3]]);
    expect(await read("d/o-?.csv")).toEqual([[1], [2], [3]]);
    expect(await read("d/**/o-*.csv")).toEqual([[4], [1], [2], [3]]);
    expect(await read("./d/../d/x.csv")).toEqual([[9]]);
  });

  test("columns of several files are joined by name", async () => {
    const directory = folder({ "o-1.csv": "a;b\n1;2\n", "o-2.csv": "B,c\n3,4\n" });
    await loading(directory, [{ id: "a", file: "o-*.csv" }], async ({ rows, file }) => {
      expect(await rows(`SELECT a, b, c FROM data.a ORDER BY "$row"`)).toEqual([
        [1, 2, null],
        [null, 3, 4],
      ]);
      expect(file.doubts).toEqual([]);
    });
  });

  test.each(['it\'s "quoted".csv', "a*b?.csv", "[x].csv", "{a,b}.csv", "é 日本.csv", "$1;--.csv", "a\\b.csv", "%20.csv"])(
    "a file named %s",
    async (name) => {
      await loading(folder({ [name]: "n\n1\n", "ab.csv": "n\n2\n" }), [{ id: "a", file: name }], async ({ rows }) =>
        expect(await rows("SELECT n FROM data.a")).toEqual([[1]]),
      );
    },
  );

  test.each([
    ["../../etc/passwd", "outside-workspace"],
    ["/etc/passwd", "outside-workspace"],
    ["data/../../x.csv", "outside-workspace"],
    ["..", "outside-workspace"],
    ["geen.csv", "no-file"],
    ["geen*.csv", "no-file"],
    ["nul\0.csv", "no-file"],
    ["map.csv", "file-unreadable"],
    ["pijp.csv", "file-unreadable"],
    ["uit.csv", "outside-workspace"],
    ["lus.csv", "file-unreadable"],
    ["x.docx", "unknown-file-type"],
    ["zonder", "unknown-file-type"],
    ["map.csv/x.csv", "no-file"],
    ["stuk.csv.gz", "file-unreadable"],
    ["half.csv.gz", "file-unreadable"],
    ["gemengd.*", "mixed-file-types"],
  ])("%s: %s", async (file, code) => {
    const directory = folder({
      "x.docx": "PK",
      zonder: "a\n",
      "stuk.csv.gz": "no gzip",
      "half.csv.gz": gzipSync(Array.from({ length: 10_000 }, (_, i) => `${i}\n`).join("")).subarray(0, 2000),
      "gemengd.csv": "a\n1\n",
      "gemengd.json": "[]",
    });
    mkdirSync(join(directory, "map.csv"));
    symlinkSync("/etc/passwd", join(directory, "uit.csv"));
    symlinkSync("lus.csv", join(directory, "lus.csv"));
    execFileSync("mkfifo", [join(directory, "pijp.csv")]);
    expect((await failureOf(directory, { id: "a", file })).code).toBe(code);
  });

  test("a link to a file inside the workspace is that file", async () => {
    const directory = folder({ "data/a.csv": "n\n1\n" });
    symlinkSync("data/a.csv", join(directory, "b.csv"));
    await loading(directory, [{ id: "a", file: "b.csv" }], async ({ file }) => expect(file.rows).toBe(1));
  });

  test("a link to a folder outside the workspace is not followed", async () => {
    const [directory, outside] = [folder(), folder({ "a.csv": "n\n1\n" })];
    symlinkSync(outside, join(directory, "data"));
    expect((await failureOf(directory, { id: "a", file: "data/*.csv" })).code).toBe("outside-workspace");
  });

  test("of a connector that has brought nothing it is said", async () => {
    expect(
      (await failureOf(folder(), { id: "a", connector: { type: "http", url: "https://example.com", as: "csv", headers: {}, rows: "" } }))
        .code,
    ).toBe("not-fetched");
  });

  test("law: a name fits itself, and a pattern with * fits what it was made from", () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom("a", "b", "-", "1") });
    fc.assert(
      fc.property(name, fc.nat(12), fc.nat(12), (text, from, to) => {
        const [a, b] = [Math.min(from, to, text.length), Math.min(Math.max(from, to), text.length)];
        expect(fits(text, text)).toBe(true);
        expect(fits(text, `${text.slice(0, a)}*${text.slice(b)}`)).toBe(true);
        expect(fits(text, `${text}?`)).toBe(false);
      }),
    );
  });
});

describe("what is loaded already", () => {
  test("unchanged: skipped; touched: skipped; changed, or defined otherwise: read again", async () => {
    const directory = folder({ "a.csv": "n\n1\n" });
    const skipped = (dataset = {}, settings = {}) =>
      loading(directory, [{ id: "a", file: "a.csv", ...dataset }], async ({ file }) => [file.skipped, file.rows], settings);
    expect(await skipped()).toEqual([false, 1]);
    expect(await skipped()).toEqual([true, 1]);
    utimesSync(join(directory, "a.csv"), 1, 1);
    expect(await skipped()).toEqual([true, 1]);
    put(directory, "a.csv", "n\n2\n");
    expect(await skipped()).toEqual([false, 1]);
    expect(await skipped({ completeThrough: "2026-01-01", name: "A" })).toEqual([true, 1]);
    expect(await skipped({ where: "n > 5" })).toEqual([false, 0]);
    expect(await skipped({ where: "n > 5" }, { timezone: "UTC" })).toEqual([false, 0]);
  });

  test("a new file of a glob is read, a dataset that fails or is gone leaves no table", async () => {
    const directory = folder({ "a-1.csv": "n\n1\n", "b.csv": "n\n1\n" });
    const tables = (ids: string[]) =>
      loading(
        directory,
        [
          { id: "a", file: "a-*.csv" },
          { id: "b", file: "b.csv" },
        ].filter(({ id }) => ids.includes(id)),
        ({ rows }) => rows("SELECT table_name, estimated_size FROM duckdb_tables() WHERE schema_name = 'data' ORDER BY 1"),
      );
    expect(await tables(["a", "b"])).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
    put(directory, "a-2.csv", "n\n2\n");
    expect(await tables(["a", "b"])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    rmSync(join(directory, "b.csv"));
    expect(await tables(["a", "b"])).toEqual([["a", 2]]);
    expect(await tables([])).toEqual([]);
  });

  test("a warehouse that is deleted is made again, with the same rows", async () => {
    const directory = folder({ "a.csv": "n,at\n1,2026-01-01\n2,2026-01-02\n" });
    const all = () => loading(directory, [{ id: "a", file: "a.csv", time: "at" }], ({ rows }) => rows("SELECT * FROM data.a ORDER BY ALL"));
    const first = await all();
    renameSync(join(directory, ".helder"), join(directory, ".gone"));
    expect(await all()).toEqual(first);
  });

  test("nothing stays behind in the temporary folder, and nothing is written outside .helder", async () => {
    const directory = folder({ "a.csv.gz": gzipSync("n\r\n1\n"), "b.csv": Buffer.from("n\n\xe9\n", "latin1") });
    await loading(
      directory,
      [
        { id: "a", file: "a.csv.gz" },
        { id: "b", file: "b.csv" },
      ],
      async ({ result }) => expect(result.failures).toEqual([]),
    );
    expect(readdirSync(join(directory, ".helder/tmp"))).toEqual([]);
    expect(readdirSync(directory).sort()).toEqual([".helder", "a.csv.gz", "b.csv"]);
  });

  test("what a killed process left in the temporary folder is cleared", async () => {
    const directory = folder({ "a.csv": "n\n1\n", ".helder/tmp/a-0.text": "x" });
    await loading(directory, [], async () => expect(existsSync(join(directory, ".helder/tmp/a-0.text"))).toBe(false));
    writeFileSync(join(directory, "b.csv"), "");
  });
});
