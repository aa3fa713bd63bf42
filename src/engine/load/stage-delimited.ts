import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { type Dataset, HelderError } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import { type Layout, layoutOf, uniqueNames, UnreadableHeader } from "../../connect/index.ts";
import { type AtOnce, atOnce, sampleRows } from "./at-once.ts";
import type { ReadyFile } from "./prepare.ts";
import type { Reject } from "./rejects.ts";
import { repair } from "./repair.ts";
import type { RawColumn, Staged } from "./staged.ts";

/** Stands for a field that is not there, so that a row that is too short can be told from one with empty fields. */
const absent = "\u0001absent\u0001";

interface Part {
  readonly file: ReadyFile;
  readonly layout: Layout;
  /** place among the columns of all files, of each of the file's columns */
  readonly columns: readonly number[];
}

/**
 * Reads delimited files, columns of several files joined by name. Every field is read as text; where `typed`, a column whose first values
 * show how it is written gets its type meanwhile, if all values bear it out.
 */
export async function stageDelimited(
  session: Session,
  dataset: Dataset,
  files: readonly ReadyFile[],
  temporary: string,
  typed: boolean,
): Promise<Staged> {
  const names: string[] = [];
  const byName = new Map<string, number>();
  const parts: Part[] = [];
  let found: Layout | null = null;
  for (const file of files) {
    const layout = await layoutIn(file, dataset).catch((error: unknown) => {
      if (!(error instanceof UnreadableHeader)) throw error;
      throw new HelderError("file-unreadable", { dataset: dataset.id, file: file.source.name, reason: error.message }, { cause: error });
    });
    if (layout === null) continue;
    found ??= layout;
    const set = layout.delimiter === " " ? await withTabs(file, layout, `${temporary}/${parts.length}.tabs`) : { file, layout };
    const columns = uniqueNames(layout.names).map((name) => {
      const key = name.toLowerCase();
      if (!byName.has(key)) byName.set(key, names.push(name) - 1);
      return byName.get(key)!;
    });
    parts.push({ ...set, columns });
  }
  let readings: readonly (AtOnce | null)[] = names.map(() => null);
  if (typed && parts[0] !== undefined) readings = await readingsOf(session, dataset, names, parts[0]);
  let read = await readAll(session, dataset, parts, readings, temporary);
  if (read.isOdd) {
    readings = await borneOut(session, parts, readings, temporary);
    read = await readAll(session, dataset, parts, readings, temporary);
  }
  const doubts: Doubt[] = files.flatMap((file) => file.doubts);
  if (read.shortRows > 0) doubts.push({ column: null, code: "short-rows", count: read.shortRows });
  return {
    relation: `(SELECT rowid AS "$row", * EXCLUDE (odd) FROM staged)`,
    columns: names.map((name, index): RawColumn => {
      const [sql, reading] = [`c${index}`, readings[index]];
      return reading
        ? {
            name,
            sql,
            kind: reading.kind,
            read: { style: reading.style, text: `CASE WHEN ${sql} IS NULL THEN '' ELSE ${reading.written(sql)} END` },
          }
        : { name, sql, kind: "text" };
    }),
    rejects: read.rejects,
    doubts,
    files: read.starts,
    identity: names.map((_, index) => `c${index}`),
    layout: found,
  };
}

interface AllRead {
  readonly rejects: readonly Reject[];
  readonly starts: Staged["files"];
  readonly shortRows: number;
  /** whether a value is not written as its column's reading says */
  readonly isOdd: boolean;
}

async function readAll(
  session: Session,
  dataset: Dataset,
  parts: readonly Part[],
  readings: readonly (AtOnce | null)[],
  temporary: string,
): Promise<AllRead> {
  const types = readings.map((reading, index) => `c${index} ${reading?.type ?? "VARCHAR"}`);
  await session.query(`CREATE OR REPLACE TEMP TABLE staged (${["odd BOOLEAN", ...types].join(", ")})`);
  const rejects: Reject[] = [];
  const starts: { name: string; firstRow: number; header: number }[] = [];
  let shortRows = 0;
  for (const [index, part] of parts.entries()) {
    const firstRow = await nextRow(session);
    starts.push({ name: part.file.source.name, firstRow, header: part.layout.leading + Math.min(part.layout.header, 1) });
    rejects.push(...(await readInto(session, dataset, part, readings, `${temporary}/${index}.repaired`, firstRow)));
    const last = part.columns.at(-1)!;
    if (readings[last]) continue;
    const short = await session.query(`SELECT count(*) FROM staged WHERE rowid >= ${firstRow} AND c${last} IS NULL`);
    shortRows += Number(short.rows[0]![0]);
  }
  const { rows } = readings.some(Boolean) ? await session.query("SELECT coalesce(bool_or(odd), false) FROM staged") : { rows: [[false]] };
  return { rejects, starts, shortRows, isOdd: rows[0]![0] === true };
}

/** How the first rows of a file are written. */
async function readingsOf(session: Session, dataset: Dataset, names: readonly string[], part: Part): Promise<readonly (AtOnce | null)[]> {
  const sample = await unlessUnreadable(
    session.query(`SELECT * FROM ${source(part, part.file.path, { parallel: false, rejects: false })} LIMIT ${sampleRows}`),
  );
  const values = names.map((_, index) => {
    const place = part.columns.indexOf(index);
    return place < 0 ? [] : (sample?.rows ?? []).map((row) => (row[place] === null ? "" : String(row[place])));
  });
  return atOnce(dataset, names, values);
}

/** The readings that all values of all files bear out; the others become null. A row that is too short leaves none. */
async function borneOut(
  session: Session,
  parts: readonly Part[],
  readings: readonly (AtOnce | null)[],
  temporary: string,
): Promise<readonly (AtOnce | null)[]> {
  const odd = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const repaired = `${temporary}/${index}.repaired`;
    const path = existsSync(repaired) ? repaired : part.file.path;
    const asked = part.columns.flatMap((column, place) => (readings[column] ? [{ column, place }] : []));
    const among = [
      `f${part.columns.length - 1} IS NULL`,
      ...asked.map(({ column, place }) => `NOT ${isWritten(readings[column]!, `f${place}`)}`),
    ];
    const flags = among.map((one) => `coalesce(bool_or(${one}), false)`).join(", ");
    const seen = await unlessUnreadable(session.query(`SELECT ${flags} FROM ${source(part, path, { parallel: true, rejects: false })}`));
    if (seen === null) return readings.map(() => null);
    const [isShort, ...found] = seen.rows[0]!;
    if (isShort === true) return readings.map(() => null);
    for (const [at, { column }] of asked.entries()) if (found[at] === true) odd.add(column);
  }
  return readings.map((reading, index) => (odd.has(index) ? null : reading));
}

const typedFrom = ({ type }: AtOnce, field: string) => `TRY_CAST(${field} AS ${type})`;

/** SQL, never null: whether a field is empty or written as the reading says. */
function isWritten(reading: AtOnce, field: string): string {
  return `coalesce(${reading.written(typedFrom(reading, field))} = ${field}, ${field} = '', false)`;
}

/** Reads how a file is laid out from its first megabyte; a workbook's copy is written by ourselves. */
export async function layoutIn({ path, source }: ReadyFile, { format }: Dataset): Promise<Layout | null> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(2 ** 20);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    const text = new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true });
    const own = source.kind === "xlsx" ? { ...format, delimiter: ",", quote: '"' } : format;
    return layoutOf(text, own, { tabs: source.kind === "tsv", cut: bytesRead === buffer.length });
  } finally {
    await file.close();
  }
}

/** A copy in which every run of spaces is a tab: the reader knows no runs. */
async function withTabs(file: ReadyFile, layout: Layout, copy: string): Promise<Pick<Part, "file" | "layout">> {
  const tabbed = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const lines = createInterface({ input: chunks as unknown as NodeJS.ReadableStream, crlfDelay: Infinity });
    for await (const line of lines) yield `${line.trim().replace(/ +/g, "\t")}\n`;
  };
  await pipeline(createReadStream(file.path), tabbed, createWriteStream(copy));
  return { file: { ...file, path: copy }, layout: { ...layout, delimiter: "\t" } };
}

async function nextRow(session: Session): Promise<number> {
  const { rows } = await session.query("SELECT coalesce(max(rowid) + 1, 0) FROM staged");
  return Number(rows[0]![0]);
}

async function readInto(
  session: Session,
  dataset: Dataset,
  part: Part,
  readings: readonly (AtOnce | null)[],
  repaired: string,
  firstRow: number,
): Promise<Reject[]> {
  const name = part.file.source.name;
  const found = await unlessUnreadable(read(session, part, readings, part.file.path));
  if (found?.every((reject) => reject.reason === "too-many-fields")) return found.map((reject) => ({ file: name, ...reject }));

  // A quote that is never closed swallows what follows: the file is read again without the lines that are wrong.
  await session.query(`DELETE FROM staged WHERE rowid >= ${firstRow}`);
  const broken = await repair(part.file.path, repaired, part.layout);
  try {
    const rest = await read(session, part, readings, repaired);
    return [...broken, ...rest].sort((a, b) => a.line - b.line).map((reject) => ({ file: name, ...reject }));
  } catch (error) {
    if (!(error instanceof HelderError) || error.code !== "warehouse-failed") throw error;
    throw new HelderError("file-unreadable", { dataset: dataset.id, file: name, reason: String(error.params["reason"]) }, { cause: error });
  }
}

/** Null where the reader of the warehouse gives up on a file. */
async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HelderError && error.code === "warehouse-failed") return null;
    throw error;
  }
}

/** DuckDB's parallel reader refuses some files with line ends inside quotes; one thread reads them all. */
async function read(session: Session, part: Part, readings: readonly (AtOnce | null)[], path: string): Promise<Omit<Reject, "file">[]> {
  try {
    return await readWith(session, part, readings, source(part, path, { parallel: true, rejects: true }));
  } catch (error) {
    if (!(error instanceof HelderError) || !String((error.cause as Error | undefined)?.message).includes("parallel=false")) throw error;
    return readWith(session, part, readings, source(part, path, { parallel: false, rejects: true }));
  }
}

/** SQL of a file's rows, each field as text: `f0`, `f1` …; `rejects`: lines that cannot be read are noted in `reject_errors`. */
function source(
  { file, layout, columns }: Part,
  path: string,
  { parallel, rejects }: { readonly parallel: boolean; readonly rejects: boolean },
): string {
  const lineLimit = Math.max(2 ** 21, file.longestLine + 1024);
  const options = [
    `auto_detect = false`,
    `header = ${layout.header > 0}`,
    `skip = ${layout.leading}`,
    `delim = ${quoteText(layout.delimiter)}`,
    `quote = ${quoteText(layout.quote)}`,
    `escape = ${quoteText(layout.quote)}`,
    `columns = {${columns.map((_, index) => `'f${index}': 'VARCHAR'`).join(", ")}}`,
    `nullstr = ${quoteText(absent)}`,
    `null_padding = true`,
    `strict_mode = true`,
    `ignore_errors = true`,
    ...(rejects ? [`store_rejects = true`] : []),
    `parallel = ${parallel}`,
    `max_line_size = ${lineLimit}`,
    ...(lineLimit > 2 ** 21 ? [`buffer_size = ${Math.max(2 ** 25, lineLimit * 2)}`] : []),
  ];
  return `read_csv(${quoteText(literalPath(path))}, ${options.join(", ")})`;
}

async function readWith(
  session: Session,
  { columns }: Part,
  readings: readonly (AtOnce | null)[],
  rows: string,
): Promise<Omit<Reject, "file">[]> {
  const fields = columns.map((column, place) => ({ reading: readings[column] ?? null, field: `f${place}` }));
  const values = fields.map(({ reading, field }) => (reading === null ? field : typedFrom(reading, field)));
  const written = fields.flatMap(({ reading, field }) => (reading === null ? [] : [isWritten(reading, field)]));
  // A field that is missing is no empty one; only texts can tell.
  const odd = written.length === 0 ? "false" : `f${columns.length - 1} IS NULL OR NOT (${written.join(" AND ")})`;
  await session.query(
    `INSERT INTO staged (${["odd", ...columns.map((column) => `c${column}`)].join(", ")}) SELECT ${[odd, ...values].join(", ")} FROM ${rows}`,
  );
  const rejected = await session.query(
    `SELECT line, min(error_type::VARCHAR), any_value(csv_line) FROM reject_errors GROUP BY line, line_byte_position ORDER BY line_byte_position`,
  );
  if (rejected.rows.length > 0) await session.query("DELETE FROM reject_errors");
  return rejected.rows.map(([line, type, found]) => {
    const text = String(found ?? "");
    // Blank lines before the line are taken along.
    const blank = /^[\r\n]*/.exec(text)![0];
    return {
      line: Number(line) + (blank.match(/\n/g)?.length ?? 0),
      reason: type === "TOO MANY COLUMNS" ? "too-many-fields" : type === "LINE SIZE OVER MAXIMUM" ? "line-too-long" : "broken-quote",
      text: text.slice(blank.length).replace(/[\r\n]+$/, ""),
    };
  });
}

/** A path for DuckDB's readers, which take `*`, `?` and `[` for patterns. */
export function literalPath(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}
