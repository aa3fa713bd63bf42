import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ask, methods } from "../../src/statistics/index.ts";

test.each(methods.map(({ name }) => name))("%s has its page and its sentences", (name) => {
  const page = new URL(`../../docs/methods/${name}.md`, import.meta.url);
  expect(existsSync(page), `docs/methods/${name}.md`).toBe(true);
  expect(readFileSync(page, "utf8")).toMatch(new RegExp(`^# ${name}\n`));
  const { told } = methods.find((method) => method.name === name)!;
  expect(told.nl).not.toBe(told.en);
});

test.each(methods)("$name refuses what is nothing", (method) => {
  for (const nothing of [undefined, null, 1, "", [], {}])
    expect(() => ask(method, nothing)).toThrow(expect.objectContaining({ name: "HelderError" }));
});
