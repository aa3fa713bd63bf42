import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith, type } from "./terminal.ts";

let directory: string;
let dispose: () => Promise<void>;
beforeAll(async () => {
  ({ directory, dispose } = await folderWith({
    "work/helder.yaml": `helder: 1
name: Winkel
language: nl
kpis:
  - {id: orders, name: Bestellingen, metric: orders, target: {value: 300, from: 2026-01-01, to: 2026-03-31}}
metrics:
  - {id: orders, type: observed, unit: count, series: [{from: 2026-01-01, to: 2026-01-31, value: 90}, {from: 2026-02-01, to: 2026-02-28, value: 110}]}
`,
  }));
});
afterAll(() => dispose());

const report = (...words: readonly string[]) => type("report", ...words, "--workspace", join(directory, "work"), "--as-of", "2026-03-01");

describe("helder report", () => {
  test("takes the format from the file's name, and says where it went", async () => {
    const file = join(directory, "review.html");
    expect(await report("--out", file)).toMatchObject({ code: 0, out: `Geschreven: ${file}\n` });
    expect(await readFile(file, "utf8")).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(JSON.parse((await report("--out", file, "--pack", "month", "--json")).out)).toEqual({ file, format: "html" });
  });

  test("without a file the text forms go to standard output", async () => {
    expect((await report("--format", "html", "--language", "en")).out).toContain('<html lang="en">');
    expect((await report()).out).toMatch(/^# Winkel/);
  });

  test.each([
    ["an unknown format", ["--format", "docx"], "bad-option"],
    ["an unknown pack", ["--pack", "year"], "bad-option"],
    ["a workbook on standard output", ["--format", "xlsx"], "bad-option"],
  ])("refuses %s in a sentence", async (_, words, code) => {
    const answer = await report(...words);
    expect(answer.code).toBe(2);
    expect(answer.err).toMatch(new RegExp(`^helder: ${code}: .+\\n$`));
  });

  test.each(["html", "xlsx", "pptx"])("a %s that cannot be written leaves no half file", async (format) => {
    const target = join(directory, `taken-${format}`);
    await mkdir(target, { recursive: true });
    const answer = await report("--format", format, "--out", target);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain("not-writable");
    expect((await readdir(directory)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(await readdir(target)).toEqual([]);
  });

  test("what is wrong with the data stands before the figures, in every text form", async () => {
    const broken = await folderWith({
      "helder.yaml":
        "helder: 1\nname: Winkel\nlanguage: nl\ndatasets: [{id: orders, file: o.csv, time: day, quality: {fresh: 3 days}}]\n" +
        "metrics: [{id: sold, type: count, dataset: orders}]\nkpis: [{id: sold, name: Verkocht, metric: sold, target: {value: 9, from: 2026-01-01, to: 2026-03-31}}]\n",
      "o.csv": "day\n2026-01-05\n2026-01-06\n",
    });
    try {
      for (const [format, mark] of [
        ["md", "- **Fout** De nieuwste rij van orders is van"],
        ["html", '<ul class="heed"><li><strong class="behind">fout</strong> De nieuwste rij van orders is van'],
      ] as const) {
        const { out } = await type("report", "--format", format, "--workspace", broken.directory, "--as-of", "2026-03-01");
        expect(out).toContain(mark);
        expect(out.indexOf(mark)).toBeLessThan(out.indexOf("Verkocht"));
      }
    } finally {
      await broken.dispose();
    }
  });
});
