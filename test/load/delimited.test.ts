import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { failureOf, folder, loading } from "./folder.ts";

const a = { id: "a", file: "a.csv" };

async function rowsOf(content: string | Buffer, dataset: object = a, name = "a.csv") {
  return loading(folder({ [name]: content }), [dataset], async ({ result, file, rows }) => {
    if (result.failures[0]) throw result.failures[0].error;
    const columns = (
      await rows(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = 'a' AND column_name NOT IN ('$day', '$row') ORDER BY column_index",
      )
    ).map(([name]) => name);
    return { columns, rows: await rows(`SELECT * EXCLUDE ("$day", "$row") FROM data.a ORDER BY "$row"`), file };
  });
}

describe("how a file is written is found out", () => {
  test.each([
    ["comma", "a,b\n1,2\n"],
    ["semicolon", "a;b\n1;2\n"],
    ["tab", "a\tb\n1\t2\n"],
    ["bar", "a|b\n1|2\n"],
    ["no end of line", "a,b\n1,2"],
    ["CR LF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["mixed line ends", "a,b\r\n1,2\n"],
    ["blank lines", "a,b\n\n1,2\n\n"],
    ["byte order mark", "\uFEFFa,b\n1,2\n"],
    ["quoted header", '"a","b"\n1,2\n'],
  ])("%s", async (_, content) => {
    expect(await rowsOf(content)).toMatchObject({ columns: ["a", "b"], rows: [[1, 2]] });
  });

  test("a comma in the values is no delimiter where a semicolon cuts the header", async () => {
    expect(await rowsOf("naam;bedrag\nJan, Piet;1,5\nEls;2,25\n")).toMatchObject({
      columns: ["naam", "bedrag"],
      rows: [
        ["Jan, Piet", 1.5],
        ["Els", 2.25],
      ],
    });
  });

  test("names: empty, double, differing in case alone, two header rows, none", async () => {
    expect((await rowsOf("a,,A,a\n1,2,3,4\n")).columns).toEqual(["a", "column2", "A_2", "a_3"]);
    expect(await rowsOf("q1,q2\nScore,Reden\n9,ok\n", { ...a, format: { header: 2 } })).toMatchObject({
      columns: ["q1 Score", "q2 Reden"],
      rows: [[9, "ok"]],
    });
    expect(await rowsOf("1,x\n2,y\n", { ...a, format: { header: 0 } })).toMatchObject({
      columns: ["column1", "column2"],
      rows: [
        [1, "x"],
        [2, "y"],
      ],
    });
    expect((await rowsOf('$day,$row,"he""llo"\n1,2,3\n')).columns).toEqual(["$day_2", "$row_2", 'he"llo']);
  });

  test.each([[""], ["\n"], ["a,b\n"], ["a,b"]])("an empty file has no rows: %j", async (content) => {
    await loading(folder({ "a.csv": content }), [a], async ({ file }) => expect(file).toMatchObject({ rows: 0, rejected: 0, from: null }));
  });

  test("gz and tsv", async () => {
    expect((await rowsOf(gzipSync("a,b\n1,2\n"), { id: "a", file: "a.csv.gz" }, "a.csv.gz")).rows).toEqual([[1, 2]]);
    expect((await rowsOf("a\tb\n1,5\tx\n", { id: "a", file: "a.tsv" }, "a.tsv")).rows).toEqual([[1.5, "x"]]);
  });
});

describe("encodings", () => {
  const text = "naam,prijs\nCafé €,1\n";
  test.each([
    ["UTF-16LE", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]), {}],
    ["UTF-16BE", Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]), {}],
    ["UTF-16LE without a mark", Buffer.from(text, "utf16le"), {}],
    ["windows-1252", Buffer.from("naam,prijs\nCaf\xe9 \x80,1\n", "latin1"), { format: { encoding: "windows-1252" } }],
    ["iso-8859-15", Buffer.from("naam,prijs\nCaf\xe9 \xa4,1\n", "latin1"), { format: { encoding: "iso-8859-15" } }],
  ])("%s", async (_, content, dataset) => {
    const found = await rowsOf(content, { ...a, ...dataset });
    expect(found).toMatchObject({ columns: ["naam", "prijs"], rows: [["Café €", 1]] });
    expect(found.file.doubts).toEqual([]);
  });

  test("a line that is no UTF-8 is read as windows-1252, the others stay; it is doubted", async () => {
    const found = await rowsOf(Buffer.concat([Buffer.from("naam,n\nZoë,1\n"), Buffer.from("Ren\xe9,2\n", "latin1")]));
    expect(found.rows).toEqual([
      ["Zoë", 1],
      ["René", 2],
    ]);
    expect(found.file.doubts).toEqual([{ column: null, code: "encoding-guessed", count: 1 }]);
  });

  test("NUL bytes are left out and counted", async () => {
    const found = await rowsOf("a,b\n1,x\0y\n");
    expect(found.rows).toEqual([[1, "xy"]]);
    expect(found.file.doubts).toEqual([{ column: null, code: "nul-bytes", count: 1 }]);
  });
});

describe("lines that are no rows", () => {
  test("too many fields: rejected and kept; too few: padded and counted", async () => {
    const directory = folder({ "a.csv": "a,b,c\n1,2,3\n4,5\n6,7,8,9\n\n10,,\n" });
    await loading(directory, [a], async ({ file, rows }) => {
      expect(await rows("SELECT a, b, c FROM data.a ORDER BY a")).toEqual([
        [1, 2, 3],
        [4, 5, null],
        [10, null, null],
      ]);
      expect(file).toMatchObject({
        rows: 3,
        rejected: 1,
        rejects: ".helder/rejects/a.csv",
        doubts: [{ column: null, code: "short-rows", count: 1 }],
      });
      expect(readFileSync(join(directory, file.rejects!), "utf8")).toBe('file,line,reason,text\n"a.csv",4,too-many-fields,"6,7,8,9"\n');
    });
  });

  test("a quote that is never closed costs its own line and no other", async () => {
    const directory = folder({ "a.csv": 'a,b\n1,x\n2,"open\n3,y\n4,"two\nlines"\n5,"wrong"end\n6,z,z\n7,w\n' });
    await loading(directory, [a], async ({ file, rows }) => {
      expect(await rows(`SELECT a, b FROM data.a ORDER BY "$row"`)).toEqual([
        [1, "x"],
        [3, "y"],
        [4, "two\nlines"],
        [7, "w"],
      ]);
      expect(file.rejected).toBe(3);
      const kept = readFileSync(join(directory, file.rejects!), "utf8");
      expect(kept).toContain('"a.csv",3,broken-quote,"2,""open"');
      expect(kept).toContain('"a.csv",7,broken-quote,"5,""wrong""end"');
      expect(kept).toContain('"a.csv",8,too-many-fields,"6,z,z"');
    });
  });

  test("the rejects of an earlier load go when there are none", async () => {
    const directory = folder({ "a.csv": "a\n1,2\n" });
    await loading(directory, [a], async ({ file }) => expect(file.rejected).toBe(1));
    const { writeFileSync, existsSync } = await import("node:fs");
    writeFileSync(join(directory, "a.csv"), "a\n1\n");
    await loading(directory, [a], async ({ file }) => expect(file.rejects).toBeNull());
    expect(existsSync(join(directory, ".helder/rejects/a.csv"))).toBe(false);
  });

  test("a line of ten megabytes", async () => {
    const found = await rowsOf(`a,b\n1,${"x".repeat(10_000_000)}\n2,y\n`);
    expect(found.rows.map(([number, text]) => [number, String(text).length])).toEqual([
      [1, 10_000_000],
      [2, 1],
    ]);
  });
});

describe("headers that are none", () => {
  test.each([
    ["a quote that is not closed", 'a,"b\n1,2\n'],
    ["a million columns", `${"a,".repeat(400_000)}\n1\n`],
  ])("%s", async (_, content) => {
    expect((await failureOf(folder({ "a.csv": content }), a)).code).toBe("file-unreadable");
  });

  test("a quote or delimiter that cannot be one", async () => {
    for (const format of [{ delimiter: "\n" }, { delimiter: '"' }, { quote: "," }, { delimiter: "€€" }])
      expect(["file-unreadable", "dataset-broken", "loaded"], JSON.stringify(format)).toContain(
        await loading(
          folder({ "a.csv": "a,b\n1,2\n" }),
          [{ ...a, format }],
          async ({ result }) => result.failures[0]?.error.code ?? "loaded",
        ),
      );
  });
});
