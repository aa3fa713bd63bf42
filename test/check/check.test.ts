import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, checkJson, checkText, findingKinds, message, rules, score } from "../../src/check/index.ts";
import { idPattern } from "../../src/framework/index.ts";
import { parse } from "../../src/workspace/index.ts";

function lint(text: string, settings = "", today = "2026-11-22") {
  const files = [
    { path: "a.yaml", text },
    { path: "helder.yaml", text: `helder: 1\nname: Proef\n${settings}` },
  ];
  const { framework, findings, sources } = parse(files);
  return { files, framework: framework!, ...check({ framework: framework!, findings, sources, today }) };
}

const kpis = (count: number) => `kpis:\n${Array.from({ length: count }, (_, index) => `  - {id: k${index}}\n`).join("")}`;
/** What these tests are about; the other rules have theirs beside them, and small workspaces sin against many. */
const here = new Set(["no-super-kpi", "over-budget", "target-without-dates", "objective-without-kpi"]);

function only(result: ReturnType<typeof lint>) {
  const findings = result.findings.filter(({ code }) => here.has(code) || !(code in rules));
  const count = (severity: string) => findings.filter((finding) => !finding.waived && finding.severity === severity).length;
  const summary = { error: count("error"), warning: count("warning"), info: count("info") };
  return { ...result, findings, summary, score: score(result.framework, findings) };
}

const codes = (text: string, settings = "superKpi: k0\n") => only(lint(text, settings)).findings.map(({ code, on }) => `${code} ${on}`);

describe("rules", () => {
  test("no-super-kpi", () => {
    expect(codes(kpis(1), "")).toEqual(["no-super-kpi Proef"]);
    expect(codes(kpis(1))).toEqual([]);
    expect(codes("kpis: []", "")).toEqual([]);
  });

  test("over-budget counts the KPIs, the super-KPI included, and no CPIs", () => {
    const cpis = "cpis: [{id: c, direction: up}]\n";
    expect(codes(kpis(7) + cpis)).toEqual([]);
    expect(codes(kpis(8))).toEqual(["over-budget Proef"]);
    expect(codes(kpis(8), "superKpi: k0\nkpiBudget: 8\n")).toEqual([]);
    expect(only(lint(kpis(8), "superKpi: k0\n")).findings[0]).toMatchObject({
      at: { file: "a.yaml", line: 9 },
      severity: "error",
      params: { count: 8, budget: 7 },
    });
  });

  test("target-without-dates, on KPIs and CPIs, judged target only", () => {
    const text = `kpis:
  - {id: k0, target: {value: 1, from: 2026-01-01, to: 2026-03-31}}
  - {id: k1, target: {value: 1, from: 2026-01-01}}
  - {id: k2, targets: {floor: {value: 1}, target: {value: 2}}}
  - {id: k3, targets: {floor: {value: 1}, target: {value: 2, from: 2026-01-01, to: 2026-03-31}}}
cpis: [{id: c, direction: up, target: {value: 1}}]
`;
    expect(codes(text)).toEqual(["target-without-dates k1", "target-without-dates k2", "target-without-dates c"]);
    expect(only(lint(text, "superKpi: k0\n")).findings.map(({ params }) => params["missing"])).toEqual([
      ["to"],
      ["from", "to"],
      ["from", "to"],
    ]);
    expect(only(lint(text, "superKpi: k0\n")).findings[1]!.at).toEqual({ file: "a.yaml", line: 4, column: 51 });
  });

  test("objective-without-kpi is content with a KPI on it, on a sub-objective or on an interaction that serves it", () => {
    const text = `objectives:
  - {id: on-it, name: A}
  - {id: above, name: B}
  - {id: below, name: C, parent: above}
  - {id: served, name: D}
  - {id: bare, name: E}
  - {id: bare-below, name: F, parent: on-it}
interactions: [{id: i, name: I, serves: [served]}]
kpis: [{id: k0, measures: on-it}, {id: k1, measures: below}, {id: k2, measures: i}]
`;
    expect(codes(text)).toEqual(["objective-without-kpi bare", "objective-without-kpi bare-below"]);
  });

  test("each stands in the table by its code, a kebab-case one", () => {
    for (const [code, rule] of Object.entries(rules)) {
      expect(rule.code).toBe(code);
      expect(code).toMatch(idPattern);
    }
  });

  test.each([...findingKinds.values()])("$code has its page, with a wrong and a right example", ({ code, severity }) => {
    const page = readFileSync(new URL(`../../docs/rules/${code}.md`, import.meta.url), "utf8");
    expect(page).toMatch(new RegExp(`^# ${code}: .+\\n\\nSeverity: ${severity}`));
    expect(page).toMatch(/Wrong:\n\n```yaml\n[^`]+```\n\nRight:\n\n```yaml\n[^`]+```\n$/);
  });
});

describe("waivers", () => {
  const waived = (waiver: string, today: string) => only(lint(`${kpis(8)}waivers: [${waiver}]\n`, "superKpi: k0\n", today));
  test("hold for a code on an entity, through their last day", () => {
    for (const today of ["2026-06-29", "2026-06-30"]) {
      const { findings, summary, score: sound } = waived("{code: over-budget, on: Proef, until: 2026-06-30}", today);
      expect(findings).toMatchObject([{ code: "over-budget", waived: true }]);
      expect(summary.error).toBe(0);
      expect(sound).toBe(100);
    }
    expect(waived("{code: over-budget, on: Proef, until: 2026-06-30}", "2026-07-01").summary.error).toBe(1);
    expect(waived("{code: over-budget, on: k0}", "2026-01-01").summary.error).toBe(1);
    expect(waived("{code: no-owner, on: Proef}", "2026-01-01").summary.error).toBe(1);
    expect(waived("{code: over-budget, on: Proef}", "2036-01-01").summary.error).toBe(0);
  });
});

describe("the score", () => {
  const { framework } = parse([{ path: "helder.yaml", text: "helder: 1\nname: X\n" }]);
  const finding = fc.record({
    code: fc.constantFrom("cycle", "over-budget"),
    severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
    on: fc.constant("x"),
    at: fc.constant(null),
    params: fc.constant({}),
    waived: fc.boolean(),
  });

  test("is ⌊100·n / (n + 3·errors + warnings)⌋", () => {
    const [error, warning] = ["error", "warning"].map((severity) => ({
      code: "cycle",
      severity: severity as "error",
      on: "x",
      at: null,
      params: {},
      waived: false,
    }));
    expect(score(framework!, [])).toBe(100);
    expect(score(framework!, [error!])).toBe(76);
    expect(score(framework!, [warning!])).toBe(90);
    expect(score(framework!, [error!, error!, warning!])).toBe(58);
  });

  test("lies from 0 to 100, does not depend on order, and never falls when something is mended", () => {
    fc.assert(
      fc.property(fc.array(finding), fc.nat(), (findings, choice) => {
        const value = score(framework!, findings);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(score(framework!, findings.toReversed())).toBe(value);
        const mended = findings.filter((_, index) => index !== choice % Math.max(1, findings.length));
        expect(score(framework!, mended)).toBeGreaterThanOrEqual(value);
        expect(value === 100).toBe(!findings.some(({ severity, waived }) => !waived && severity !== "info"));
      }),
    );
  });

  test("does not move by comments, order or sections outside the tree", () => {
    const one = lint(`${kpis(8)}objectives: [{id: a, name: A}]\n`);
    const other = lint(`# uitleg\nthemes: [{id: t, name: T}]\nobjectives:\n  - name: A\n    id: a\n${kpis(8)}`);
    expect(other.score).toBe(one.score);
    expect(one.score).toBeLessThan(100);
  });
});

describe("what check says", () => {
  const text = `kpis:
  - id: k0
    naam: Omzet
    target: {value: 250, from: 2026-02-30, to: 2026-03-31}
    owner: sales
`;

  test("as JSON", () => {
    const result = checkJson(only(lint(text, "superKpi: k0\n")), "nl");
    expect(result).toMatchObject({
      findings: [
        expect.objectContaining({
          code: "unknown-key",
          severity: "error",
          file: "a.yaml",
          line: 3,
          column: 5,
          on: "k0",
          waived: false,
          params: { key: "naam" },
        }),
        expect.objectContaining({
          code: "target-without-dates",
          line: 4,
          column: 13,
          message: expect.stringContaining("“from”") as string,
        }),
        expect.objectContaining({ code: "wrong-type", line: 4, column: 32, message: expect.stringContaining("2026-02-28") as string }),
        expect.objectContaining({ code: "unknown-reference", severity: "info", line: 5, column: 12 }),
      ],
      summary: { error: 3, warning: 0, info: 1 },
      score: 52,
    });
  });

  test("as text, by file, with the line and a caret", () => {
    const result = only(lint(text, "superKpi: k0\n"));
    expect(checkText(result, { language: "en", colour: false, files: result.files })).toBe(`a.yaml
  3:5 error unknown-key
    “naam” is not a key here. Remove it or mend its name.
    |     naam: Omzet
    |     ^
  4:13 error target-without-dates
    This target has no “from”, so nobody knows when it is met. Give it a
    beginning and an end.
    |     target: {value: 250, from: 2026-02-30, to: 2026-03-31}
    |             ^
  4:32 error wrong-type
    “target.from” must be an existing date, such as 2026-01-31, but is
    “2026-02-30”. Did you mean “2026-02-28”?
    |     target: {value: 250, from: 2026-02-30, to: 2026-03-31}
    |                                ^
  5:12 info unknown-reference
    “sales” does not exist in teams or stakeholders. Add it there or mend the
    name.
    |     owner: sales
    |            ^

3 errors, 1 info. Score: 52/100.`);
  });

  test("fits 80 columns and has colour only when asked", () => {
    const long = lint(`kpis: [{id: k0, because: "${"woord ".repeat(60)}", ${"x".repeat(30)}: 1, name: [1]}]\n`);
    const plain = checkText(long, { language: "nl", colour: false, files: long.files });
    expect(Math.max(...plain.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(plain).not.toContain("\u001b");
    const coloured = checkText(long, { language: "nl", colour: true, files: long.files });
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
  });

  test("all is well", () => {
    const result = only(lint(kpis(1), "superKpi: k0\n"));
    expect(checkText(result, { language: "nl", colour: false, files: result.files })).toBe("Alles in orde. Score: 100/100.");
  });

  test("refuses a finding of no kind, which would be our own mistake", () => {
    expect(() => message({ code: "no-such-code", severity: "error", on: "x", at: null, params: {}, waived: false }, "nl")).toThrow(
      "no-such-code",
    );
  });
});
