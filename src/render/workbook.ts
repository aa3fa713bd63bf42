import ExcelJS from "exceljs";
import { harmless } from "../sheet/index.ts";
import { withoutClock } from "./archive.ts";

/** What a cell holds. A day is given as `2026-01-31` and becomes a real date. */
export type CellValue = string | number | boolean | { readonly day: string } | null;

export interface Cell {
  readonly value: CellValue;
  /** number format, where it differs from its column's */
  readonly format?: string;
  /** RRGGBB */
  readonly ink?: string;
  readonly wash?: string;
  readonly strong?: true;
  /** points; text of a heading */
  readonly size?: number;
}

export interface Column {
  readonly title: string;
  /** in characters */
  readonly width: number;
  readonly format?: string;
  readonly wrap?: true;
  /** the values that may stand here: a list to choose from in each cell */
  readonly choices?: readonly string[];
  /** darker the larger, over all such columns that stand side by side; or a bar in the cell, of a share of all */
  readonly shown?: "heat" | "bar";
  /** shown when a cell of it is chosen */
  readonly hint?: string;
}

/** A table with a frozen header and filters, or with `title` lines above it a page to read. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Cell | CellValue)[])[];
  /** lines above the header, merged over all columns */
  readonly titles?: readonly Cell[];
  /** columns that stay in sight while others scroll */
  readonly frozen?: number;
  readonly landscape?: true;
  /** empty rows below that have the columns' lists and formats too */
  readonly spare?: number;
}

const dayFormat = "yyyy-mm-dd";
const typeface = "Calibri";
/** More than this an XLSX cell cannot hold. */
const longest = 32_767;

/** Writes sheets as an XLSX file. Text stays text: what begins like a formula gets the apostrophe that spreadsheets know for that. */
export async function workbookOf(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.title = inertText(title);
  book.creator = "Helder";
  // Equal reports give equal bytes: no clock.
  book.created = new Date(0);
  book.modified = new Date(0);
  for (const sheet of sheets) add(book, sheet);
  return withoutClock(new Uint8Array(await book.xlsx.writeBuffer()));
}

function add(book: ExcelJS.Workbook, { name, columns, rows, titles = [], frozen = 1, landscape, spare = 0 }: Sheet): void {
  const head = titles.length + 1;
  const sheet = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: head, xSplit: titles.length > 0 ? 0 : frozen, showGridLines: titles.length === 0 }],
    pageSetup: { paperSize: 9, orientation: "landscape", ...(landscape ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}) },
  });
  columns.forEach((column, index) => (sheet.getColumn(index + 1).width = column.width));
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  titles.forEach((title, index) => {
    sheet.mergeCells(index + 1, 1, index + 1, Math.max(1, columns.length));
    write(sheet.getCell(index + 1, 1), title, { title: "", width: 0, wrap: true });
    sheet.getRow(index + 1).height = linesOf(textOf(title.value), width / ((title.size ?? 11) / 10)) * (title.size ?? 11) * 1.4;
  });
  columns.forEach(({ title }, index) => {
    const cell = sheet.getCell(head, index + 1);
    cell.value = cellText(title);
    cell.font = { name: typeface, bold: true, color: { argb: "FF1A1C1F" } };
    const isNumbers = rows.some((row) => typeof asCell(row[index] ?? null).value === "number");
    cell.alignment = { vertical: "middle", wrapText: true, ...(isNumbers ? { horizontal: "right" } : {}) };
    cell.border = { bottom: { style: "thin", color: { argb: "FFB9B4A9" } } };
  });
  rows.forEach((row, at) => {
    row.forEach((cell, index) => write(sheet.getCell(head + 1 + at, index + 1), asCell(cell), columns[index]!));
    const lines = row.map((cell, index) => (columns[index]!.wrap ? linesOf(textOf(asCell(cell).value), columns[index]!.width) : 1));
    sheet.getRow(head + 1 + at).height = 15 * Math.min(20, Math.max(1, ...lines));
  });
  const last = head + rows.length + spare;
  columns.forEach(({ format, choices, hint }, index) => {
    for (let row = head + 1; row <= last; row++) {
      const cell = sheet.getCell(row, index + 1);
      if (row > head + rows.length && format !== undefined) cell.numFmt = format;
      if (choices) cell.dataValidation = choice(choices, hint);
    }
  });
  shade(sheet, columns, head + 1, head + rows.length);
  if (rows.length + spare > 0)
    sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: Math.max(head, head + rows.length), column: columns.length } };
}

/** What a cell's number looks like beside the others follows that number when somebody changes it. */
function shade(sheet: ExcelJS.Worksheet, columns: readonly Column[], from: number, to: number): void {
  if (to < from) return;
  const area = (first: number, last: number) => `${sheet.getCell(from, first + 1).address}:${sheet.getCell(to, last + 1).address}`;
  const heat = columns.flatMap(({ shown }, index) => (shown === "heat" ? [index] : []));
  if (heat.length > 0)
    sheet.addConditionalFormatting({
      ref: area(heat[0]!, heat.at(-1)!),
      rules: [
        {
          type: "colorScale",
          priority: 1,
          cfvo: [{ type: "min" }, { type: "max" }],
          color: [{ argb: "FFF4F8F7" }, { argb: "FF86B9B4" }],
        },
      ],
    });
  columns.forEach(({ shown }, index) => {
    if (shown !== "bar") return;
    const bar = {
      type: "dataBar" as const,
      priority: 1,
      gradient: false,
      cfvo: [
        { type: "num" as const, value: 0 },
        { type: "num" as const, value: 1 },
      ],
      // The library's types leave its colour out, its files hold it.
      color: { argb: "FFB6D5D1" },
    };
    sheet.addConditionalFormatting({ ref: area(index, index), rules: [bar] });
  });
}

/** A list to choose from; Excel takes at most 255 characters of it. */
function choice(choices: readonly string[], hint: string | undefined): ExcelJS.DataValidation {
  const list = choices.join(",");
  return {
    type: "list",
    allowBlank: true,
    showErrorMessage: true,
    formulae: [`"${list}"`],
    error: list,
    ...(hint === undefined ? {} : { showInputMessage: true, prompt: hint }),
  };
}

function write(cell: ExcelJS.Cell, { value, format, ink, wash, strong, size }: Cell, column: Column): void {
  const isDay = typeof value === "object" && value !== null;
  cell.value = isDay ? new Date(`${value.day}T00:00:00Z`) : typeof value === "string" ? cellText(value) : value;
  const shown = format ?? column.format ?? (isDay ? dayFormat : undefined);
  if (shown !== undefined) cell.numFmt = shown;
  cell.alignment = { vertical: "top", ...(column.wrap ? { wrapText: true } : {}) };
  if (ink !== undefined || strong || size !== undefined)
    cell.font = {
      name: typeface,
      size: size ?? 11,
      ...(strong ? { bold: true } : {}),
      ...(ink === undefined ? {} : { color: { argb: `FF${ink}` } }),
    };
  if (wash !== undefined) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: `FF${wash}` } };
}

function asCell(cell: Cell | CellValue): Cell {
  return typeof cell === "object" && cell !== null && "value" in cell ? cell : { value: cell };
}

function textOf(value: CellValue): string {
  return typeof value === "string" ? value : "";
}

/** About how many lines a text takes in so many characters. */
function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width * 1.05))), 0);
}

/** Characters that XML cannot hold become `�`. */
function inertText(text: string): string {
  return text.replace(/[^\t\n\r -~\u0080-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

function cellText(text: string): string {
  return harmless(inertText(text).slice(0, longest - 1));
}
