import type { Format } from "../framework/index.ts";
import { lookOf } from "./cell.ts";
import { firstRecords, mostColumns, type PlacedRecord, UnreadableHeader } from "./delimited.ts";

/** How one delimited text is laid out. */
export interface Layout {
  /** `" "`: runs of spaces */
  readonly delimiter: string;
  readonly quote: string;
  /** lines before the header */
  readonly skip: number;
  /** number of header rows */
  readonly header: number;
  /** records, blank lines among them, before the last header row, or before the first row where there is no header */
  readonly leading: number;
  /** the header's names as they stand, trimmed, several rows joined; made unique by `uniqueNames` */
  readonly names: readonly string[];
}

const seen = 200;
const mostLinesBefore = 30;

/**
 * Finds how a text is laid out from its beginning; what `format` says is not sought. `cut`: the text goes on after this. Null for an empty
 * text. Throws UnreadableHeader.
 */
export function layoutOf(text: string, format: Format, options: { readonly tabs?: boolean; readonly cut?: boolean } = {}): Layout | null {
  // Excel's own first line, which says how the others are cut.
  const separator = /^\uFEFF?sep=(.)\r?(?:\n|$)/i.exec(text);
  const quote = format.quote ?? sniffQuote(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = format.delimiter ?? separator?.[1] ?? (options.tabs ? "\t" : sniffDelimiter(body, quote));
  const records = delimiter === " " ? spacedRecords(text) : firstRecords(text, delimiter, quote, seen, options.cut ?? false);
  if (records.length === 0) return null;
  const first =
    format.skip === undefined ? firstOfTable(records, separator !== null) : records.findIndex(({ place }) => place >= format.skip!);
  const table = first < 0 ? [] : records.slice(first);
  if (table.length === 0) return null;
  const header = format.header ?? headerRows(table.map(({ fields }) => fields));
  const heads = table.slice(0, Math.max(header, 1));
  if (header > 0 && heads.some(({ status }) => status !== "complete")) throw new UnreadableHeader("a quote in the header is not closed");
  const width = Math.max(...heads.map(({ fields }) => fields.length));
  if (width > mostColumns) throw new UnreadableHeader(`more than ${mostColumns} columns`);
  return {
    delimiter,
    quote,
    skip: table[0]!.place,
    header,
    leading: header === 0 ? table[0]!.place : heads.at(-1)!.place,
    names:
      header === 0
        ? Array.from({ length: width }, () => "")
        : joined(
            heads.map(({ fields }) => fields),
            width,
          ),
  };
}

function joined(rows: readonly (readonly string[])[], width: number): string[] {
  // Below Qualtrics' names and questions stands a row for its own use, and the questions are no names.
  const used = rows.length === 3 && isImportRow(rows[2]!) ? rows.slice(0, 1) : rows;
  const cells = used.map((row) => Array.from({ length: width }, (_, index) => (row[index] ?? "").trim().replace(/\s+/g, " ")));
  // A name over several columns stands above the first of them only.
  for (const [at, row] of cells.entries()) {
    const below = cells[at + 1];
    if (below) row.forEach((cell, index) => (row[index] = cell === "" && below[index] !== "" ? (row[index - 1] ?? "") : cell));
  }
  return Array.from({ length: width }, (_, index) => [...new Set(cells.map((row) => row[index]!))].filter((part) => part !== "").join(" "));
}

function isImportRow(row: readonly string[]): boolean {
  return row.length > 1 && row.every((cell) => cell.trim().startsWith('{"ImportId"'));
}

function sniffQuote(text: string): string {
  const head = text.slice(0, 20_000);
  if (head.includes('"')) return '"';
  const quoted = head.match(/(?:^|[,;\t|])'[^'\n]*'(?=[,;\t|\r\n]|$)/gm)?.length ?? 0;
  return quoted > 0 && quoted >= head.split("\n").length - 1 ? "'" : '"';
}

const delimiters = [",", ";", "\t", "|"];

/**
 * Of the delimiters that cut the first record, the one that cuts the following records into as many pieces most often; where none cuts the
 * first, which may be a title, the one that cuts most records alike.
 */
function sniffDelimiter(text: string, quote: string): string {
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = firstRecords(text, delimiter, quote, 100).map(({ fields }) => fields.length);
    const first = counts[0] ?? 1;
    const usual = first < 2 ? widthBelow(counts) : first;
    if (usual < 2) continue;
    const compared = first < 2 ? counts.slice(counts.findIndex((count) => count > 1)) : counts;
    const equal = compared.filter((count) => count === usual).length / compared.length;
    const score = Math.round(equal * 10) * 1000 + Math.min(usual, 999) - (first < 2 ? 1000 : 0);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best ?? (isSpaced(text) ? " " : ",");
}

/** The usual width of what stands below the lines that no delimiter cuts. */
function widthBelow(counts: readonly number[]): number {
  const first = counts.findIndex((count) => count > 1);
  return first < 0 || first > mostLinesBefore ? 1 : mostFrequent(counts.slice(first));
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([one, a], [other, b]) => b - a || other - one)[0]?.[0] ?? 1;
}

/** Columns set apart by runs of spaces, numbers for the most part: words have spaces of their own. */
function isSpaced(text: string): boolean {
  const isCut = text.length > 20_000;
  const records = spacedRecords(text.slice(0, 20_000)).slice(0, isCut ? -1 : undefined);
  const width = records[0]?.fields.length ?? 1;
  const cells = records.flatMap(({ fields }) => fields);
  const numbers = cells.filter((cell) => lookOf(cell) !== "text").length;
  return (
    records.length >= 3 &&
    width >= 2 &&
    !text.includes('"') &&
    records.every(({ fields }) => fields.length === width) &&
    numbers * 2 > cells.length
  );
}

function spacedRecords(text: string): PlacedRecord[] {
  return text
    .split(/\r?\n/)
    .slice(0, seen)
    .flatMap((line, place) =>
      line.trim() === "" ? [] : [{ status: "complete" as const, fields: line.trim().split(/ +/), end: 0, place }],
    );
}

/** Index of the record where the table begins: titles and notes may stand above it. */
function firstOfTable(records: readonly PlacedRecord[], hasSeparator: boolean): number {
  const start = hasSeparator ? 1 : 0;
  const width = widthBelow(records.slice(start).map(({ fields }) => fields.length));
  if (width < 2) return start;
  let at = start;
  while (at < records.length && at - start <= mostLinesBefore && isNote(records[at]!.fields, width)) at++;
  const head = records[at]?.fields ?? [];
  const looks = head.map(lookOf).filter((look) => look !== "nothing");
  const isHead = looks.length >= 2 && looks.length * 5 >= head.length * 4 && looks.every((look) => look === "text");
  return isHead && head.length === width && records.length > at + 1 ? at : start;
}

/** A line that fills the first cell alone, or one cell over the whole width, or a short pair above a wide table. */
function isNote(fields: readonly string[], width: number): boolean {
  const filled = fields.filter((field) => field.trim() !== "");
  if (fields[0]?.trim().startsWith("#")) return true;
  if (filled.length <= 1) return fields[0]?.trim() !== "" || filled.length === 0;
  if (fields.length >= 3 && filled.length === fields.length && new Set(filled).size === 1) return true;
  return filled.length === 2 && width >= 4 && fields.slice(2).every((field) => field.trim() === "");
}

/** How many of the first rows are names: none, one or two; three of Qualtrics. One where nothing tells. */
function headerRows(rows: readonly (readonly string[])[]): number {
  const [first = [], second = [], third = []] = rows;
  if (isImportRow(third)) return 3;
  if (isImportRow(second)) return 2;
  if (rows.length >= 3 && looksLikeARow(first, rows.slice(1))) return 0;
  return rows.length >= 4 && looksLikeNames(first, second, rows.slice(2)) ? 2 : 1;
}

/** The look that nearly all cells of a column share; null where they are texts, or mixed, or nothing. */
function lookOfColumn(rows: readonly (readonly string[])[], index: number): "number" | "day" | null {
  const looks = rows.map((row) => lookOf(row[index] ?? "")).filter((look) => look !== "nothing");
  const one = looks[0];
  if (one !== "number" && one !== "day") return null;
  return looks.filter((look) => look === one).length * 10 >= looks.length * 9 ? one : null;
}

function looksLikeARow(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const typed = first.map((_, index) => lookOfColumn(rest, index));
  const columns = typed.flatMap((look, index) => (look === null ? [] : [{ look, cell: first[index]!.trim(), index }]));
  if (columns.length === 0 || columns.some(({ look, cell }) => lookOf(cell) !== look)) return false;
  if (columns.some(({ look }) => look === "day")) return true;
  // Years and numbers in a row are names of columns: 2024, 2025; 1, 2, 3.
  const numbers = columns.map(({ cell }) => Number(cell));
  const areYears = numbers.every((value) => Number.isInteger(value) && value >= 1900 && value <= 2100);
  const isCount = numbers.length > 1 && numbers.every((value, at) => at === 0 || value === numbers[at - 1]! + 1);
  return !areYears && !isCount;
}

function looksLikeNames(first: readonly string[], second: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const typed = second.flatMap((_, index) => (lookOfColumn(rest, index) === null ? [] : [index]));
  const hasGaps = first.length >= 2 && (first.slice(1).some((cell) => cell.trim() === "") || new Set(first).size < first.length);
  if (typed.length < (hasGaps ? 1 : 2)) return false;
  const isText = (cell: string | undefined) => lookOf(cell ?? "") === "text";
  return (
    typed.every((index) => isText(second[index]) && (hasGaps || isText(first[index]))) &&
    first.every((cell) => ["text", "nothing"].includes(lookOf(cell))) &&
    second.every((cell) => ["text", "nothing"].includes(lookOf(cell)))
  );
}
