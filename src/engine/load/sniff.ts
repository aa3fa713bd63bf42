import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Day } from "../../calendar/index.ts";
import type { ValueType } from "../../expression/index.ts";
import { type ProfiledColumn, propose, type Proposal, uniqueNames, UnreadableHeader } from "../../connect/index.ts";
import { Dataset, type Format, HelderError, type Language, Settings } from "../../framework/index.ts";
import { quoteIdentifier } from "../../sql/index.ts";
import { openWarehouse, type Session } from "../../warehouse/index.ts";
import type { Doubt } from "../engine.ts";
import type { TypedColumn } from "./column.ts";
import { findDuplicates } from "./duplicates.ts";
import { findFiles, type SourceFile } from "./files.ts";
import { inferColumns } from "./infer.ts";
import { stage } from "./load.ts";
import { prepare, type ReadyFile } from "./prepare.ts";
import { layoutIn } from "./stage-delimited.ts";
import { firstCharacter } from "./stage-json.ts";
import { countOf, type Staged } from "./staged.ts";
import { daysOfNumbers } from "./style-moment.ts";
import { areTruthWords } from "./styles.ts";

/** What a file, or several with the same columns, turned out to be. */
export interface Sniffed {
  /** absolute paths, in the order of reading */
  readonly paths: readonly string[];
  /** all that was found of how it is written; with it the file reads the same again */
  readonly format: Format;
  readonly columns: readonly { readonly name: string; readonly type: ValueType; readonly example: string | null }[];
  readonly roles: Proposal["roles"];
  /** names of columns; null where none is sure enough */
  readonly key: string | null;
  readonly time: string | null;
  readonly customer: string | null;
  readonly rows: number;
  readonly rejected: number;
  /** rows with a key that another row has too, or, without a key, rows equal in everything; none where they were not sought */
  readonly duplicates: { readonly identical: number; readonly differing: number };
  readonly from: Day | null;
  readonly to: Day | null;
  readonly doubts: readonly Doubt[];
}

export interface SniffOptions {
  readonly language: Language;
  readonly timezone: string;
  /** what is said of the dataset already; it is not sought again */
  readonly format?: Format;
  readonly key?: readonly string[];
  readonly time?: string;
  /** null: equal rows are not sought, because the same rows are loaded next, which seeks them */
  readonly duplicates?: null;
  readonly progress?: (line: string) => void;
}

/** Files that cannot be read or told apart fail with a HelderError: `file-unreadable`, `unknown-file-type`, `no-file` … */
export interface Sniffer {
  /** Reads files with the same columns as one dataset, whole, and finds how they are written and what their columns are about. */
  sniff(paths: readonly string[], options: SniffOptions): Promise<Sniffed>;
  /** The names of a file's columns and how it is written, without types. */
  names(path: string, format: Format): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens a place to sniff files in, away from every workspace; no files but those of these folders are read. */
export async function openSniffer(folders: readonly string[]): Promise<Sniffer> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "helder-sniff-")));
  const allowed = await Promise.all([...new Set(folders)].map((folder) => realpath(folder)));
  const warehouse = await openWarehouse(join(directory, ".helder"), { folders: allowed });
  let count = 0;
  /** Work on files made readable, in a place of its own. */
  async function ready<T>(
    paths: readonly string[],
    dataset: Dataset,
    work: (files: readonly ReadyFile[], temporary: string) => Promise<T>,
  ): Promise<T> {
    const temporary = join(directory, `files-${count++}`);
    await mkdir(temporary);
    try {
      const files: ReadyFile[] = [];
      for (const [index, path] of paths.entries())
        files.push(await prepare(await sourceOf(path, dataset.id), dataset.format, join(temporary, String(index)), dataset.id));
      return await work(files, temporary);
    } catch (error) {
      throw readable(error, dataset.id, paths[0]!);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  function staged<T>(
    paths: readonly string[],
    dataset: Dataset,
    work: (session: Session, staged: Staged, files: readonly ReadyFile[]) => Promise<T>,
  ): Promise<T> {
    return ready(paths, dataset, (files, temporary) =>
      warehouse.session(async (session) => work(session, await stage(session, dataset, files, temporary, true), files)),
    );
  }
  return {
    async names(path, format) {
      const dataset = datasetOf(path, format);
      return ready([path], dataset, async (files, temporary) => {
        const [file] = files as [ReadyFile];
        const isText = file.source.kind !== "parquet" && !file.source.kind.startsWith("json");
        if (isText) return uniqueNames((await layoutIn(file, dataset))?.names ?? []);
        return warehouse.session(async (session) => (await stage(session, dataset, files, temporary)).columns.map(({ name }) => name));
      });
    },
    async sniff(paths, options) {
      options.progress?.(paths.map((path) => basename(path)).join(", "));
      const declared = options.format ?? {};
      const dataset = datasetOf(paths[0]!, declared);
      const found = await staged(paths, dataset, (session, rows, ready) => look(session, rows, ready, paths, dataset, options));
      if (typeof found !== "string") return found;
      const unnested = datasetOf(paths[0]!, { ...declared, rows: found });
      const again = await staged(paths, unnested, (session, rows, ready) => look(session, rows, ready, paths, unnested, options));
      if (typeof again === "string") throw new Error(`rows inside rows: ${again}`);
      return again;
    },
    async close() {
      await warehouse.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function datasetOf(path: string, format: Format): Dataset {
  // The name of the file stands in sentences only; it need not be an id.
  return { ...Dataset.parse({ id: "file", file: "file", format }), id: basename(path), file: basename(path) };
}

async function sourceOf(path: string, dataset: string): Promise<SourceFile> {
  const [source] = await findFiles(dirname(path), { ...Dataset.parse({ id: "file", file: "file" }), id: dataset, file: basename(path) });
  return source!;
}

function readable(error: unknown, dataset: string, path: string): unknown {
  if (error instanceof HelderError && error.code !== "warehouse-failed") return error;
  if (error instanceof UnreadableHeader)
    return new HelderError("file-unreadable", { dataset, file: basename(path), reason: error.message }, { cause: error });
  const reason = error instanceof HelderError ? String(error.params["reason"]) : (error as NodeJS.ErrnoException).code;
  return reason === undefined ? error : new HelderError("file-unreadable", { dataset, file: basename(path), reason }, { cause: error });
}

const sampleSize = 200;

/** Looks at staged rows; answers the path to a list that holds the rows, where the file is one object around it. */
async function look(
  session: Session,
  staged: Staged,
  ready: readonly ReadyFile[],
  paths: readonly string[],
  bare: Dataset,
  options: SniffOptions,
): Promise<Sniffed | string> {
  const settings = Settings.parse({ helder: 1, name: "x", language: options.language, timezone: options.timezone });
  const list = bare.format.rows === undefined ? await listInside(session, staged, ready) : null;
  if (list !== null) return list;
  const layout = layoutFormat(staged, ready);
  const first = { ...bare, format: { ...layout, ...bare.format } };
  const plain = await inferColumns(session, staged, first, settings);
  const seen = await profile(session, staged, plain.columns);
  const date = first.format.date ?? dateOfNumbers(seen);
  const words = seen.some(({ type, sample }) => type === "text" && sample.length > 0 && areTruthWords(sample));
  const format: Format = { ...first.format, ...(date === null ? {} : { date }), ...(words ? { booleans: true } : {}) };
  const named = compactTime(seen);
  const second = { ...first, format, ...(named === null ? {} : { time: named }) };
  const isAsBefore = JSON.stringify(second) === JSON.stringify(first);
  const { columns, doubts } = isAsBefore ? plain : await inferColumns(session, staged, second, settings);
  const profiled = isAsBefore ? seen : await profile(session, staged, columns);
  const rows = await countOf(session, staged);
  const proposal = propose(profiled, rows, basename(paths[0]!));
  const key = options.key ?? (proposal.key === null ? null : [proposal.key]);
  const sqlOf = (name: string) => columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.sql;
  const keySql = key === null || key.some((name) => sqlOf(name) === undefined) ? null : key.map((name) => sqlOf(name)!);
  const duplicates = options.duplicates === null ? { identical: 0, differing: 0 } : (await findDuplicates(session, staged, keySql)).counted;
  const time = options.time ?? proposal.time;
  const span = await spanOf(session, staged, columns.find((column) => column.name === time) ?? null);
  return {
    paths,
    format: isDelimited(staged, ready) ? withConventions(format, columns, profiled, time, doubts) : format,
    columns: profiled.map(({ name, type, sample }) => ({ name, type, example: sample[0] ?? null })),
    roles: proposal.roles,
    key: proposal.key,
    time: proposal.time,
    customer: proposal.customer,
    rows,
    rejected: staged.rejects.length,
    duplicates,
    ...span,
    doubts: [
      ...staged.doubts,
      ...(staged.rejects.length > 0 ? [{ column: null, code: "rejected-lines", count: staged.rejects.length }] : []),
      ...doubts,
      ...(date !== null && first.format.date === undefined ? numbersAsDays(plain.columns, columns) : []),
      ...proposal.doubts,
    ],
  };
}

/** Spreadsheets and JSON have numbers of their own, so that the few that are texts say nothing of the others. */
function isDelimited({ layout }: Staged, ready: readonly ReadyFile[]): boolean {
  return layout !== null && ready.every(({ source }) => source.kind !== "xlsx");
}

function layoutFormat({ layout }: Staged, ready: readonly ReadyFile[]): Format {
  const [file] = ready;
  if (!layout || !file) return {};
  const { delimiter, quote, skip, header } = layout;
  const place = { ...(skip > 0 ? { skip } : {}), header };
  if (file.source.kind === "xlsx") return { ...(file.sheet === undefined ? {} : { sheet: file.sheet }), ...place };
  const encodings = new Set(ready.map(({ encoding }) => encoding));
  const encoding = encodings.size === 1 ? file.encoding : null;
  const isKnown = file.doubts.every(({ code }) => code !== "encoding-guessed");
  return {
    delimiter: file.source.kind === "tsv" ? "\t" : delimiter,
    ...(quote === '"' ? {} : { quote }),
    ...(encoding !== null ? { encoding: encoding as NonNullable<Format["encoding"]> } : isKnown ? { encoding: "utf-8" as const } : {}),
    ...place,
  };
}

/** The path to the list of rows in a JSON file that is one object around it: one that is named so, else the only list of objects. */
async function listInside(session: Session, staged: Staged, ready: readonly ReadyFile[]): Promise<string | null> {
  if (!ready.every(({ source }) => source.kind === "json") || (await countOf(session, staged)) !== ready.length) return null;
  for (const { path } of ready) if ((await firstCharacter(path)) !== "{") return null;
  const isList = staged.columns.map(
    ({ sql }) =>
      `count(*) FILTER (WHERE CASE WHEN starts_with(${sql}, '[') AND json_valid(${sql}) THEN json_type(${sql}, '$[0]') IN ('OBJECT', 'ARRAY') ELSE false END)`,
  );
  if (isList.length === 0) return null;
  const { rows } = await session.query(`SELECT ${isList.join(", ")} FROM ${staged.relation}`);
  const lists = staged.columns.filter((_, index) => Number(rows[0]![index]) > 0).map(({ name }) => name);
  const named = lists.find((name) => /(?:^|\.)(?:rows|records|data|results|items|values?|entries|orders|customers|responses)$/i.test(name));
  const only = lists.length === 1 ? lists[0] : undefined;
  return named !== undefined ? `${named}[]` : only !== undefined ? `${only}[]` : null;
}

/** Looks at every column: how many values, how many different ones, the ends of its numbers, the first of them. */
async function profile(session: Session, staged: Staged, columns: readonly TypedColumn[]): Promise<ProfiledColumn[]> {
  const profiled: ProfiledColumn[] = [];
  for (let start = 0; start < columns.length; start += 100) {
    const part = columns.slice(start, start + 100);
    const isNumber = ({ type }: TypedColumn) => type === "integer" || type === "decimal" || type === "double";
    const facts = part.flatMap((column) => {
      const end = (which: string) => (isNumber(column) ? `CAST(${which}(${column.sql}) AS DOUBLE)` : "NULL::DOUBLE");
      return [`count(${column.sql})`, `approx_count_distinct(${column.sql})`, end("min"), end("max")];
    });
    const { rows } = await session.query(`SELECT ${facts.join(", ")} FROM ${staged.relation}`);
    const texts = part.map(({ sql }, index) => `CAST(${sql} AS VARCHAR) AS ${quoteIdentifier(`c${index}`)}`);
    const values = await session.query(`SELECT ${texts.join(", ")} FROM ${staged.relation} LIMIT ${sampleSize * 5}`);
    for (const [index, { name, type, sql }] of part.entries()) {
      const [filled, about, low, high] = rows[0]!.slice(index * 4, index * 4 + 4).map((value) => (value === null ? null : Number(value)));
      const sample = values.rows.flatMap((row) => (row[index] === null ? [] : [String(row[index])])).slice(0, sampleSize);
      // Where the estimate leaves room for all different values, they are counted, if they could name rows.
      const isName = type === "text" || type === "integer";
      const distinct = (isName && about! * 1.3 >= filled!) || about! < 50 ? await distinctOf(session, staged, sql) : about!;
      profiled.push({ name, type, sample, distinct, filled: filled!, low: low!, high: high! });
    }
  }
  return profiled;
}

async function distinctOf(session: Session, staged: Staged, sql: string): Promise<number> {
  const { rows } = await session.query(`SELECT count(DISTINCT ${sql}) FROM ${staged.relation}`);
  return Number(rows[0]![0]);
}

/** Which kind of number the columns that are named after days hold, where they agree. */
function dateOfNumbers(columns: readonly ProfiledColumn[]): string | null {
  const kinds = columns.flatMap(({ name, type, low, high }) => {
    const kind = (type === "integer" || type === "decimal") && low !== null && high !== null ? daysOfNumbers(name, low, high) : null;
    return kind === null ? [] : [kind];
  });
  return new Set(kinds).size === 1 ? kinds[0]! : null;
}

/** A column of whole numbers that are days such as 20251231, by its name or because the file has no names. */
function compactTime(columns: readonly ProfiledColumn[]): string | null {
  if (columns.some(({ type }) => type === "date" || type === "timestamp")) return null;
  const isDays = ({ name, type, sample }: ProfiledColumn) =>
    type === "integer" &&
    sample.length > 0 &&
    sample.every((value) => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(value)) &&
    /^column\d+$|date|datum|day|dag/i.test(name);
  return columns.find(isDays)?.name ?? null;
}

function numbersAsDays(before: readonly TypedColumn[], after: readonly TypedColumn[]): Doubt[] {
  const isMoment = ({ type }: TypedColumn) => type === "date" || type === "timestamp";
  return after
    .filter((column, index) => isMoment(column) && !isMoment(before[index]!))
    .map(({ name }) => ({ column: name, code: "number-as-time", count: 1 }));
}

/**
 * What the columns share, written down so that next month's file is read alike: the decimal sign, and the order of day and month. What is
 * doubted is not written: it would be doubted no more.
 */
function withConventions(
  format: Format,
  all: readonly TypedColumn[],
  seen: readonly ProfiledColumn[],
  time: string | null,
  doubts: readonly Doubt[],
): Format {
  const columns = all.filter(({ name }) => !doubts.some(({ column, code }) => column === name && code.startsWith("ambiguous-")));
  const decimals = new Set(columns.flatMap(({ style }) => style?.tells?.decimal ?? []));
  const decimal = decimals.size === 1 ? [...decimals][0]! : undefined;
  const days = columns.filter(({ style }) => style?.days !== undefined && style.tells?.order !== undefined);
  const chosen = days.find(({ name }) => name === time) ?? days[0];
  const isTimed = (seen.find(({ name }) => name === chosen?.name)?.type ?? "date") === "timestamp";
  const date = format.date ?? (chosen && !isTimed ? chosen.style!.days : undefined);
  return {
    ...format,
    ...(format.decimal === undefined && decimal !== undefined ? { decimal } : {}),
    ...(date === undefined ? {} : { date }),
  };
}

async function spanOf(session: Session, staged: Staged, time: TypedColumn | null): Promise<{ from: Day | null; to: Day | null }> {
  if (!time || (time.type !== "date" && time.type !== "timestamp")) return { from: null, to: null };
  const { rows } = await session.query(
    `SELECT CAST(min(CAST(${time.sql} AS DATE)) AS VARCHAR), CAST(max(CAST(${time.sql} AS DATE)) AS VARCHAR) FROM ${staged.relation}`,
  );
  const [from, to] = rows[0]!;
  return { from: from === null ? null : String(from), to: to === null ? null : String(to) };
}
