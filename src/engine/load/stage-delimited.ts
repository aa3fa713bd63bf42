import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { type Dataset, HelderError } from "../../framework/index.ts";
import { quoteIdentifier, quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import { type Layout, layoutOf, uniqueNames, UnreadableHeader } from "../../connect/index.ts";
import type { ReadyFile } from "./prepare.ts";
import type { Reject } from "./rejects.ts";
import { repair } from "./repair.ts";
import type { Staged } from "./staged.ts";

/** Stands for a field that is not there, so that a row that is too short can be told from one with empty fields. */
const absent = "\u0001absent\u0001";

interface Part {
  readonly file: ReadyFile;
  readonly layout: Layout;
  /** staging column of each of the file's columns */
  readonly columns: readonly string[];
}

/** Reads delimited files, every field as text, columns of several files joined by name. */
export async function stageDelimited(session: Session, dataset: Dataset, files: readonly ReadyFile[], temporary: string): Promise<Staged> {
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
      return `c${byName.get(key)!}`;
    });
    parts.push({ ...set, columns });
  }
  const staging = names.map((_, index) => `c${index}`);
  await session.query(`CREATE TEMP TABLE staged (${["empty VARCHAR", ...staging.map((column) => `${column} VARCHAR`)].join(", ")})`);

  const rejects: Reject[] = [];
  const doubts: Doubt[] = files.flatMap((file) => file.doubts);
  const starts: { name: string; firstRow: number; header: number }[] = [];
  let shortRows = 0;
  for (const [index, part] of parts.entries()) {
    const firstRow = await nextRow(session);
    starts.push({ name: part.file.source.name, firstRow, header: part.layout.leading + Math.min(part.layout.header, 1) });
    rejects.push(...(await readInto(session, dataset, part, `${temporary}/${index}.repaired`, firstRow)));
    const last = part.columns.at(-1)!;
    const short = await session.query(`SELECT count(*) FROM staged WHERE rowid >= ${firstRow} AND ${last} IS NULL`);
    shortRows += Number(short.rows[0]![0]);
  }
  if (shortRows > 0) doubts.push({ column: null, code: "short-rows", count: shortRows });
  return {
    relation: `(SELECT rowid AS "$row", * FROM staged)`,
    columns: names.map((name, index) => ({ name, sql: `c${index}`, kind: "text" as const })),
    rejects,
    doubts,
    files: starts,
    identity: staging,
    layout: found,
  };
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

async function readInto(session: Session, dataset: Dataset, part: Part, repaired: string, firstRow: number): Promise<Reject[]> {
  const name = part.file.source.name;
  const found = await read(session, part, part.file.path).catch((error: unknown) => {
    if (error instanceof HelderError && error.code === "warehouse-failed") return null;
    throw error;
  });
  if (found?.every((reject) => reject.reason === "too-many-fields")) return found.map((reject) => ({ file: name, ...reject }));

  // A quote that is never closed swallows what follows: the file is read again without the lines that are wrong.
  await session.query(`DELETE FROM staged WHERE rowid >= ${firstRow}`);
  const broken = await repair(part.file.path, repaired, part.layout);
  try {
    const rest = await read(session, part, repaired);
    return [...broken, ...rest].sort((a, b) => a.line - b.line).map((reject) => ({ file: name, ...reject }));
  } catch (error) {
    if (!(error instanceof HelderError) || error.code !== "warehouse-failed") throw error;
    throw new HelderError("file-unreadable", { dataset: dataset.id, file: name, reason: String(error.params["reason"]) }, { cause: error });
  }
}

/** DuckDB's parallel reader refuses some files with line ends inside quotes; one thread reads them all. */
async function read(session: Session, part: Part, path: string): Promise<Omit<Reject, "file">[]> {
  try {
    return await readWith(session, part, path, true);
  } catch (error) {
    if (!(error instanceof HelderError) || !String((error.cause as Error | undefined)?.message).includes("parallel=false")) throw error;
    return readWith(session, part, path, false);
  }
}

async function readWith(
  session: Session,
  { file, layout, columns }: Part,
  path: string,
  parallel: boolean,
): Promise<Omit<Reject, "file">[]> {
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
    `store_rejects = true`,
    `parallel = ${parallel}`,
    `max_line_size = ${lineLimit}`,
    ...(lineLimit > 2 ** 21 ? [`buffer_size = ${Math.max(2 ** 25, lineLimit * 2)}`] : []),
  ];
  await session.query(
    `INSERT INTO staged (${columns.map(quoteIdentifier).join(", ")})
     SELECT ${columns.map((_, index) => `f${index}`).join(", ")} FROM read_csv(${quoteText(literalPath(path))}, ${options.join(", ")})`,
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
