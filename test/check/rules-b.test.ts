import { describe, expect, test } from "vitest";
import { message, rules } from "../../src/check/index.ts";
import { customerCases } from "./cases-customer.ts";
import { organisationCases } from "./cases-organisation.ts";
import { type Example, lint } from "./example.ts";

const found = (example: Example, code: string) => lint(example).findings.filter((finding) => finding.code === code);

describe.each(Object.entries({ ...customerCases, ...organisationCases }))("%s", (code, { invalid, valid }) => {
  test.each(invalid)("finds: $text", (example) => {
    const findings = found(example, code);
    expect(findings).not.toEqual([]);
    if (example.on) expect(findings.map(({ on }) => on)).toEqual(example.on);
    for (const finding of findings) {
      expect(finding.severity).toBe(rules[code as keyof typeof rules].severity);
      const [nl, en] = (["nl", "en"] as const).map((language) => message(finding, language));
      expect(nl).not.toBe(en);
      for (const said of [nl, en]) expect(said).toMatch(/^[^\s].*[.?”]$/s);
      expect(`${nl} ${en}`).not.toMatch(/undefined|null|NaN|\[object|!|“”|\bu\b/);
      // Where it stands is a place in the text, not merely somewhere.
      expect(finding.at).not.toBeNull();
    }
  });

  test.each(valid)("lets be: $text", (example) => {
    expect(found(example, code)).toEqual([]);
  });
});
