import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Framework, sectionNames } from "../../src/framework/index.ts";
import { frameworkEntries, frameworkTables, isFrameworkTables, sheetChanges, type TextTable, typedEntries } from "../../src/sheet/index.ts";
import { frameworkWorkbook } from "../../src/render/index.ts";
import { open } from "../../src/workspace/index.ts";
import { folderWith, type } from "../cli/terminal.ts";
import { workspaces } from "./frameworks.ts";

/** The tables as a spreadsheet gives them back: texts all of them. */
function asTexts(framework: Framework): TextTable[] {
  return frameworkTables(framework).map(({ name, columns, rows }) => ({
    name,
    rows: [
      columns.map(({ title }) => title),
      ...rows.map((row) => row.map((cell) => (cell === null ? "" : typeof cell === "object" ? cell.day : String(cell)))),
    ],
  }));
}

/** Entries with an id that another has too stand in no table of ids: the first counts, as in the framework. */
function withoutTwins(framework: Framework): Framework {
  const kept = sectionNames.map((section) => {
    const seen = new Set<string>();
    const entries = (framework[section] as readonly { id?: string }[]).filter(
      ({ id }) => id === undefined || (!seen.has(id) && seen.add(id)),
    );
    return [section, entries];
  });
  return { ...framework, ...(Object.fromEntries(kept) as object) };
}

// HELDER_SOAK=5000 asks longer.
const runs = Number(process.env["HELDER_SOAK"] ?? 40);

describe("a framework as tables reads back without loss", () => {
  test("law: nothing is added, changed or doubted, whatever the framework", () => {
    fc.assert(
      fc.property(workspaces, ({ framework: parsed }) => {
        const framework = withoutTwins(parsed);
        const tables = asTexts(framework);
        const read = frameworkEntries(tables);
        expect(isFrameworkTables(tables)).toBe(true);
        expect(read.doubts).toEqual([]);
        const there = typedEntries(framework);
        expect(sheetChanges(there, read)).toEqual({ added: [], changed: [], unchanged: there.length });
        expect(sheetChanges([], read).added.map(({ section, id, value }) => ({ section, id, value }))).toEqual(there);
      }),
      { numRuns: runs },
    );
  });

  test("law: also by a real workbook, into the same and into an empty workspace", async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, async ({ text, framework }) => {
        const bytes = await frameworkWorkbook(frameworkTables(framework), "Test", "nl");
        const { directory, dispose } = await folderWith({
          "full/helder.yaml": text,
          "empty/helder.yaml": "helder: 1\nname: Test\nlanguage: nl\n",
          "list.xlsx": bytes,
        });
        try {
          const list = join(directory, "list.xlsx");
          const again = await type("import", list, "--workspace", join(directory, "full"), "--json");
          expect(again.err).toBe("");
          expect(JSON.parse(again.out)).toMatchObject({ added: [], changed: [] });
          expect((await type("import", list, "--workspace", join(directory, "empty"), "--yes")).code).toBe(0);
          const copy = (await open(join(directory, "empty"))).framework;
          for (const section of sectionNames) expect(copy[section], section).toEqual(withoutTwins(framework)[section]);
        } finally {
          await dispose();
        }
      }),
      { numRuns: Math.max(5, Math.ceil(runs / 20)) },
    );
  });

  test.each(["badkamerwinkel", "sportschool", "verzekeraar"].flatMap((name) => [`${name}/nl`, `${name}/en`]))(
    "the example %s",
    async (example) => {
      const files = ["cpis", "data", "framework", "helder", "kpis", "learning", "metrics", "organisation"].flatMap((name) => {
        try {
          return [[`${name}.yaml`, readFileSync(join("examples", example, `${name}.yaml`), "utf8")]];
        } catch {
          return [];
        }
      });
      const { directory, dispose } = await folderWith(Object.fromEntries(files) as Record<string, string>);
      try {
        const list = join(directory, "list.xlsx");
        expect((await type("export", "--format", "xlsx", "--out", list, "--workspace", directory)).code).toBe(0);
        const { framework } = await open(directory);
        const read = JSON.parse((await type("import", list, "--workspace", directory, "--json")).out) as { unchanged: number };
        expect(read).toMatchObject({
          added: [],
          changed: [],
          doubts: [],
          findings: [],
          written: false,
          unchanged: typedEntries(framework).length,
        });
      } finally {
        await dispose();
      }
    },
  );
});
