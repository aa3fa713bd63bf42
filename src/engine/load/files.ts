import { lstat, realpath, stat } from "node:fs/promises";
import { isAbsolute, posix, sep } from "node:path";
import { join } from "node:path";
import { storedPages } from "../../connect/index.ts";
import { type Dataset, HelderError } from "../../framework/index.ts";
import { expandGlob, isGlob } from "./glob.ts";

export type FileKind = "csv" | "tsv" | "json" | "jsonl" | "parquet";

export interface SourceFile {
  /** relative to the workspace, with `/` */
  readonly name: string;
  /** absolute, without links */
  readonly path: string;
  readonly kind: FileKind;
  readonly gzipped: boolean;
}

const kinds: Readonly<Record<string, FileKind>> = {
  csv: "csv",
  tsv: "tsv",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
  parquet: "parquet",
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
    files.push({ name, path, ...kindOf(name, dataset.id) });
  }
  return files;
}

/** What a connector brought. */
async function fetchedFiles(directory: string, { id }: Dataset): Promise<SourceFile[]> {
  const pages = await storedPages(directory, id);
  if (pages === null) throw new HelderError("not-fetched", { dataset: id });
  return pages.map((page) => ({ ...page, ...kindOf(page.name, id) }));
}

function kindOf(name: string, dataset: string): Pick<SourceFile, "kind" | "gzipped"> {
  const [last = "", previous = ""] = name.toLowerCase().split("/").at(-1)!.split(".").slice(1).reverse();
  const gzipped = last === "gz";
  const kind = kinds[gzipped ? previous : last];
  if (kind === undefined || (gzipped && kind === "parquet")) throw new HelderError("unknown-file-type", { dataset, file: name });
  return { kind, gzipped };
}
