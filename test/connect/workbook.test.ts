import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { readSheet, UnreadableWorkbook } from "../../src/connect/index.ts";

const directory = mkdtempSync(join(tmpdir(), "helder-workbook-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const runs = Number(process.env["HELDER_RUNS"] ?? 1000);

async function made(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const path = join(directory, `${Math.random()}.xlsx`);
  await book.xlsx.writeFile(path);
  return path;
}

async function textOf(path: string, sheet: string | null = null, decimal: "," | "." = "."): Promise<string> {
  let text = "";
  for await (const lines of (await readSheet(path, sheet, decimal)).lines) text += lines;
  return text;
}

test("cells are what they show: days, times, percentages as fractions, booleans, texts, leading zeros, nothing for errors", async () => {
  const path = await made((book) => {
    const sheet = book.addWorksheet("Blad1");
    sheet.addRow(["nr", "dag", "moment", "tijd", "deel", "ja", "tekst", "code", "som", "fout"]);
    const row = sheet.addRow([
      1234.5,
      new Date(Date.UTC(2025, 11, 31)),
      new Date(Date.UTC(2025, 11, 31, 14, 5, 6)),
      0.75,
      0.125,
      true,
      'zei "ja", toen',
      42,
      { formula: "A2*2", result: 2469 },
      { error: "#N/A" },
    ]);
    for (const [at, format] of [
      [2, "dd-mm-yyyy"],
      [3, 'd "mei" yyyy h:mm:ss'],
      [4, "h:mm"],
      [5, "0.0%"],
      [8, "00000"],
    ] as const)
      row.getCell(at).numFmt = format;
  });
  expect(await textOf(path)).toBe(
    'nr,dag,moment,tijd,deel,ja,tekst,code,som,fout\n1234.5,2025-12-31,2025-12-31 14:05:06,18:00:00,0.125,true,"zei ""ja"", toen",00042,2469,\n',
  );
  expect((await textOf(path, null, ",")).split("\n")[1]!.startsWith('"1234,5",')).toBe(true);
});

test("merged cells hold their value everywhere; empty rows are left out", async () => {
  const path = await made((book) => {
    const sheet = book.addWorksheet("x");
    sheet.addRow(["Klant", null, "Bestelling"]);
    sheet.addRow(["Naam", "Plaats", "Bedrag"]);
    sheet.addRow([]);
    sheet.addRow(["Jan", "Ede", 1]);
    sheet.addRow([null, "Ede", 2]);
    sheet.mergeCells("A1:B1");
    sheet.mergeCells("A4:A5");
  });
  expect(await textOf(path)).toBe("Klant,Klant,Bestelling\nNaam,Plaats,Bedrag\nJan,Ede,1\nJan,Ede,2\n");
});

test("the first sheet that is shown and holds rows, or the one that is asked for; days since 1904", async () => {
  const path = await made((book) => {
    book.properties.date1904 = true;
    book.addWorksheet("Uitleg").addRow(["Alleen een titel"]);
    const hidden = book.addWorksheet("Verborgen", { state: "hidden" });
    hidden.addRows([["a"], ["b"]]);
    const data = book.addWorksheet("Data");
    data.addRows([["dag"], [new Date(Date.UTC(2026, 0, 31))]]);
    data.getCell("A2").numFmt = "yyyy-mm-dd";
    book.addWorksheet("Meer").addRows([["c"], ["d"]]);
  });
  const read = await readSheet(path, null, ".");
  expect([read.sheet, read.others]).toEqual(["Data", ["Meer"]]);
  expect(await textOf(path)).toBe("dag\n2026-01-31\n");
  expect(await textOf(path, "verborgen")).toBe("a\nb\n");
  await expect(readSheet(path, "Nergens", ".")).rejects.toThrow(UnreadableWorkbook);
});

test("texts in the cell, with a prefix on every name, references left out, escapes", async () => {
  const path = join(directory, "strict.xlsx");
  const sheet = `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><!-- <x:row> --><x:row><x:c t="inlineStr"><x:is><x:r><x:t>a &amp; </x:t></x:r><x:r><x:t>b_x000D_</x:t></x:r></x:is></x:c><x:c t="str"><x:f>1&lt;2</x:f><x:v><![CDATA[c<d]]></x:v></x:c></x:row><x:row><x:c><x:v>0.30000000000000004</x:v></x:c><x:c t="d"><x:v>2026-01-31</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  writeFileSync(
    path,
    zipSync({
      "xl/workbook.xml": strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      "xl/_rels/workbook.xml.rels": strToU8('<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>'),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    }),
  );
  expect(await textOf(path)).toBe('"a & b\n",c<d\n0.3,2026-01-31\n');
});

test("an archive that unpacks to far more than it holds is refused", async () => {
  const path = join(directory, "bomb.xlsx");
  const bytes = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": new Uint8Array(50_000_000) });
  writeFileSync(path, bytes);
  await expect(readSheet(path, null, ".")).rejects.toThrow(UnreadableWorkbook);
});

test("fuzz: a damaged workbook is read or refused", async () => {
  const good = Buffer.from(
    zipSync(
      {
        "xl/workbook.xml": strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
        "xl/sharedStrings.xml": strToU8("<sst><si><t>naam</t></si><si><t>Jan</t></si></sst>"),
        "xl/styles.xml": strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
        "xl/worksheets/sheet1.xml": strToU8(
          '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" s="1"><v>46022</v></c><c r="B2"><v>1e3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>',
        ),
      },
      { level: 0 },
    ),
  );
  const path = join(directory, "fuzz.xlsx");
  const harm = fc.array(fc.tuple(fc.nat(good.length - 1), fc.oneof(fc.nat(255), fc.constant(-1))), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(harm, async (harms) => {
      const bytes = Buffer.from(good);
      let length = bytes.length;
      for (const [at, byte] of harms) {
        if (byte < 0) length = Math.min(length, at);
        else bytes[at] = byte;
      }
      writeFileSync(path, bytes.subarray(0, length));
      const text = await textOf(path).catch((error: unknown) => error);
      expect(typeof text === "string" ? text.length < 1e6 : text instanceof UnreadableWorkbook).toBe(true);
    }),
    { numRuns: runs },
  );
});
