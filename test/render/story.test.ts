import { unzipSync } from "fflate";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { installedBrowser } from "../../src/render/browser.ts";
import { type DocumentFormat, renderStory } from "../../src/render/index.ts";
import { storyIn } from "../report/discovered.ts";

const languages = ["nl", "en"] as const;
const bytesOf = (format: DocumentFormat, language: "nl" | "en" = "en") => renderStory(storyIn(language), format);
const browser = installedBrowser(process.env);

async function workbook(language: "nl" | "en"): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await bytesOf("xlsx", language);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

async function slides(): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await bytesOf("pptx"));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

const allValues = (language: "nl" | "en") =>
  storyIn(language).steps.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ value }) => (typeof value === "number" ? [value] : [])))),
  );

describe.each(languages)("the story as a page (%s)", (language) => {
  test("has every number unrounded, a picture for each step twice, and nothing from elsewhere", async () => {
    const page = new TextDecoder().decode(await bytesOf("html", language));
    const data = [...page.matchAll(/<data value="([^"]+)">/g)].map((found) => Number(found[1]));
    expect(data).toEqual(allValues(language));
    expect(page.match(/<svg /g)).toHaveLength(12);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<script|<b>|<i>|(?:src|href)="(?!#)/);
    expect(page).not.toMatch(/undefined|NaN/);
  });

  test("as a workbook: the same numbers as numbers, shaded by rules, no formula", async () => {
    const book = await workbook(language);
    const found: number[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          if (typeof cell.value === "number") found.push(cell.value);
          if (typeof cell.value === "string") expect(cell.value).not.toMatch(/^[=+@-]/);
        }),
      );
    const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);
    expect(sorted(found)).toEqual(sorted(allValues(language)));
    const rules = book.worksheets.flatMap((sheet) =>
      (sheet as unknown as { conditionalFormattings: { ref: string; rules: { type: string }[] }[] }).conditionalFormattings.map(
        ({ ref, rules: own }) => `${ref} ${own[0]!.type}`,
      ),
    );
    expect(rules).toEqual(["C2:C5 dataBar", "D2:D4 dataBar", "C2:C6 dataBar", "B2:F6 colorScale", "B2:F6 colorScale", "C2:E4 colorScale"]);
  });
});

describe("the story as slides", () => {
  test("has charts with the numbers that can be edited, and maps as tables with shaded cells", async () => {
    const parts = await slides();
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).map(([, text]) => text);
    expect(charts).toHaveLength(4);
    const values = charts.map((text) =>
      [...text.matchAll(/<c:val>.*?<\/c:val>/gs)].map((series) =>
        [...series[0].matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((found) => Number(found[1])),
      ),
    );
    expect(values[0]).toEqual([[0.25, 0.7, 1]]);
    expect(values[1]).toEqual([[0.75, 0, 0.9]]);
    expect(values[2]).toEqual([
      [0, 0.1, 0.35, 0.55, 0.7, 1],
      [0, 0.5, 0.8, 0.9, 0.95, 1],
    ]);
    expect(values[3]).toEqual([[1000], [1234.5], [1500]]);
    expect([...parts.keys()].filter((name) => name.endsWith(".xlsx"))).toHaveLength(4);
    const maps = [...parts].filter(
      ([name, text]) => name.startsWith("ppt/slides/slide") && /<a:tcPr[^>]*>.*?<a:srgbClr val="86B9B4"\/>/s.test(text),
    );
    expect(maps).toHaveLength(2);
    for (const [name, text] of parts) if (name.startsWith("ppt/slides/")) expect(text).not.toMatch(/<b>|<script|undefined|NaN/);
  });

  test("every link between its parts leads to a part", async () => {
    const parts = await slides();
    for (const [name, text] of parts) {
      if (!name.endsWith(".rels")) continue;
      const folder = name.replace(/_rels\/[^/]*$/, "");
      for (const [, mode, target] of text.matchAll(/<Relationship (?=[^>]*?(TargetMode="External")?)[^>]*Target="([^"]*)"/g)) {
        if (mode !== undefined) continue;
        const path = target!.startsWith("/") ? target!.slice(1) : new URL(target!, `file:///${folder}`).pathname.slice(1);
        expect([...parts.keys()]).toContain(path);
      }
    }
  });
});

describe("equal data give equal bytes", () => {
  test.each(["html", "xlsx", "pptx"] as const)("%s", async (format) => {
    const first = await bytesOf(format);
    await bytesOf("pptx");
    expect(Buffer.from(await bytesOf(format)).equals(Buffer.from(first))).toBe(true);
  });

  test("no part of an office file has a day of its own", async () => {
    for (const format of ["xlsx", "pptx"] as const) {
      const bytes = await bytesOf(format);
      const text = Buffer.from(bytes).toString("latin1");
      // Version needed, flags, way of packing, then time 0 and 1 January 1980.
      const heads = text.match(/PK\u0003\u0004.{10}/gs)!;
      for (const head of heads) expect(head.slice(10, 14)).toBe("\u0000\u0000!\u0000");
    }
  });

  test.skipIf(browser === null)("pdf, a page or more for each step (skipped without Chromium)", async () => {
    const [first, second] = [await bytesOf("pdf"), await bytesOf("pdf")];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    const text = new TextDecoder("latin1").decode(first);
    expect(text.match(/\/Type\s*\/Page\b(?!s)/g)!.length).toBeGreaterThanOrEqual(6);
  });
});
