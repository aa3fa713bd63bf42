import { lstat, realpath, stat } from "node:fs/promises";
import { isAbsolute, posix, sep } from "node:path";
import { join } from "node:path";
import { type Packed, readArchive, storedPages, UnreadableArchive } from "../../connect/index.ts";
import { type Dataset, HelderError } from "../../framework/index.ts";
import { expandGlob, isGlob } from "./glob.ts";

export type FileKind = "csv" | "tsv" | "json" | "jsonl" | "parquet" | "xlsx";

export interface SourceFile {
  /** relative to the workspace, with `/` */
  readonly name: string;
  /** absolute, without links */
  readonly path: string;
  readonly kind: FileKind;
  readonly gzipped: boolean;
  /** the only file in a zip archive, where `path` is one */
  readonly packed: Packed | null;
}

const kinds: Readonly<Record<string, FileKind>> = {
  csv: "csv",
  txt: "csv",
  tsv: "tsv",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  parquet: "parquet",
  xlsx: "xlsx",
  xlsm: "xlsx",
};

/**
 * The files of a dataset, by name. Throws HelderError `no-file`, `outside-workspace`, `file-unreadable`, `unknown-file-type`,
 * `not-fetched`.
 */
export async function findFiles(directory: string, dataset: Dataset): Promise<SourceFile[]> {
  if (dataset.file === undefined) return fetchedFiles(directory, dataset);
  const root = await realpath(directory);
  const pattern = posix.normalize(dataset.file);
  const outside = (file: string) => new HelderError("outside-workspace", { dataset: dataset.id, file });
  if (isAbsolute(pattern) || pattern === ".." || pattern.startsWith("../")) throw outside(dataset.file);
  if (pattern.includes("\0")) throw new HelderError("no-file", { dataset: dataset.id, file: dataset.file.replaceAll("\0", "\uFFFD") });

  // A file that carries the very name comes first, so that a `*` or `?` in a file's name needs no escape.
  const exact = await lstat(join(root, pattern)).catch(() => null);
  const names = exact ? [pattern] : isGlob(pattern) ? await expandGlob(root, pattern) : [];
  if (names.length === 0) throw new HelderError("no-file", { dataset: dataset.id, file: dataset.file });

  const files: SourceFile[] = [];
  for (const name of names) {
    const unreadable = (reason: string) => new HelderError("file-unreadable", { dataset: dataset.id, file: name, reason });
    let path: string;
    try {
      path = await realpath(join(root, name));
    } catch (error) {
      throw unreadable((error as NodeJS.ErrnoException).code ?? "");
    }
    if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) throw outside(name);
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable("EISDIR");
    // Reading from a pipe or a device could wait for ever.
    if (!found.isFile()) throw unreadable("ENOTREG");
    files.push({ name, path, ...(await kindOf(name, path, dataset.id)) });
  }
  return files;
}

/** What a connector brought. */
async function fetchedFiles(directory: string, { id }: Dataset): Promise<SourceFile[]> {
  const pages = await storedPages(directory, id);
  if (pages === null) throw new HelderError("not-fetched", { dataset: id });
  return Promise.all(pages.map(async (page) => ({ ...page, ...(await kindOf(page.name, page.path, id)) })));
}

async function kindOf(name: string, path: string, dataset: string): Promise<Pick<SourceFile, "kind" | "gzipped" | "packed">> {
  const { last, previous } = extensions(name);
  if (last === "zip") {
    const packed = await onlyFile(name, path, dataset);
    const kind = kinds[extensions(packed.name).last];
    if (kind === undefined || kind === "parquet" || kind === "xlsx")
      throw new HelderError("unknown-file-type", { dataset, file: `${name}/${packed.name}` });
    return { kind, gzipped: false, packed };
  }
  const gzipped = last === "gz";
  const kind = kinds[gzipped ? previous : last];
  if (kind === undefined || (gzipped && (kind === "parquet" || kind === "xlsx")))
    throw new HelderError("unknown-file-type", { dataset, file: name });
  return { kind, gzipped, packed: null };
}

function extensions(name: string): { last: string; previous: string } {
  const [last = "", previous = ""] = name.toLowerCase().split("/").at(-1)!.split(".").slice(1).reverse();
  return { last, previous };
}

async function onlyFile(name: string, path: string, dataset: string): Promise<Packed> {
  const unreadable = (reason: string) => new HelderError("file-unreadable", { dataset, file: name, reason });
  try {
    // A Mac packs files of its own along.
    const files = (await readArchive(path)).filter((one) => !one.name.endsWith("/") && !/^__MACOSX\/|(?:^|\/)\./.test(one.name));
    if (files.length !== 1) throw unreadable(`${files.length} files in one archive: unpack it first`);
    return files[0]!;
  } catch (error) {
    if (error instanceof UnreadableArchive) throw unreadable(error.message);
    throw error;
  }
}
