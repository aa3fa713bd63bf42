import { unzipSync } from "fflate";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/framework/index.ts";
import { formats, words } from "../../src/locale/index.ts";
import { type DocumentFormat, render } from "../../src/render/index.ts";
import { headline, pathInPeriod, type ReportJson, toJson } from "../../src/report/index.ts";
import { frameworkOf, reportOf, shop, told } from "../report/example.ts";

const languages = ["nl", "en"] as const;
const jsonIn = (language: Language, framework = shop): ReportJson => toJson(reportOf(framework), language, told);

async function textOf(format: DocumentFormat, language: Language, report = jsonIn(language)): Promise<string> {
  return new TextDecoder().decode(await render(report, format, language));
}

async function sheetsOf(report: ReportJson, language: Language): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await render(report, "xlsx", language);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  return book;
}

/** The rows of a sheet as maps from column to value; the header is the row that is frozen last. */
function rowsOf(sheet: ExcelJS.Worksheet): Map<string, ExcelJS.CellValue>[] {
  const view = sheet.views[0]!;
  const head = view.state === "frozen" ? view.ySplit! : 1;
  const titles = (sheet.getRow(head).values as ExcelJS.CellValue[]).slice(1).map(String);
  const rows: Map<string, ExcelJS.CellValue>[] = [];
  sheet.eachRow((row, number) => {
    if (number <= head) return;
    rows.push(new Map(titles.map((title, index) => [title, row.getCell(index + 1).value])));
  });
  return rows;
}

async function partsOf(report: ReportJson, language: Language): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await render(report, "pptx", language));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

const dayOf = (value: ExcelJS.CellValue | undefined) => (value instanceof Date ? value.toISOString().slice(0, 10) : null);
const sentenceOf = (report: ReportJson, language: Language) =>
  headline(report, language)
    .map(({ text }) => text)
    .join("");

describe.each(languages)("each form says what run --json says (%s)", (language) => {
  const report = jsonIn(language);

  test("HTML: every value, target and path, unrounded beside what is shown", async () => {
    const page = await textOf("html", language);
    for (const entry of [...report.kpis, ...report.cpis]) {
      const row = new RegExp(`<tr[^>]* id="${entry.kind}-${entry.id}">(.*?)</tr>`, "s").exec(page)![1]!;
      const numbers = [...row.matchAll(/<td class="amount">(.*?)<\/td>/gs)].flatMap((cell) =>
        [...cell[1]!.matchAll(/<data value="([^"]+)">/g)].map((match) => Number(match[1])),
      );
      const path = entry.expected === null || entry.expected === entry.target?.value ? [] : [entry.expected];
      expect(numbers).toEqual([entry.value, entry.target?.value ?? null, ...path].filter((value) => value !== null));
      expect(row).toContain(words[language].status[entry.status]);
    }
  });

  test("XLSX: real numbers with formats, real days, the status as a word", async () => {
    const book = await sheetsOf(report, language);
    const { column } = words[language];
    for (const [sheet, entries] of [
      [book.worksheets[1]!, report.kpis],
      [book.worksheets[2]!, report.cpis],
    ] as const) {
      const rows = rowsOf(sheet);
      expect(rows).toHaveLength(entries.length);
      entries.forEach((entry, index) => {
        const row = rows[index]!;
        expect([row.get(column.value), row.get(column.target), row.get(column.path)]).toEqual([
          entry.value,
          entry.target?.value ?? null,
          entry.expected,
        ]);
        expect(row.get(column.status)).toBe(words[language].status[entry.status]);
        expect([dayOf(row.get(column.from)), dayOf(row.get(column.to))]).toEqual([entry.target?.from ?? null, entry.target?.to ?? null]);
      });
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
    }
    const revenue = book.worksheets[1]!.getColumn(4).values.findIndex(
      (value) => value === report.kpis.find(({ id }) => id === "sales")!.value,
    );
    expect(book.worksheets[1]!.getCell(revenue, 4).numFmt).toContain("€");
  });

  test("XLSX: every point of every series", async () => {
    const sheet = (await sheetsOf(report, language)).worksheets[3]!;
    const points = [...report.kpis, ...report.cpis].flatMap((entry) =>
      entry.series.map((point) => [entry.name, point.period, point.from, point.to, point.value, point.n]),
    );
    const told = rowsOf(sheet).map((row) => {
      const [name, period, from, to, value, n] = [...row.values()];
      return [name, period, dayOf(from), dayOf(to), value, n];
    });
    expect(told).toEqual(points);
  });

  test("PPTX: the sentence first, at most a slide per KPI, and charts that hold the values and the path", async () => {
    const parts = await partsOf(report, language);
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeLessThanOrEqual(report.kpis.length + 3);
    expect(parts.get("ppt/slides/slide1.xml")).toContain(sentenceOf(report, language).split(".")[0]!.replaceAll("’", "’"));
    const drawn = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(drawn).toHaveLength(report.kpis.filter((entry) => entry.series.filter((point) => point.complete).length >= 2).length);
    for (const entry of report.kpis) {
      const values = entry.series.filter((point) => point.complete).map((point) => point.value);
      const path = entry.series.filter((point) => point.complete).map((point) => pathInPeriod(entry, point));
      const chart = drawn.find((xml) => {
        const series = [...xml.matchAll(/<c:val>(.*?)<\/c:val>/gs)].map(([, inside]) =>
          [...inside!.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => (match[1] === "" ? null : Number(match[1]))),
        );
        const begins = (found: readonly (number | null)[] | undefined, wanted: readonly (number | null)[]) =>
          wanted.every((value, index) => found?.[index] === value);
        return begins(series[0], values) && (path.every((value) => value === null) || begins(series[1], path));
      });
      expect(chart, entry.id).toBeDefined();
    }
    expect([...parts.keys()].filter((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toHaveLength(drawn.length);
  });

  test("equal reports give equal HTML and the workbook has no clock in it", async () => {
    expect(await textOf("html", language)).toBe(await textOf("html", language));
    const book = await sheetsOf(report, language);
    expect(book.created.getTime()).toBe(0);
  });
});

describe("nothing that somebody typed gets out of its place", () => {
  const nasty = frameworkOf(
    { name: `<script>alert("x")</script> & '=1+1` },
    {
      kpis: [
        {
          id: "a",
          name: '=HYPERLINK("http://example.org")',
          metric: "ads",
          target: { value: 1000, from: "2026-10-01", to: "2026-12-31" },
          owner: "</td><img src=x>",
        },
        { id: "b", name: "\u202Eevil\u0007]]>", metric: "quotes", because: "@SUM(A1)" },
      ],
    },
    shop.metrics,
  );
  const report = jsonIn("nl", nasty);

  test("HTML", async () => {
    const page = await textOf("html", "nl", report);
    expect(page).not.toMatch(/<script|<img|\u202E|\u0007/);
    expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;=1+1");
    expect(page.match(/<\/td>/g)).toHaveLength(page.match(/<td[ >]/g)!.length);
  });

  test("XLSX holds texts, not formulas", async () => {
    const book = await sheetsOf(report, "nl");
    const cells: ExcelJS.Cell[] = [];
    book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
    expect(cells.filter((cell) => cell.type === ExcelJS.ValueType.Formula)).toEqual([]);
    expect(cells.filter((cell) => typeof cell.value === "string" && /^\s*[=+@]/.test(cell.value))).toEqual([]);
    expect(cells.some((cell) => cell.value === '\'=HYPERLINK("http://example.org")')).toBe(true);
  });

  test("PPTX", async () => {
    const slides = [...(await partsOf(report, "nl"))].filter(([name]) => name.startsWith("ppt/slides/slide")).map(([, xml]) => xml);
    expect(slides.join("")).not.toMatch(/<script|<img|\u202E|\u0007/);
    for (const xml of slides) expect(xml.match(/<a:t>/g)?.length ?? 0).toBe(xml.match(/<\/a:t>/g)?.length ?? 0);
  });
});

test("a report without KPIs is a report still", async () => {
  const report = jsonIn("en", frameworkOf({ language: "en" }));
  for (const format of ["html", "xlsx", "pptx"] as const) expect((await render(report, format, "en")).length).toBeGreaterThan(1000);
});

test("numbers are written as the reader's language does", async () => {
  const report = jsonIn("nl");
  const retention = report.kpis.find(({ id }) => id === "retention")!;
  expect(await textOf("html", "nl", report)).toContain(formats("nl").value(retention.value, "percent"));
  expect(await textOf("html", "en")).toContain(formats("en").value(retention.value, "percent"));
});
