import { describe, expect, test } from "vitest";
import { check, checkJson, checkText, message } from "../../src/check/index.ts";
import { limits, parse, type SourceFile } from "../../src/workspace/index.ts";

const head: SourceFile = { path: "helder.yaml", text: "helder: 1\nname: Corpus\n" };
const repeat = (text: string, count: number) => text.repeat(count);
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Texts that are not YAML, or YAML that attacks whoever reads it. */
const brokenTexts: Record<string, string> = {
  "unclosed flow list": "kpis: [a, b\n",
  "unclosed flow map": "kpis: {a: 1\n",
  "unclosed double quote": 'kpis:\n  - id: "a\n',
  "unclosed single quote": "kpis:\n  - id: 'a\n",
  "stray bracket": "kpis: ]\n",
  "stray brace": "kpis: }\n",
  "two colons": "kpis: a: b\n",
  "no colon": "kpis\n  - id: a\n",
  "crooked indentation": "kpis:\n  - id: a\n   name: b\n",
  "key to the left": "kpis:\n    - id: a\n  - id: b\n",
  "tab as indentation": "kpis:\n\t- id: a\n",
  "tab before a key": "\tkpis: []\n",
  "tab inside an entry": "kpis:\n  - id: a\n\t  name: b\n",
  "reserved at": "kpis: @a\n",
  "reserved backtick": "kpis: `a`\n",
  "percent at the start": "kpis: %a\n",
  "bad escape": 'kpis: "\\q"\n',
  "alias of nothing": "kpis: *nowhere\n",
  "alias of itself": "kpis: &a [*a]\n",
  "map alias of itself": "kpis: &a {b: *a}\n",
  "alias with an anchor": "a: &a 1\nb: &b *a\n",
  "two anchors": "a: &a &b 1\n",
  "merge of a scalar": "a: &a 1\nkpis:\n  - {<<: *a, id: x}\n",
  "unknown tag": "kpis: !ruby/object:Object {}\n",
  "script tag": "kpis: !!js/function 'function () { return process }'\n",
  "python tag": "kpis: !!python/object/apply:os.system ['id']\n",
  "two documents": "kpis: []\n---\nkpis: []\n",
  "many documents": repeat("---\n", 5_000),
  "bad directive": "%YAML x\n---\nkpis: []\n",
  "commas only": "kpis: [,,,]\n",
  "colons only": repeat(": ", 1000),
  "thousands of brackets": repeat("[", 100_000),
  "thousands of closed brackets": repeat("[", 5_000) + repeat("]", 5_000),
  "brackets beside quoted brackets": repeat('["]",', 5_000),
  "thousands of braces": repeat("{a: ", 5_000),
  "thousands of dashes": repeat("- ", 10_000),
  "thousands of question marks": repeat("? ", 10_000),
  "ever deeper lines": lines(1500, (index) => `${" ".repeat(index)}a:`),
  "ever deeper lists": lines(1000, (index) => `${" ".repeat(2 * index)}-`),
  "thousands of anchors": `a: ${repeat("&a ", 2_000)}`,
  "thousands of exclamation marks": repeat("!", 100_000),
  "thousands of colons": `a: ${repeat("b: ", 2_000)}`,
  "alias bomb": `a: &a [x,x,x,x,x,x,x,x,x]\n${lines(12, (index) => `b${index}: &b${index} [${repeat(`*${index === 0 ? "a" : `b${index - 1}`},`, 9)}]`)}\n`,
  "alias bomb in maps": `a: &a {x: 1}\n${lines(16, (index) => `b${index}: &b${index} {k: *${index === 0 ? "a" : `b${index - 1}`}, l: *${index === 0 ? "a" : `b${index - 1}`}}`)}\n`,
  "NUL in the text": "kpis:\n  - id: a\0b\n",
  "only NUL": "\0\0\0\0",
  "too large": `kpis: []\n# ${repeat("x", limits.bytes)}\n`,
  binary: String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index)),
  "lone surrogates": 'kpis: "\uD800"\nx: [\uDFFF\n',
};

/** YAML that is well formed and means something else than a framework. */
const oddTexts: Record<string, string> = {
  "a list at the top": "- kpis\n",
  "a word at the top": "kpis\n",
  "dash without space": "kpis:\n  -id: a\n  name: b\n",
  "a number at the top": "42\n",
  "nothing but a section that is text": "kpis: none\n",
  "a section that is a map": "kpis: {a: {id: a}}\n",
  "entries that are words": "kpis: [a, b]\n",
  "entries that are lists": "kpis: [[a], [b]]\n",
  "entries that are null": "kpis: [null, ~, ]\n",
  "entries without id": "kpis: [{name: x}]\n",
  "an id that is a number": "kpis: [{id: 12}]\n",
  "an id that is null": "kpis: [{id: }]\n",
  "an id that is a list": "kpis: [{id: [a]}]\n",
  "an id that is a map": "kpis: [{id: {a: b}}]\n",
  "an id that is a boolean": "kpis: [{id: true}]\n",
  "an id with capitals": "kpis: [{id: Omzet}]\n",
  "an id with a space": "kpis: [{id: mijn kpi}]\n",
  "an empty id": "kpis: [{id: ''}]\n",
  "an id of 100 kB": `kpis: [{id: ${repeat("a", 100_000)}}]\n`,
  "an id with SQL": 'kpis: [{id: "x\'; DROP TABLE orders; --"}]\n',
  "an id with HTML": "kpis: [{id: '<script>alert(1)</script>'}]\n",
  "an id with a path": "kpis: [{id: ../../etc/passwd}]\n",
  "an id that steers the terminal": 'kpis: [{id: "\\e[2J\\e[31m"}]\n',
  "an id with a format": "kpis: [{id: '%s%n${x}{{x}}'}]\n",
  "the key __proto__": "kpis: [{id: a, __proto__: {polluted: yes}}]\n",
  "the key __proto__ at the top": "__proto__: {polluted: yes}\n",
  "the key __proto__ among columns": "datasets: [{id: a, file: a.csv, columns: {__proto__: x, constructor: y}}]\n",
  "the key constructor": "kpis: [{id: a, constructor: {prototype: {polluted: yes}}}]\n",
  "a section called toString": "toString: []\nhasOwnProperty: 1\nvalueOf: {}\n",
  "a merged __proto__": "a: &a {__proto__: {polluted: yes}}\nkpis: [{<<: *a, id: x}]\n",
  "a type called toString": "metrics: [{id: a, type: toString}, {id: b, type: __proto__}, {id: c, type: constructor}]\n",
  "a metric without type": "metrics: [{id: a}]\n",
  "a metric whose type is a list": "metrics: [{id: a, type: [sum]}]\n",
  "duplicate keys": "kpis: [{id: a, id: b}]\nkpis: []\n",
  "many duplicate keys": `kpis: []\n${repeat("x: 1\n", 2_000)}`,
  "the same id a thousand times": `kpis:\n${repeat("  - {id: a, side: behaviour}\n", 1_000)}`,
  "a text of 1 MB": `goals: [{id: a, name: ${repeat("x", 1_000_000)}}]\n`,
  "a key of 1 kB": `${repeat("k", 1_000)}: 1\n`,
  "a scenario of no kind": "scenarios: [{id: a, kind: what}, {id: b}]\n",
  "a date that does not exist": "events: [{id: a, on: 2026-02-30, name: x}]\n",
  "a date in Dutch": "events: [{id: a, on: 30-01-2026, name: x}]\n",
  "a date with a time": "events: [{id: a, on: 2026-01-01T10:00:00Z, name: x}]\n",
  "a year of five digits": "events: [{id: a, on: 12026-01-01, name: x}]\n",
  "dates under YAML 1.1": "%YAML 1.1\n---\nevents: [{id: a, on: 2026-01-01, name: yes}]\n",
  infinity: "kpis: [{id: a, target: {value: .inf, from: 2026-01-01, to: 2026-12-31}}]\n",
  "not a number": "kpis: [{id: a, target: {value: .nan}}]\n",
  "a number of 400 digits": `kpis: [{id: a, target: {value: ${repeat("9", 400)}}}]\n`,
  "a percentage twice": "kpis: [{id: a, target: {value: 25 % %}}]\n",
  "an absolute file": "datasets: [{id: a, file: /etc/passwd}]\n",
  "a file above the workspace": "datasets: [{id: a, file: ../../etc/passwd}]\n",
  "a file above, in the middle": "datasets: [{id: a, file: data/../../x.csv}]\n",
  "a file on a drive": "datasets: [{id: a, file: 'C:\\Windows\\win.ini'}]\n",
  "a file with backslashes": "datasets: [{id: a, file: '..\\..\\x.csv'}]\n",
  "a file at home": "datasets: [{id: a, file: ~/secret.csv}]\n",
  "a file with NUL escaped": 'datasets: [{id: a, file: "a\\0.csv"}]\n',
  "a file that is a list": "datasets: [{id: a, file: [a, b]}]\n",
  "a file and a connector": "datasets: [{id: a, file: a.csv, connector: {type: http}}]\n",
  "a dataset joined twice": "datasets: [{id: a, file: a.csv, join: [{to: b, on: x}, {to: b, on: y}]}]\n",
  "neither file nor connector": "datasets: [{id: a}]\n",
  "an unknown connector": "datasets: [{id: a, connector: {type: ftp}}]\n",
  "a zone that does not exist": "datasets: [{id: a, file: a.csv, format: {timezone: Mars/Olympus}}]\n",
  "SQL in an expression": 'metrics: [{id: a, type: sum, dataset: d, of: "1; DROP TABLE x"}]\n',
  "a subquery": "metrics: [{id: a, type: sum, dataset: d, of: (select 1)}]\n",
  "an unclosed expression": "metrics: [{id: a, type: sum, dataset: d, of: (1 + 2}]\n",
  "an empty expression": "metrics: [{id: a, type: sum, dataset: d, of: ''}]\n",
  "an expression of brackets": `metrics: [{id: a, type: formula, formula: "${repeat("(", 9_000)}"}]\n`,
  "an expression of minuses": `metrics: [{id: a, type: formula, formula: "${repeat("- ", 4_000)}x"}]\n`,
  "a comment in an expression": "metrics: [{id: a, type: sum, dataset: d, of: 'x -- y'}]\n",
  "an objective that is its own parent": "objectives: [{id: a, name: A, parent: a}]\n",
  "two objectives in a circle": "objectives: [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}]\n",
  "a thousand objectives in a circle": `objectives:\n${lines(1_000, (index) => `  - {id: o${index}, name: O, parent: o${(index + 1) % 1_000}}`)}\n`,
  "metrics in a circle": "metrics: [{id: a, type: ratio, numerator: b, denominator: a}, {id: b, type: formula, formula: a + 1}]\n",
  "dangling references everywhere":
    "kpis: [{id: a, metric: m, measures: x, guardrail: [g], owner: o}]\nlinks: [{id: l, from: a, to: z}]\nteams: [{id: t, name: T, scorecard: [{kpi: q, weight: 1}]}]\n",
  "five hundred dangling references": `kpis:\n${lines(500, (index) => `  - {id: k${index}, metric: metriek-${index}}`)}\nmetrics:\n${lines(500, (index) => `  - {id: metric-${index}, type: observed}`)}\n`,
  "a scorecard line for nobody": "teams: [{id: t, name: T, scorecard: [{weight: 1}, {kpi: a, cpi: b, weight: 1}, 3]}]\n",
  "a scale of three": "metrics: [{id: a, type: nps, dataset: d, of: s, scale: [0, 5, 10]}]\n",
  "settings in another file": "name: Ander\nlanguage: nl\nkpiBudget: 99\n",
  "keys that are not text": "? [a, b]\n: 1\n? {c: d}\n: 2\n42: x\ntrue: y\n",
  "text in other scripts": "goals: [{id: a, name: 'שלום 你好 🛁', promise: \"\\u202Eevil\"}, {id: ж, name: x}]\n",
  "only comments": "# niets\n# nog niets\n",
  nothing: "",
  "a byte order mark": "\uFEFFgoals: [{id: a, name: A}]\n",
  "Windows line endings": "goals:\r\n  - id: a\r\n    nome: A\r\n",
  "old Mac line endings": "goals:\r  - id: a\r    name: A\r",
  "a list of five thousand": `kpis: [${repeat("1,", 5_000)}]\n`,
  "five thousand keys": lines(5_000, (index) => `k${index}: 1`),
  "a waiver for what does not exist": "waivers: [{code: nonsense, on: nobody}, {code: Über, on: 3}]\n",
};

const bad = new Set(["a byte order mark", "only comments", "nothing", "a waiver for what does not exist", "old Mac line endings"]);

function readAll(files: readonly SourceFile[]): void {
  const { framework, findings, sources } = parse(files);
  const said = findings.flatMap((finding) => [message(finding, "nl"), message(finding, "en")]);
  expect(said.filter((sentence) => /undefined|\[object|\u001b/.test(sentence))).toEqual([]);
  expect(findings.filter(({ at }) => !(at!.line > 0 && at!.column > 0))).toEqual([]);
  if (!framework) return;
  const result = check({ framework, findings, sources, today: "2026-11-22" });
  expect(JSON.parse(JSON.stringify(checkJson(result, "nl")))).toHaveProperty("score");
  expect(checkText(result, { language: "en", colour: false, files })).toContain("Score");
}

describe("bad input ends in findings", () => {
  test("there are enough cases", () => {
    expect(Object.keys(brokenTexts).length + 2 * Object.keys(oddTexts).length).toBeGreaterThan(150);
  });

  test.each(Object.entries(brokenTexts))("beside helder.yaml: %s", (_, text) => {
    const files = [head, { path: "a.yaml", text }];
    const { framework, findings } = parse(files);
    expect(framework).not.toBeNull();
    expect(findings.filter(({ at, severity }) => at?.file === "a.yaml" && severity === "error").length).toBeGreaterThan(0);
    readAll(files);
  });

  test.each(Object.entries(brokenTexts))("as helder.yaml: %s", (_, text) => {
    const { framework, findings } = parse([{ path: "helder.yaml", text }]);
    expect(findings.length).toBeGreaterThan(0);
    expect(framework).toBeNull();
  });

  test.each(Object.entries(oddTexts))("beside helder.yaml: %s", (name, text) => {
    const files = [head, { path: "a.yaml", text }];
    const { framework, findings } = parse(files);
    expect(framework?.settings.name).toBe("Corpus");
    if (!bad.has(name)) expect(findings.length).toBeGreaterThan(0);
    readAll(files);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each(Object.entries(oddTexts))("in helder.yaml: %s", (_, text) => {
    readAll([{ path: "helder.yaml", text: `helder: 1\nname: Corpus\n${text}` }]);
    readAll([{ path: "helder.yaml", text }]);
  });

  test("a list of half a million is refused half way", () => {
    const { findings } = parse([head, { path: "a.yaml", text: `kpis:\n${repeat("- x\n", 499_000)}` }]);
    expect(findings).toMatchObject([{ code: "broken-yaml", params: { reason: "too-long" } }]);
  });
});
