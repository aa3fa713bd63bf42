import { open } from "node:fs/promises";
import type { Format } from "../../framework/index.ts";
import type { FileKind } from "./files.ts";

/** How one delimited file is written. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** number of header rows */
  readonly header: number;
  /** the header's names as they stand, trimmed, two rows joined; made unique by `uniqueNames` */
  readonly names: readonly string[];
}

/** A record read from `start`: `open` where its last quoted field is not closed, `broken` where text follows a closing quote. */
export interface Record {
  readonly status: "complete" | "open" | "broken";
  readonly fields: readonly string[];
  /** offset behind the line end */
  readonly end: number;
}

export function readRecord(text: string, start: number, delimiter: string, quote: string): Record {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    if (quote !== "" && text.startsWith(quote, at)) {
      let field = "";
      at += quote.length;
      for (;;) {
        const close = text.indexOf(quote, at);
        if (close < 0) return { status: "open", fields: [...fields, field + text.slice(at)], end: text.length };
        field += text.slice(at, close);
        at = close + quote.length;
        if (!text.startsWith(quote, at)) break;
        field += quote;
        at += quote.length;
      }
      fields.push(field);
      const behind = text.startsWith("\r\n", at) ? at + 1 : at;
      if (behind < text.length && text[behind] !== "\n" && !text.startsWith(delimiter, at))
        return { status: "broken", fields, end: lineEnd(text, at) };
    } else {
      const line = lineEnd(text, at);
      const next = text.indexOf(delimiter, at);
      const end = next >= 0 && next < line ? next : line;
      fields.push(text.slice(at, end).replace(/\r?\n?$/, ""));
      at = end;
      if (end === line) return { status: "complete", fields, end };
    }
    if (text.startsWith(delimiter, at)) at += delimiter.length;
    else return { status: "complete", fields, end: lineEnd(text, at) };
  }
}

/** Offset behind the line end at or after `from`. */
function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed + 1;
}

/** The first records of a text, blank lines left out. */
function firstRecords(text: string, delimiter: string, quote: string, count: number): Record[] {
  const records: Record[] = [];
  for (let at = 0; at < text.length && records.length < count;) {
    const record = readRecord(text, at, delimiter, quote);
    if (text.slice(at, record.end).trim() !== "") records.push(record);
    at = record.end;
  }
  return records;
}

const delimiters = [",", ";", "\t", "|"];

/** Of the delimiters that cut the first record, the one that cuts the following records into as many pieces most often. */
export function sniffDelimiter(text: string, quote: string): string {
  let best = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = firstRecords(text, delimiter, quote, 100).map(({ fields }) => fields.length);
    const first = counts[0] ?? 1;
    if (first < 2) continue;
    const equal = counts.filter((count) => count === first).length / counts.length;
    const score = Math.round(equal * 10) * 1000 + Math.min(first, 999);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** More columns than any table has: a file that is something else. */
export const mostColumns = 5000;

export class UnreadableHeader extends Error {}

/** Reads how a file is written from its first megabyte; null for an empty file. Throws UnreadableHeader. */
export async function dialectOf(path: string, kind: FileKind, format: Format): Promise<Dialect | null> {
  const text = await headOf(path);
  const quote = format.quote ?? '"';
  const delimiter = format.delimiter ?? (kind === "tsv" ? "\t" : sniffDelimiter(text, quote));
  const header = format.header ?? 1;
  const first = firstRecords(text, delimiter, quote, Math.max(header, 1));
  if (first.length === 0) return null;
  if (header > 0 && first.some(({ status }) => status !== "complete")) throw new UnreadableHeader("a quote in the header is not closed");
  const records = first.map(({ fields }) => fields);
  const width = Math.max(...records.map((record) => record.length));
  if (width > mostColumns) throw new UnreadableHeader(`more than ${mostColumns} columns`);
  const names = Array.from({ length: width }, (_, index) =>
    header === 0
      ? ""
      : records
          .slice(0, header)
          .map((record) => (record[index] ?? "").trim().replace(/\s+/g, " "))
          .filter((part) => part !== "")
          .join(" "),
  );
  return { delimiter, quote, header, names };
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(2 ** 20);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Names that the warehouse tells apart: it does not mind case. An empty one becomes `column3`, a second `name` becomes `name_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(["$row", "$day"]);
  return names.map((name, index) => {
    const base = name === "" ? `column${index + 1}` : name;
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()); count++) unique = `${base}_${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
