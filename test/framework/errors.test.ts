import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { errorsPage } from "../../scripts/docs.mjs";
import { type ErrorCode, errorKinds, HelderError } from "../../src/framework/index.ts";

const codes = Object.keys(errorKinds) as ErrorCode[];
const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);

function blanks(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).toSorted();
}

describe("docs/errors.md", () => {
  test("lists every code of the table, once", () => {
    expect(listed).toEqual(codes.toSorted());
  });

  test("says what the table says (npm run docs writes it)", () => {
    expect(page).toBe(errorsPage(errorKinds));
  });
});

describe.each(codes)("%s", (code) => {
  const { nl, en } = errorKinds[code].sentences;

  test("has the same blanks in both languages", () => {
    expect(new Set(blanks(nl))).toEqual(new Set(blanks(en)));
  });

  test("has whole sentences without exclamation mark or 'u'", () => {
    for (const sentence of [nl, en]) {
      expect(sentence).toMatch(/^(?:[A-Z“{-]|helder\.yaml)/);
      expect(sentence).not.toContain("!");
    }
    expect(nl).not.toMatch(/\b(u|uw)\b/i);
  });

  test("fills its blanks and answers with its exit code and status", () => {
    const params = Object.fromEntries(blanks(en).map((name) => [name, `<${name}>`]));
    const error = new HelderError(code, params);
    for (const language of ["nl", "en"] as const) {
      const sentence = error.sentence(language);
      for (const name of blanks(en)) expect(sentence).toContain(`<${name}>`);
      expect(sentence).not.toMatch(/\{\w+\}/);
    }
    expect(error.message).toBe(error.sentence("en"));
    expect(error.exit).toBe(errorKinds[code].exit);
    expect(error.http).toBeGreaterThanOrEqual(400);
  });
});

test("a parameter that looks like a blank stays as it is", () => {
  expect(new HelderError("unknown-metric", { name: "{suggestion}", suggestion: " $& " }).sentence("en")).toBe(
    "There is no metric “{suggestion}”. $& ",
  );
});
