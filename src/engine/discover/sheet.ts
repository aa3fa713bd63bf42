import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { HelderError, type Language } from "../../framework/index.ts";
import { harmless } from "../../sheet/index.ts";
import { writeFileAtomically } from "../../workspace/index.ts";

/** A column of a file with customers, with what it means. */
export interface SheetColumn {
  readonly name: string;
  /** a spreadsheet's number format */
  readonly format?: string;
  readonly sentences: Readonly<Record<Language, string>>;
}

export type Cell = string | number | boolean | Date | null;

/** Refuses a file of another kind before anything is counted. Throws HelderError `bad-option`. */
export function refuseOtherFiles(option: string, file: string): void {
  if (!/\.(?:xlsx|csv)$/i.test(file)) throw new HelderError("bad-option", { option, value: file, hint: "customers.xlsx | customers.csv" });
}

/**
 * Writes rows as `.csv` or `.xlsx`; in a workbook the second sheet tells what each column means. A text that would be a formula is none.
 * Throws HelderError `not-writable`.
 */
export async function writeSheet(
  file: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
  language: Language,
): Promise<void> {
  const path = resolve(file);
  try {
    if (/\.csv$/i.test(file)) await writeFileAtomically(path, csvOf(columns, rows));
    else await writeWorkbook(path, columns, rows, language);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || cause instanceof HelderError) throw cause;
    throw new HelderError("not-writable", { path: file, reason: code }, { cause });
  }
}

const safe = (cell: Cell): Cell => (typeof cell === "string" ? harmless(cell) : cell);

function csvOf(columns: readonly SheetColumn[], rows: readonly (readonly Cell[])[]): string {
  const text = (cell: Cell): string => {
    const plain = safe(cell);
    if (plain === null) return "";
    if (plain instanceof Date) return plain.toISOString().slice(0, 10);
    const shown = String(plain);
    return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
  };
  return [columns.map(({ name }) => name), ...rows].map((row) => `${row.map(text).join(",")}\n`).join("");
}

async function writeWorkbook(
  path: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly Cell[])[],
  language: Language,
): Promise<void> {
  const stream = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => stream.on("error", reject));
  const write = async () => {
    // Loading it takes longer than most commands do.
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const sheet = book.addWorksheet(language === "nl" ? "Klanten" : "Customers", { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ name, format }) => ({
      header: name,
      key: name,
      width: 16,
      ...(format ? { style: { numFmt: format } } : {}),
    }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    for (const row of rows) sheet.addRow(row.map(safe)).commit();
    sheet.commit();
    const definitions = book.addWorksheet(language === "nl" ? "Uitleg" : "Definitions");
    for (const { name, sentences } of columns) definitions.addRow([name, sentences[language]]).commit();
    definitions.commit();
    await book.commit();
  };
  try {
    await Promise.race([write(), failed]);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
