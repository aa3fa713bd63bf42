import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, findingKinds, fixer, mend, rules } from "../../src/check/index.ts";
import type { Finding } from "../../src/framework/index.ts";
import { change, changeAll, parse, type SourceFile } from "../../src/workspace/index.ts";
import { customerCases } from "./cases-customer.ts";
import { cases } from "./cases-indicators.ts";
import { organisationCases } from "./cases-organisation.ts";
import { type Example, pageOf } from "./example.ts";
import { filesOf, sinned, sins, slips, type Typed, written } from "./generated.ts";

const today = "2026-11-22";
const numRuns = Number(process.env["HELDER_RUNS"] ?? 12);
const anything = { ...sins, ...slips };

function linted(files: readonly SourceFile[], day = today) {
  const { framework, findings, sources } = parse(files);
  const workspace = { framework: framework!, findings, sources, today: day };
  return { workspace, findings: check(workspace).findings, fixOf: fixer(workspace) };
}

/** What a finding says, wherever it stands. */
const said = ({ code, on, params, waived }: Finding) => {
  const { file: _, line: __, column: ___, ...more } = params;
  return JSON.stringify([code, on, more, waived]);
};
const named = ({ code, on }: Finding) => `${code} ${on}`;

const ofReading = (code: string) => !(code in rules);
/** What was not read, or lay in no day, may have findings of its own once it is. */
const uncovers = (code: string) => (ofReading(code) && code !== "duplicate-id") || code === "target-backwards";

const filesOfExample = ({ text, settings = "" }: Example) => [
  { path: "a.yaml", text },
  { path: "helder.yaml", text: `helder: 1\nname: Proef\n${settings}` },
];
const pages = [...findingKinds.keys()].flatMap((code) =>
  [...pageOf(code).matchAll(/```yaml\n([^`]+)```/g)].map(([, text]) => ({ text: text! })),
);
const examples: readonly Example[] = [
  ...pages,
  ...Object.values({ ...cases, ...customerCases, ...organisationCases }).flatMap(({ invalid, valid }) => [...invalid, ...valid]),
  { text: "goals: [{id: g, name: G}, {id: g, name: G}]\n" },
  {
    text: "kpis:\n  - {id: k, metric: m, ownr: x, direction: Up, target: {value: '25', from: 2026/10/01, to: 31-12-2026}}\nmetrics: [{id: m, type: churn, kind: silnce, dataset: d}]\ndatasets: [{id: d, file: d.csv}]\n",
  },
  { text: "kpis: [{id: k, metric: m, target: {value: 25}}]\nmetrics: [{id: m, type: observed, unit: percent}]\n" },
  { text: "kpis: [{id: k, guardrail: [k, m]}]\nmetrics: [{id: m, type: observed}]\n" },
];

/** Every fix by itself takes its finding away and brings none. */
function everyFixMends(files: readonly SourceFile[], day = today): void {
  const { findings, fixOf } = linted(files, day);
  for (const finding of findings) {
    const changes = fixOf(finding);
    if (changes.length === 0) continue;
    const mended = files.map((file) => ({
      ...file,
      text: changeAll(
        file.text,
        changes.filter((one) => one.file === file.path),
      ),
    }));
    const left = linted(mended, day).findings;
    const count = (all: readonly Finding[]) => all.filter((one) => said(one) === said(finding)).length;
    expect(count(left), said(finding)).toBeLessThan(count(findings));
    if (uncovers(finding.code)) continue;
    // A waiver's findings are named after what it is about, which is what was misspelt.
    const name = finding.code === "waiver-of-nothing" ? ({ code }: Finding) => code : named;
    const before = findings.map(name);
    for (const one of left.map(name)) {
      const at = before.indexOf(one);
      expect(at, `${named(finding)} brought ${one}`).toBeGreaterThanOrEqual(0);
      before.splice(at, 1);
    }
  }
}

describe("a fix", () => {
  test("takes its finding away and brings none, in every example", () => {
    for (const example of examples) everyFixMends(filesOfExample(example), example.today);
  });

  test("takes its finding away and brings none", () => {
    fc.assert(
      fc.property(sinned(anything), ({ files }) => everyFixMends(files)),
      { numRuns },
    );
  });

  test("is there for what can be mended without asking", () => {
    const fixed = new Set(
      examples.flatMap((example) =>
        mend(filesOfExample(example), { today: example.today ?? today }).mended.map(({ finding }) => finding.code),
      ),
    );
    for (const code of fixed) expect(pageOf(code)).toMatch(/\nFix: `--fix` /);
    for (const code of findingKinds.keys()) if (!fixed.has(code)) expect(pageOf(code), code).toMatch(/\nFix: none; /);
  });

  test("leaves nothing to fix, and twice is once", () => {
    fc.assert(
      fc.property(sinned(anything), ({ files }) => {
        const once = mend(files, { today });
        const { findings, fixOf } = linted(once.files);
        expect(findings.filter((finding) => fixOf(finding).length > 0)).toEqual([]);
        expect(findings).toEqual(once.result.findings);
        const twice = mend(once.files, { today });
        expect(twice.mended).toEqual([]);
        expect(twice.files).toBe(once.files);
      }),
      { numRuns },
    );
  });

  test("leaves every comment but those inside what it takes away, and the line endings", () => {
    fc.assert(
      fc.property(sinned(anything), ({ files }) => {
        const lines = (all: readonly SourceFile[]) =>
          new Set(all.flatMap(({ text }) => text.split(/\r?\n/)).flatMap((line) => /# .*/.exec(line)?.[0] ?? []));
        const after = lines(mend(files, { today }).files);
        for (const comment of lines(files)) {
          const [, place, entry] = comment.split(" ");
          const gone = place === "first" || (place === "inside" && !after.has(`# first ${entry}`));
          if (!gone) expect(after).toContain(comment);
        }
        for (const { text } of mend(files, { today }).files) expect(text.includes("\r\n") && /[^\r]\n/.test(text)).toBe(false);
      }),
      { numRuns },
    );
  });

  test("leaves what is waived", () => {
    const files = filesOfExample({
      text: "kpis: [{id: k}]\nteams: [{id: t, name: T, scorecard: [{kpi: k, weight: 0.5}]}]\nwaivers: [{code: weights-not-one, on: t, because: x, by: y, until: 2027-01-01}]\n",
    });
    expect(mend(files, { today }).mended).toEqual([]);
  });

  test("of one kind about one entity leaves the others", () => {
    const files = filesOfExample({ text: "kpis: [{id: a, ownr: x}, {id: b, ownr: x}]\n" });
    const { mended, files: after } = mend(files, { today, only: { code: "unknown-key", on: "b" } });
    expect(mended.map(({ finding }) => finding.on)).toEqual(["b"]);
    expect(after[0]!.text).toBe("kpis: [{id: a, ownr: x}, {id: b, owner: x}]\n");
    expect(after[1]).toBe(files[1]);
  });

  test("changes no text that other places refer to", () => {
    const text = "kpis:\n  - {id: a, target: &t {valu: 1}}\n  - {id: b, target: *t}\n";
    const { mended, files } = mend(filesOfExample({ text }), { today });
    expect(mended).toEqual([]);
    expect(files[0]!.text).toBe(text);
  });
});

describe("findings", () => {
  test("do not change with the order of files and of entries", () => {
    const turned = (typed: Typed): Typed =>
      Object.fromEntries(
        Object.entries(typed)
          .toReversed()
          .map(([section, entries]) => [section, entries.toReversed()]),
      );
    fc.assert(
      fc.property(sinned(sins), ({ typed, files }) => {
        const all = (some: readonly SourceFile[]) => linted(some).findings.map(said).sort();
        expect(all(files.toReversed())).toEqual(all(files));
        expect(all(filesOf(turned(typed), true))).toEqual(all(files));
      }),
      { numRuns },
    );
  });
});

describe("a framework that is written", () => {
  test("reads as the same framework, and nothing is wrong with it", () => {
    fc.assert(
      fc.property(sinned(sins), ({ files }) => {
        const { framework } = parse(files);
        const again = parse(written(framework!));
        expect(again.findings).toEqual([]);
        expect(again.framework).toEqual(framework);
      }),
      { numRuns },
    );
  });

  test("keeps its bytes where a value becomes itself", () => {
    fc.assert(
      fc.property(sinned(anything), fc.nat(), ({ typed, files }, at) => {
        const sections = Object.keys(typed);
        const section = sections[at % sections.length]!;
        const file = files.find(({ text }) => text.includes(`# section ${section}`))!;
        expect(change(file.text, [section], typed[section] as never)).toBe(file.text);
      }),
      { numRuns },
    );
  });
});
