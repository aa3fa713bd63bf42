import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { layoutOf, readRecord, readSheet, UnreadableHeader, UnreadableWorkbook } from "../connect/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { plainText, type TextTable } from "../sheet/index.ts";

/** A file of lists as tables of texts. */
export interface ListFile {
  readonly tables: readonly TextTable[];
  /** whether a number that can be read both ways has a decimal comma */
  readonly comma: boolean;
}

const largest = 32 * 2 ** 20;
const mostRows = 20_000;

/** Reads the sheets of a workbook, or a delimited text, as tables. Throws HelderError `list-unreadable`. */
export async function readListFile(path: string, language: Language): Promise<ListFile> {
  const file = basename(path);
  const unreadable = (nl: string, en: string, cause?: unknown) =>
    new HelderError("list-unreadable", { file, reason: en, "reason-nl": nl }, { cause });
  const found = await stat(path).catch(() => null);
  if (found === null) throw unreadable("het bestand is er niet", "the file is not there");
  if (!found.isFile()) throw unreadable("het is geen bestand", "it is no file");
  if (found.size > largest) throw unreadable("het is groter dan 32 MB", "it is larger than 32 MB");
  const kind = extname(path).toLowerCase();
  if (![".xlsx", ".xlsm", ".csv", ".tsv", ".txt"].includes(kind))
    throw unreadable("dit soort bestand kent Helder hier niet", "Helder does not know this kind of file here");
  try {
    const tables = kind.startsWith(".xls") ? await sheetsIn(path) : [delimited(file, await textOf(path))];
    if (tables.some(({ rows }) => rows.length > mostRows))
      throw unreadable("er staan meer dan 20.000 rijen in", "it has more than 20,000 rows");
    if (tables.every(({ rows }) => rows.length === 0)) throw unreadable("er staat niets in", "there is nothing in it");
    return { tables, comma: kind.startsWith(".xls") ? false : language === "nl" };
  } catch (cause) {
    if (
      !(cause instanceof UnreadableWorkbook || cause instanceof UnreadableHeader || cause instanceof Error) ||
      cause instanceof HelderError
    )
      throw cause;
    if (!(cause instanceof UnreadableWorkbook || cause instanceof UnreadableHeader) && (cause as NodeJS.ErrnoException).code === undefined)
      throw cause;
    throw unreadable(cause.message, cause.message, cause);
  }
}

async function sheetsIn(path: string): Promise<TextTable[]> {
  const first = await readSheet(path, null, ".");
  const tables = [{ name: first.sheet, rows: await rowsOf(first.lines) }];
  for (const name of first.others) {
    const { lines } = await readSheet(path, name, ".");
    tables.push({ name, rows: await rowsOf(lines) });
  }
  return tables;
}

async function rowsOf(lines: AsyncIterable<string>): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const text of lines) {
    rows.push(...recordsIn(text, ",", '"'));
    if (rows.length > mostRows) break;
  }
  return rows;
}

function recordsIn(text: string, delimiter: string, quote: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length && rows.length <= mostRows;) {
    const { fields, end } = readRecord(text, at, delimiter, quote);
    rows.push(fields.map(plainText));
    at = end;
  }
  return rows;
}

function delimited(name: string, text: string): TextTable {
  const layout = layoutOf(text, {});
  const body = text.replace(/^sep=.\r?\n/i, "");
  return { name, rows: layout === null ? [] : recordsIn(body, layout.delimiter, layout.quote) };
}

/** UTF-8, UTF-16 by its mark, else what Windows writes in the West. */
async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
