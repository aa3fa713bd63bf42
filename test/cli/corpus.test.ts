import { readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

const head = "helder: 1\nname: Test\nlanguage: en\n";
const orders = `datasets:\n  - {id: orders, file: data/orders.csv, time: day}\nmetrics:\n  - {id: rows, type: count, dataset: orders}\n  - {id: revenue, type: sum, dataset: orders, of: amount}\n`;
const csv = "id,day,amount\n1,2026-01-01,10\n2,2026-01-02,20.5\n";

interface Case {
  readonly name: string;
  /** helder.yaml and other files; what is absent is a sound workspace with one dataset */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly argv?: readonly string[];
  /** exit code, and a code that must be named in the output */
  readonly exit: number;
  readonly says?: string;
  readonly links?: Readonly<Record<string, string>>;
}

const yaml = (name: string, text: string | Uint8Array, exit: number, says?: string): Case => ({
  name,
  files: { "helder.yaml": head, "more.yaml": text },
  argv: ["check", "--json"],
  exit,
  ...(says === undefined ? {} : { says }),
});
const settings = (name: string, text: string | Uint8Array, exit: number, says?: string): Case => ({
  name,
  files: { "helder.yaml": text },
  argv: ["check", "--json"],
  exit,
  ...(says === undefined ? {} : { says }),
});
const data = (
  name: string,
  content: string | Uint8Array,
  exit: number,
  says?: string,
  argv: readonly string[] = ["load", "--json"],
): Case => ({
  name,
  files: { "helder.yaml": head + orders, "data/orders.csv": content },
  argv,
  exit,
  ...(says === undefined ? {} : { says }),
});
const dataset = (name: string, entry: string, exit: number, says?: string, files: Case["files"] = {}): Case => ({
  name,
  files: {
    "helder.yaml": `${head}datasets:\n  - ${entry}\nmetrics:\n  - {id: rows, type: count, dataset: orders}\n`,
    "data/orders.csv": csv,
    ...files,
  },
  argv: ["query", "rows", "--json"],
  exit,
  ...(says === undefined ? {} : { says }),
});
const call = (name: string, argv: readonly string[], exit: number, says?: string): Case => ({
  name,
  files: { "helder.yaml": head + orders, "data/orders.csv": csv },
  argv,
  exit,
  ...(says === undefined ? {} : { says }),
});
const metric = (name: string, entry: string, exit: number, says?: string): Case => ({
  name,
  files: { "helder.yaml": `${head}${orders}  - ${entry}\n`, "data/orders.csv": csv },
  argv: ["query", "m", "--json"],
  exit,
  ...(says === undefined ? {} : { says }),
});

const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
  .split("")
  .map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(",")}]`)
  .join("\n")}\n`;
const sqlTricks = [
  "'; drop table x; --",
  '"; drop table x; --',
  "1) or 1=1 --",
  "x/*",
  "x */ y",
  "$1",
  "\\'; select 1",
  "${process.exit()}",
  "`id`",
];
const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"];

const cases: readonly Case[] = [
  // YAML that is broken or hostile
  yaml("broken flow", "goals: [", 1, "broken-yaml"),
  yaml("broken quote", 'goals: "', 1, "broken-yaml"),
  yaml("tab indentation", "goals:\n\t- {id: a, name: A}\n", 1, "broken-yaml"),
  yaml("bad indentation", "goals:\n  - id: a\n name: A\n", 1),
  yaml("duplicate keys", "goals: []\ngoals: []\n", 1, "duplicate-key"),
  yaml("duplicate keys in an entry", "goals:\n  - {id: a, id: b, name: A}\n", 1, "duplicate-key"),
  yaml("unknown alias", "goals: *nobody\n", 1),
  yaml("alias bomb", bomb, 1),
  yaml("alias to itself", "goals: &a [*a]\n", 1),
  yaml("two documents", "goals: []\n---\nkpis: []\n", 1),
  yaml("a list at the top", "- a\n- b\n", 1),
  yaml("a scalar at the top", "hello\n", 1),
  yaml("a number at the top", "42\n", 1),
  yaml("deep nesting", `goals: ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`, 1),
  yaml("deep maps", `goals: ${"{a: ".repeat(5_000)}1${"}".repeat(5_000)}\n`, 1),
  yaml("a file of 30 MB", `# ${"x".repeat(30_000_000)}\n`, 1),
  yaml("a scalar of 1 MB", `goals:\n  - {id: a, name: "${"x".repeat(1_000_000)}"}\n`, 1, "wrong-type"),
  yaml("UTF-16", Buffer.from("\uFEFFgoals: []\n", "utf16le"), 1, "unreadable-file"),
  yaml("invalid UTF-8", Buffer.from([0x67, 0x6f, 0xff, 0xfe, 0x0a]), 1, "unreadable-file"),
  yaml("NUL bytes", "goals:\0 []\n", 1, "unreadable-file"),
  yaml("a binary", gzipSync("goals: []"), 1, "unreadable-file"),
  yaml("custom tag", "goals: !!js/function 'function(){}'\n", 1),
  yaml("unknown section", "gaols: []\n", 1, "unknown-key"),
  yaml("unknown key", "goals:\n  - {id: a, name: A, colour: red}\n", 1, "unknown-key"),
  yaml("section is a map", "goals: {id: a}\n", 1, "wrong-type"),
  yaml("section is a scalar", "kpis: yes\n", 1, "wrong-type"),
  yaml("entry is a scalar", "kpis: [a]\n", 1, "wrong-type"),
  yaml("entry is null", "kpis: [null]\n", 1, "wrong-type"),
  yaml("id is missing", "goals:\n  - {name: A}\n", 1, "wrong-type"),
  yaml("id is no kebab case", "goals:\n  - {id: Grow Sales, name: A}\n", 1, "wrong-type"),
  yaml("id is a number", "goals:\n  - {id: 1, name: A}\n", 1, "wrong-type"),
  yaml("id is a path", "goals:\n  - {id: ../../etc/passwd, name: A}\n", 1, "wrong-type"),
  yaml("duplicate id", "goals:\n  - {id: a, name: A}\n  - {id: a, name: B}\n", 1, "duplicate-id"),
  yaml("dangling reference", "kpis:\n  - {id: k, metric: nothing}\n", 1, "unknown-reference"),
  yaml("cyclic objectives", "objectives:\n  - {id: a, name: A, parent: b}\n  - {id: b, name: B, parent: a}\n", 1, "cycle"),
  yaml("an objective under itself", "objectives:\n  - {id: a, name: A, parent: a}\n", 1, "cycle"),
  yaml("cyclic metrics", "metrics:\n  - {id: a, type: formula, formula: b + 1}\n  - {id: b, type: formula, formula: a + 1}\n", 1, "cycle"),
  yaml("unknown metric type", "metrics:\n  - {id: a, type: summ, dataset: x, of: y}\n", 1, "wrong-type"),
  yaml("metric without type", "metrics:\n  - {id: a}\n", 1, "wrong-type"),
  yaml("impossible day", "kpis:\n  - {id: k, target: {value: 1, from: 2026-02-30, to: 2026-03-31}}\n", 1, "wrong-type"),
  yaml("target is text", "kpis:\n  - {id: k, target: {value: veel}}\n", 1, "wrong-type"),
  yaml("target is infinite", "kpis:\n  - {id: k, target: {value: .inf}}\n", 1, "wrong-type"),
  yaml("target is not a number", "kpis:\n  - {id: k, target: {value: .nan}}\n", 1, "wrong-type"),
  yaml("bad enum", "kpis:\n  - {id: k, side: both}\n", 1, "wrong-type"),
  yaml("bad duration", "links:\n  - {id: l, from: a, to: b, lag: soon}\n", 1, "wrong-type"),
  yaml("bad colour", "themes:\n  - {id: t, name: T, colour: 'javascript:alert(1)'}\n", 1, "wrong-type"),
  yaml("broken expression", "metrics:\n  - {id: m, type: sum, dataset: d, of: 'a +'}\n", 1, "broken-expression"),
  yaml("an expression of 100,000 brackets", `metrics:\n  - {id: m, type: sum, dataset: d, of: "${"(".repeat(100_000)}"}\n`, 1),
  yaml("a subquery", "metrics:\n  - {id: m, type: sum, dataset: d, of: (select 1)}\n", 1, "broken-expression"),
  yaml("an unknown function", "metrics:\n  - {id: m, type: sum, dataset: d, of: read_csv('/etc/passwd')}\n", 1, "broken-expression"),
  ...words.map((word) => yaml(`id ${word}`, `goals:\n  - {id: ${word}, name: A}\n`, /^[a-z]+$/.test(word) ? 0 : 1)),
  ...words.map((word) => yaml(`key ${word}`, `goals:\n  - {id: a, name: A, ${word}: 1}\n`, 1, "unknown-key")),
  ...words.map((word) => yaml(`section ${word}`, `${word}: []\n`, 1, "unknown-key")),
  ...words.map((word) => yaml(`reference ${word}`, `kpis:\n  - {id: k, metric: "${word}"}\n`, 1)),
  ...sqlTricks.map((trick) =>
    yaml(`id ${trick}`, `metrics:\n  - {id: ${JSON.stringify(trick)}, type: count, dataset: d}\n`, 1, "wrong-type"),
  ),
  ...sqlTricks.map((trick) =>
    yaml(`expression ${trick}`, `metrics:\n  - {id: m, type: sum, dataset: d, of: ${JSON.stringify(trick)}}\n`, 1),
  ),

  // helder.yaml
  settings("empty helder.yaml", "", 2, "settings-unreadable"),
  settings("helder.yaml is a list", "- a\n", 2, "settings-unreadable"),
  settings("helder.yaml is broken", "name: [", 2, "settings-unreadable"),
  settings("helder.yaml is binary", Buffer.from([0, 1, 2, 255]), 2, "settings-unreadable"),
  settings("name is missing", "helder: 1\n", 1, "wrong-type"),
  settings("format of the future", "helder: 2\nname: T\n", 1, "wrong-type"),
  settings("unknown time zone", `${head}timezone: Mars/Olympus\n`, 1, "wrong-type"),
  settings("unknown language", "helder: 1\nname: T\nlanguage: fr\n", 1, "wrong-type"),
  settings("budget below zero", `${head}kpiBudget: -1\n`, 1, "wrong-type"),
  settings("unknown super-KPI", `${head}superKpi: nobody\n`, 1, "unknown-reference"),
  settings("fiscal year on no day", `${head}fiscalYear: {starts: "13-45"}\n`, 1, "wrong-type"),

  // Data
  data("no file", csv, 2, "no-file", ["query", "rows", "--json"]),
  data("ragged rows", "id,day,amount\n1,2026-01-01,10,99,98\n2,2026-01-02\n3,2026-01-03,5\n", 0, '"rejected": 1'),
  data("an empty file", "", 2),
  data("only a header", "id,day,amount\n", 0, '"rows": 0'),
  data("only newlines", "\n\n\n", 2),
  data("NUL bytes", "id,day,amount\n1,2026-01-01,1\0\n2,2026-01-02,2\n", 0),
  data("all NUL bytes", Buffer.alloc(10_000), 2),
  data("a line of 10 MB", `id,day,amount\n1,2026-01-01,${"9".repeat(10_000_000)}\n2,2026-01-02,2\n`, 0),
  data("a quoted field of 10 MB", `id,day,amount\n1,2026-01-01,"${"x".repeat(10_000_000)}"\n`, 0),
  data("an unclosed quote", 'id,day,amount\n1,2026-01-01,"10\n2,2026-01-02,20\n', 0),
  data("a quote amid a field", 'id,day,amount\n1,2026-01-01,1"0\n2,2026-01-02,20\n', 0),
  data("UTF-16", Buffer.from(`\uFEFF${csv}`, "utf16le"), 0, '"rows": 2'),
  data(
    "windows-1252",
    Buffer.concat([Buffer.from("id,day,amount,name\n1,2026-01-01,1,caf"), Buffer.from([0xe9]), Buffer.from("\n")]),
    0,
    '"rows": 1',
  ),
  data("a gzip without the name", gzipSync(csv), 2),
  data("a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), 2),
  data("a day that is none", "id,day,amount\n1,yesterday,10\n", 2, "yesterday"),
  data("a day that does not exist", "id,day,amount\n1,2026-02-30,10\n", 2, "2026-02-30"),
  data("the time column is missing", "id,date,amount\n1,2026-01-01,10\n", 2, "unknown-column"),
  data("a sum of text", "id,day,amount\n1,2026-01-01,ten\n", 2, "not-a-number", ["query", "revenue", "--json"]),
  data("a number too large", `id,day,amount\n1,2026-01-01,${"9".repeat(60)}\n`, 2, "not-a-number", ["query", "revenue", "--json"]),
  data(
    "sums too large",
    `id,day,amount\n${Array.from({ length: 20 }, (_, row) => `${row},2026-01-01,${"9".repeat(37)}`).join("\n")}\n`,
    2,
    undefined,
    ["query", "revenue", "--json"],
  ),
  data("duplicate headers", "id,day,amount,amount\n1,2026-01-01,10,11\n", 0),
  data("empty headers", ",day,amount\n1,2026-01-01,10\n", 0),
  data("a header with SQL", `id,day,"amount"" ; drop table x; --"\n1,2026-01-01,10\n`, 0),
  data("formulas in cells", "id,day,amount\n=cmd|' /C calc'!A0,2026-01-01,10\n", 0),
  data(
    "10,000 columns",
    `day,${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(",")}\n2026-01-01,${Array(10_000).fill(1).join(",")}\n`,
    2,
    "file-unreadable",
  ),
  data("carriage returns only", "id,day,amount\r1,2026-01-01,10\r2,2026-01-02,20\r", 0),
  dataset("a path upwards", "{id: orders, file: ../../../../etc/passwd, time: day}", 2, "unknown-dataset"),
  dataset("an absolute path", "{id: orders, file: /etc/passwd, time: day}", 2, "unknown-dataset"),
  dataset("a path upwards in a glob", "{id: orders, file: '../*/*.csv', time: day}", 2, "unknown-dataset"),
  dataset("a path up and down", "{id: orders, file: data/../../x.csv, time: day}", 2),
  dataset("a web address", "{id: orders, file: 'https://example.com/x.csv', time: day}", 2),
  dataset("a NUL in the path", '{id: orders, file: "data/\\0.csv", time: day}', 2),
  dataset("a quote in the path", '{id: orders, file: "data/x\'; drop table y; --.csv", time: day}', 2, "no-file"),
  dataset("a folder", "{id: orders, file: data, time: day}", 2),
  dataset("an unknown file type", "{id: orders, file: data/orders.docx, time: day}", 2, "unknown-file-type", { "data/orders.docx": "x" }),
  dataset("a spreadsheet that is none", "{id: orders, file: data/orders.xlsx, time: day}", 2, "file-unreadable", {
    "data/orders.xlsx": "PK",
  }),
  dataset("a connector without its keys", "{id: orders, connector: {type: ga4}, time: day}", 2),
  dataset("no source", "{id: orders, time: day}", 2),
  dataset("an unknown key column", "{id: orders, file: data/orders.csv, time: day, key: nummer}", 2, "unknown-column"),
  dataset("an unknown customer column", "{id: orders, file: data/orders.csv, time: day, customer: klant}", 2, "unknown-column"),
  dataset("a broken where", "{id: orders, file: data/orders.csv, time: day, where: 'amount >'}", 2),
  dataset("a where that is no condition", "{id: orders, file: data/orders.csv, time: day, where: amount + 1}", 2),
  dataset("a computed column over nothing", "{id: orders, file: data/orders.csv, time: day, columns: {x: nothing * 2}}", 2, "nothing"),
  dataset("a computed column with the name of another", "{id: orders, file: data/orders.csv, time: day, columns: {amount: id * 2}}", 2),
  dataset("computed columns in a ring", "{id: orders, file: data/orders.csv, time: day, columns: {x: y + 1, y: x + 1}}", 2),
  dataset("broken JSON", "{id: orders, file: data/orders.json, time: day}", 2, "file-unreadable", { "data/orders.json": "[{]" }),
  dataset("JSON that is no list", "{id: orders, file: data/orders.json, time: day}", 2, undefined, { "data/orders.json": "42" }),
  dataset("JSON nested 100,000 deep", "{id: orders, file: data/orders.json, time: day}", 2, undefined, {
    "data/orders.json": "[".repeat(100_000),
  }),
  dataset("NDJSON with a broken line", "{id: orders, file: data/orders.jsonl, time: day}", 0, undefined, {
    "data/orders.jsonl": '{"id":1,"day":"2026-01-01"}\n{oops\n{"id":2,"day":"2026-01-02"}\n',
  }),
  dataset("no Parquet", "{id: orders, file: data/orders.parquet, time: day}", 2, "file-unreadable", {
    "data/orders.parquet": "PAR1 but no more",
  }),
  dataset("a broken gzip", "{id: orders, file: data/orders.csv.gz, time: day}", 2, undefined, {
    "data/orders.csv.gz": gzipSync(csv).subarray(0, 20),
  }),
  {
    ...dataset("a link out of the workspace", "{id: orders, file: data/link.csv, time: day}", 2, "outside-workspace"),
    links: { "data/link.csv": "/etc/passwd" },
  },
  { ...dataset("a link to itself", "{id: orders, file: data/link.csv, time: day}", 2), links: { "data/link.csv": "link.csv" } },
  {
    ...dataset("a linked folder out of the workspace", "{id: orders, file: data/out/passwd, time: day}", 2),
    links: { "data/out": "/etc" },
  },

  // Metrics
  metric("an unknown dataset", "{id: m, type: count, dataset: order}", 2, "unknown-dataset"),
  metric("an unknown column", "{id: m, type: sum, dataset: orders, of: amuont}", 2, "unknown-column"),
  metric("a condition where a number is asked", "{id: m, type: sum, dataset: orders, of: amount > 1}", 2),
  metric("a number where a condition is asked", "{id: m, type: share, dataset: orders, of: amount}", 2),
  metric("a metric of itself", "{id: m, type: formula, formula: m + 1}", 2, "metric-cycle"),
  metric("a ratio of itself", "{id: m, type: ratio, numerator: m, denominator: rows}", 2, "metric-cycle"),
  metric("a formula over nothing", "{id: m, type: formula, formula: nothing / rows}", 2),
  metric("a division by zero", "{id: m, type: formula, formula: rows / (rows - rows)}", 0, '"value": null'),
  metric("customers of a dataset without any", "{id: m, type: reactivation, dataset: orders, lapsed: 12 months}", 2, "no-customer"),

  // Calls
  call("no such command", ["frobnicate"], 2, "bad-call"),
  call("no such option", ["run", "--frobnicate"], 2, "bad-call"),
  call("a missing argument", ["query"], 2, "bad-call"),
  call("too many arguments", ["run", "now"], 2, "bad-call"),
  call("no such metric", ["query", "revenu"], 2, "revenue"),
  call("no such grain", ["query", "rows", "--grain", "decade"], 2, "bad-option"),
  call("no such comparison", ["query", "rows", "--compare", "never"], 2, "bad-option"),
  call("from after to", ["query", "rows", "--from", "2026-02-01", "--to", "2026-01-01"], 2, "from-after-to"),
  call("all the days there are", ["query", "rows", "--grain", "day", "--from", "0001-01-01", "--to", "9999-12-31"], 2, "too-many-points"),
  call("no day", ["query", "rows", "--from", "soon"], 2, "bad-option"),
  call("no as-of", ["run", "--as-of", "2026-02-30"], 2, "bad-option"),
  call("no language", ["run", "--language", "fr"], 2, "bad-option"),
  call("an unknown segment", ["query", "rows", "--by", "channel"], 2, "unknown-column"),
  call("a segment with SQL", ["query", "rows", "--by", '"; drop table x; --'], 2, "unknown-column"),
  call("a broken condition", ["query", "rows", "--where", "amount >"], 2, "broken-expression"),
  call("a condition with SQL", ["query", "rows", "--where", "1=1; drop table x"], 2, "broken-expression"),
  call("an unknown dataset", ["load", "ordrs"], 2, "unknown-dataset"),
  call("no status to fail on", ["run", "--fail-on", "sad"], 2, "bad-option"),
  call("no report format", ["report", "--format", "docx"], 2, "bad-option"),
  call("a report nowhere", ["report", "--out", "/nonexistent/folder/x.md"], 2, "not-writable"),
  call("a check-in of nothing", ["checkin", "rows", "2026-01", "41"], 2, "not-observed"),
  call("a check-in of nobody", ["checkin", "nobody", "2026-01", "41"], 2, "unknown-kpi"),
  call("a host without users", ["serve", "--host", "0.0.0.0"], 2, "login-required"),
  call("a port that is none", ["serve", "--port", "99999"], 2, "bad-option"),
  call("a sentence that starts with a dash", ["smart", "- 250 badkamers", "--json"], 0, '"value": 250'),
  call("a sentence that starts with a minus", ["smart", "-5 % klachten in 2026", "--json"], 0, '"percent"'),
  call("a sentence that starts as an option does", ["smart", "-Verkoop 250 badkamers", "--json"], 0, '"value": 250'),
  call("a sentence in loose words", ["smart", "--json", "klachten", "-5", "%", "in", "2026"], 0, "klachten -5 % in 2026"),
  call("an option that is none beside a sentence", ["smart", "250 badkamers", "--jsn"], 2, "bad-call"),
];

describe("bad input ends in findings or in one clear line", () => {
  test("the corpus is large enough to mean something", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name, argv }) => `${argv?.[0]} ${name}`)).size).toBe(cases.length);
  });

  // What hangs runs into Vitest's time limit; how long the slowest take is measured by `npm run bench -- corpus`.
  test.each(cases.map((one) => [one.name, one] as const))("%s", async (name, one) => {
    const files = name === "no file" ? { "helder.yaml": one.files["helder.yaml"]! } : one.files;
    const { directory, dispose } = await folderWith(files);
    try {
      for (const [link, target] of Object.entries(one.links ?? {})) await symlink(target, join(directory, link));
      const before = await listing(directory);
      const said = await type(...one.argv!, "--workspace", directory);
      expect(`exit ${said.code}: ${said.err}`).toMatch(new RegExp(`^exit ${one.exit}:`));
      if (one.says !== undefined) expect(said.out + said.err).toContain(one.says);
      expect(said.out + said.err).not.toMatch(/\n\s+at .*:\d+:\d+|internal: |\[object Object\]|undefined/);
      if (said.code === 2) {
        expect(said.err.trimEnd().split("\n")).toHaveLength(1);
        expect(said.err).toMatch(/^helder: [a-z-]+: .{10,}/);
      }
      expect(await listing(directory)).toEqual(before);
    } finally {
      await dispose();
    }
  });
});

/** Everything in a folder but what lies in `.helder`. */
async function listing(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).filter((path) => path !== ".helder" && !path.startsWith(".helder/")).toSorted();
}
