import { mostColumns } from "../delimited.ts";
import { attribute, decodeEntities, UnreadableXml, xmlReader } from "./xml.ts";
import { cellText, type NumberFormat } from "./format.ts";

/** What a sheet's cells refer to. */
export interface Book {
  readonly strings: readonly string[];
  /** of each style of a cell */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** Cells that are shown as one, from 1, both ends included. */
interface Merged {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  value: string;
}

export interface SheetRows {
  /** rows that ended in what has been written so far; cleared by the caller */
  readonly rows: string[][];
  /** cells that hold an error such as `#N/A`; they are read as nothing */
  errors: number;
  write(text: string): void;
  end(): void;
}

const plain: NumberFormat = { shows: "number" };
/** More merged cells over one row, or a larger one, are no table. */
const mostMerged = 1000;
const largestMerged = 200_000;

/** Reads the rows of a sheet; a merged cell's value stands in all of its cells. */
export function sheetRows(book: Book, decimal: "," | ".", merged: readonly Merged[]): SheetRows {
  let row: string[] = [];
  let rowNumber = 0;
  let column = 0;
  let [type, style] = ["n", 0];
  let value = "";
  let isValue = false;
  let isInline = false;
  let isPhonetic = false;
  let nextMerged = 0;
  let open: Merged[] = [];

  function cell(): void {
    if (value === "") return;
    const text = textOf();
    if (text === "") return;
    while (row.length < column) row.push("");
    row[column] = text;
  }

  function textOf(): string {
    switch (type) {
      case "s":
        return book.strings[Number(value)] ?? "";
      case "b":
        return value.trim() === "1" ? "true" : "false";
      case "e":
        found.errors++;
        return "";
      case "str":
      case "inlineStr":
      case "d":
        return cleaned(decodeEntities(value));
      default:
        return cellText(value, book.formats[style] ?? plain, book.from1904, decimal);
    }
  }

  function finish(): void {
    for (; nextMerged < merged.length && merged[nextMerged]!.top <= rowNumber; nextMerged++) {
      const range = merged[nextMerged]!;
      if (range.top === rowNumber) range.value = row[range.left - 1] ?? "";
      open.push(range);
    }
    open = open.filter(({ bottom }) => bottom >= rowNumber);
    if (open.length > mostMerged) throw new UnreadableXml("too many merged cells");
    for (const { left, right, value: shared } of open) {
      if (shared === "") continue;
      while (row.length < right) row.push("");
      for (let at = left - 1; at < right; at++) if (row[at] === "") row[at] = shared;
    }
    if (row.some((one) => one !== "")) found.rows.push(row);
    row = [];
  }

  const reader = xmlReader({
    open(name, attributes) {
      switch (name) {
        case "c": {
          const reference = attribute(attributes, "r");
          column = reference === null ? column + 1 : columnOf(reference);
          if (column >= mostColumns) throw new UnreadableXml(`more than ${mostColumns} columns`);
          type = attribute(attributes, "t") ?? "n";
          style = Number(attribute(attributes, "s") ?? 0);
          value = "";
          break;
        }
        case "v":
          isValue = true;
          break;
        case "is":
          isInline = true;
          break;
        case "rPh":
          isPhonetic = true;
          break;
        case "row":
          rowNumber = Number(attribute(attributes, "r") ?? rowNumber + 1);
          column = -1;
          break;
        default:
      }
    },
    text(text) {
      if (isValue || (isInline && !isPhonetic)) value += text;
    },
    close(name) {
      switch (name) {
        case "c":
          cell();
          break;
        case "v":
          isValue = false;
          break;
        case "is":
          isInline = false;
          break;
        case "rPh":
          isPhonetic = false;
          break;
        case "row":
          finish();
          break;
        default:
      }
    },
  });
  const found: SheetRows = { rows: [], errors: 0, write: (text) => reader.write(text), end: () => reader.end() };
  return found;
}

/** Index from 0 of a cell such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** The merged cells that a piece of `<mergeCells>` names, from top to bottom. */
export function mergedCells(text: string): Merged[] {
  const found: Merged[] = [];
  for (const [, left, top, right, bottom] of text.matchAll(/ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"/g)) {
    const range = { top: Number(top), bottom: Number(bottom), left: columnOf(left!) + 1, right: columnOf(right!) + 1, value: "" };
    const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    if (range.right <= mostColumns && range.right >= range.left && size > 1 && size <= largestMerged) found.push(range);
  }
  return found.sort((one, other) => one.top - other.top);
}

/** Line ends as `\n`; `_x000D_` and its like are the characters they name. */
export function cleaned(text: string): string {
  const plainText = text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plainText.includes("\r") ? plainText.replace(/\r\n?/g, "\n") : plainText;
}
