import { describe, expect, test } from "vitest";
import { findingKinds, message, rules, whyOf } from "../../src/check/index.ts";
import { idPattern } from "../../src/framework/index.ts";
import { structuralFindings } from "../../src/workspace/index.ts";
import { lint, pageExamples, pageOf } from "./example.ts";

const codes = Object.keys(rules) as (keyof typeof rules)[];

test("each kind stands in its table under its own code, and no code is in both", () => {
  for (const [code, kind] of [...Object.entries(rules), ...Object.entries(structuralFindings)]) {
    expect(kind.code).toBe(code);
    expect(code).toMatch(idPattern);
  }
  expect(findingKinds.size).toBe(codes.length + Object.keys(structuralFindings).length);
});

test.each([...findingKinds.keys()])("%s says why it counts, and its page what can be mended", (code) => {
  const [nl, en] = [whyOf({ code }, "nl"), whyOf({ code }, "en")];
  expect(nl).not.toBe(en);
  for (const why of [nl, en]) expect(why).toMatch(/^\p{Lu}[^.!?]{20,125}\.$/u);
  expect(nl).not.toMatch(/\bu\b/);
  expect(pageOf(code)).toMatch(/\n\nFix: (?:`--fix` |none; )[^]+?\.\n\n/);
});

describe.each(codes)("%s", (code) => {
  const { wrong, right } = pageExamples(code);
  const found = lint(wrong).findings.filter((finding) => finding.code === code);

  test("finds its page's wrong example, and not the right one", () => {
    expect(found).not.toEqual([]);
    expect(lint(right).findings.filter((finding) => finding.code === code)).toEqual([]);
  });

  test("says in both languages what to do", () => {
    for (const finding of found) {
      const [nl, en] = [message(finding, "nl"), message(finding, "en")];
      expect(nl).not.toBe(en);
      for (const said of [nl, en]) expect(said).toMatch(/^\S.{20,}[.?”]$/s);
      expect(`${nl} ${en}`).not.toMatch(/undefined|null|NaN|\[object|!|“”|\bu\b/);
    }
  });

  test("has a page with its severity, why, when to waive and where it comes from", () => {
    expect(pageOf(code)).toMatch(
      new RegExp(
        `^# ${code}: [^\\n]+\\n\\nSeverity: ${rules[code].severity}\\.\\n\\n[^]{40,}\\n\\nWhen to waive: [^]+\\n\\nSource: [A-D]\\d(?:, [A-D]\\d)*\\.\\n\\nWrong:`,
      ),
    );
  });

  test("has examples that hold nothing else that is broken", () => {
    for (const example of [wrong, right]) {
      const broken = lint(example).findings.filter((finding) => finding.code in structuralFindings && finding.severity === "error");
      expect(broken.filter((finding) => finding.code !== "unknown-reference")).toEqual([]);
    }
  });
});
