import { open, stat } from "node:fs/promises";
import { type Dataset, HelderError } from "../../framework/index.ts";
import { quoteText } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { mostColumns, uniqueNames } from "../../connect/index.ts";
import type { ReadyFile } from "./prepare.ts";
import type { Reject } from "./rejects.ts";
import { literalPath } from "./stage-delimited.ts";
import type { Staged } from "./staged.ts";

/**
 * Reads lists of JSON objects and files with one JSON object a line, every value as text. Objects inside become columns `a.b`, what is
 * deeper and lists stay JSON text. A line that is no object is rejected; a list that is no proper JSON is a file that cannot be read.
 */
export async function stageJson(session: Session, dataset: Dataset, files: readonly ReadyFile[]): Promise<Staged> {
  await session.query("CREATE TEMP TABLE documents (document JSON)");
  const rejects: Reject[] = [];
  const starts: { name: string; firstRow: number; header: number }[] = [];
  for (const file of files) {
    const { rows } = await session.query("SELECT coalesce(max(rowid) + 1, 0) FROM documents");
    starts.push({ name: file.source.name, firstRow: Number(rows[0]![0]), header: 0 });
    const opening = await firstCharacter(file.path);
    if (opening === "") continue;
    const unreadable = (reason: string, cause?: unknown) =>
      new HelderError("file-unreadable", { dataset: dataset.id, file: file.source.name, reason }, { cause });
    if (opening === "[" || file.source.kind === "json") {
      await readObjects(session, file, opening === "[" ? "array" : "unstructured").catch((error: unknown) => {
        throw error instanceof HelderError ? unreadable(String(error.params["reason"]), error) : error;
      });
    } else {
      rejects.push(...(await readLines(session, file)));
    }
  }
  const columns = await columnsOf(session, dataset);
  return { ...columns, layout: null, rejects, doubts: files.flatMap((file) => file.doubts), files: starts };
}

/** The first character of a JSON text that is no space; empty where there is none. */
export async function firstCharacter(path: string): Promise<string> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer
      .subarray(0, bytesRead)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trimStart()
      .charAt(0);
  } finally {
    await file.close();
  }
}

/** The objects of a list, or those that follow each other: one a line, or one over many lines. */
async function readObjects(session: Session, file: ReadyFile, format: "array" | "unstructured"): Promise<void> {
  const bytes = format === "array" ? 0 : Math.min((await stat(file.path)).size, 2 ** 28);
  const size = Math.max(2 ** 24, file.longestLine + 1024, bytes + 1024);
  const source = `read_json_objects(${quoteText(literalPath(file.path))}, format = '${format}', maximum_object_size = ${size})`;
  await session.query(`CREATE OR REPLACE TEMP TABLE listed AS SELECT json AS document FROM ${source}`);
  const wrong = await session.query("SELECT count(*) FROM listed WHERE json_type(document) <> 'OBJECT'");
  if (wrong.rows[0]![0] !== 0) throw new HelderError("warehouse-failed", { reason: "it holds something that is no object" });
  await session.query("INSERT INTO documents SELECT document FROM listed ORDER BY rowid; DROP TABLE listed");
}

async function readLines(session: Session, file: ReadyFile): Promise<Reject[]> {
  // A unit separator cannot stand in a JSON text, so a line is one field.
  const limit = Math.max(2 ** 21, file.longestLine + 1024);
  const buffer = limit > 2 ** 21 ? `, buffer_size = ${Math.max(2 ** 25, limit * 2)}` : "";
  await session.query(`CREATE OR REPLACE TEMP TABLE lines AS SELECT line FROM read_csv(${quoteText(literalPath(file.path))},
    auto_detect = false, header = false, delim = '\u001F', quote = '', escape = '', columns = {'line': 'VARCHAR'}, null_padding = true,
    ignore_errors = true, max_line_size = ${limit}${buffer})`);
  const isObject = "CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' ELSE false END";
  const wrong = await session.query(
    `SELECT rowid + 1, line FROM lines WHERE line IS NOT NULL AND trim(line) <> '' AND NOT (${isObject}) ORDER BY rowid`,
  );
  await session.query(`INSERT INTO documents SELECT line::JSON FROM lines WHERE ${isObject} ORDER BY rowid; DROP TABLE lines`);
  return wrong.rows.map(([line, text]) => ({ file: file.source.name, line: Number(line), reason: "not-an-object", text: String(text) }));
}

interface JsonPath {
  readonly name: string;
  /** column of the relation that holds the value */
  readonly source: Source;
  readonly pointer: string;
  /** takes the value where it is no object: what is in objects stands in columns of its own */
  readonly isPlain: boolean;
}

type Source = "document" | "item";

async function columnsOf(session: Session, dataset: Dataset): Promise<Pick<Staged, "relation" | "columns" | "identity">> {
  const list = dataset.format.rows === undefined ? null : await unnest(session, dataset.format.rows);
  const paths = (await pathsOf(session, "document", "")).filter(({ pointer }) => pointer !== list?.pointer);
  if (list) paths.push(...(await pathsOf(session, "item", `${list.name}[]`)));
  if (paths.length > mostColumns)
    throw new HelderError("file-unreadable", { dataset: dataset.id, file: dataset.file ?? "", reason: `more than ${mostColumns} columns` });
  const names = uniqueNames(paths.map((path) => path.name));
  const columns = paths.map(({ source, pointer, isPlain }, index) => {
    const value = pointer === "" ? `json_extract_string(${source}, '$')` : `json_extract_string(${source}, ${quoteText(pointer)})`;
    return `${isPlain ? `CASE WHEN json_type(${source}, ${quoteText(pointer)}) <> 'OBJECT' THEN ${value} END` : value} AS c${index}`;
  });
  await session.query(
    `CREATE TEMP TABLE staged AS SELECT ${["NULL::VARCHAR AS empty", ...columns].join(", ")} FROM documents ORDER BY rowid; DROP TABLE documents`,
  );
  return {
    relation: `(SELECT rowid AS "$row", * FROM staged)`,
    columns: names.map((name, index) => ({ name, sql: `c${index}`, kind: "text" as const })),
    identity: names.map((_, index) => `c${index}`),
  };
}

/** Makes every element of a list a row of its own, beside what stands around it; an object without the list stays one row. */
async function unnest(session: Session, path: string): Promise<{ name: string; pointer: string }> {
  const name = path.replace(/\[\]$/, "");
  const pointer = name
    .split(".")
    .map((key) => `/${escapeKey(key)}`)
    .join("");
  const value = `json_extract(document, ${quoteText(pointer)})`;
  await session.query(`CREATE TEMP TABLE unnested AS
    SELECT document, unnest(CASE WHEN json_type(${value}) = 'ARRAY' AND json_array_length(${value}) > 0 THEN CAST(${value} AS JSON[]) ELSE [NULL::JSON] END) AS item
    FROM (SELECT rowid AS place, document FROM documents ORDER BY rowid);
    DROP TABLE documents; ALTER TABLE unnested RENAME TO documents`);
  return { name, pointer };
}

/** The values in objects, and in objects in them; what is deeper stays JSON text. */
async function pathsOf(session: Session, source: Source, prefix: string): Promise<JsonPath[]> {
  const paths: JsonPath[] = [];
  const under = (key: string) => (prefix === "" ? key : `${prefix}.${key}`);
  if (prefix !== "") {
    const plain = await session.query(`SELECT count(*) FROM documents WHERE json_type(${source}) NOT IN ('OBJECT', 'NULL')`);
    if (Number(plain.rows[0]![0]) > 0) paths.push({ name: prefix, source, pointer: "", isPlain: false });
  }
  for (const { key, objects, others } of await keysBelow(session, source, "")) {
    const pointer = `/${escapeKey(key)}`;
    if (others > 0 || objects === 0) paths.push({ name: under(key), source, pointer, isPlain: objects > 0 });
    if (objects === 0) continue;
    for (const inner of await keysBelow(session, source, pointer))
      paths.push({ name: under(`${key}.${inner.key}`), source, pointer: `${pointer}/${escapeKey(inner.key)}`, isPlain: false });
  }
  return paths;
}

/** The keys of the objects at a JSON pointer, by first appearance, and how often their values are objects or something else. */
async function keysBelow(session: Session, source: Source, pointer: string): Promise<{ key: string; objects: number; others: number }[]> {
  const keys = pointer === "" ? `json_keys(${source})` : `json_keys(${source}, ${quoteText(pointer)})`;
  const value = `json_type(document, ${quoteText(`${pointer}/`)} || replace(replace(key, '~', '~0'), '/', '~1'))`;
  const { rows } = await session.query(`
    WITH keyed AS (SELECT rowid AS row, ${source} AS document, unnest(${keys}) AS key, generate_subscripts(${keys}, 1) AS place FROM documents)
    SELECT key, count(*) FILTER (WHERE ${value} = 'OBJECT'), count(*) FILTER (WHERE ${value} NOT IN ('OBJECT', 'NULL')), min(row) AS row, min_by(place, row) AS place
    FROM keyed GROUP BY key ORDER BY row, place`);
  return rows.map(([key, objects, others]) => ({ key: String(key), objects: Number(objects), others: Number(others) }));
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
