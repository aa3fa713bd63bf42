import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Dataset, HelderError, Settings } from "../framework/index.ts";
import { openWarehouse, type Session } from "../warehouse/index.ts";
import { type Read, readOnce } from "./load/index.ts";

/** A file that is open for one question; `directory` is its own, and is gone afterwards. */
export interface OpenFile {
  readonly session: Session;
  readonly read: Read;
  readonly directory: string;
}

/**
 * Reads one file, in any form that a dataset may have, without a workspace: in a DuckDB of its own, which is gone afterwards. Errors call it
 * `id`. Throws HelderError `not-found`, `file-unreadable`, and what reading a dataset throws.
 */
export async function withFile<T>(
  path: string,
  { id, ...roles }: Pick<Dataset, "id"> & Partial<Pick<Dataset, "time" | "customer">>,
  work: (open: OpenFile) => Promise<T>,
): Promise<T> {
  const unreadable = (reason = ""): HelderError => new HelderError("file-unreadable", { dataset: id, file: path, reason });
  const found = await stat(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw new HelderError("not-found", { what: path });
    throw unreadable(code);
  });
  // Reading from a pipe or a device could wait for ever.
  if (!found.isFile()) throw unreadable(found.isDirectory() ? "EISDIR" : "ENOTREG");
  const directory = await mkdtemp(join(tmpdir(), "helder-file-"));
  try {
    const file = basename(path);
    await copyFile(path, join(directory, file)).catch((error: unknown) => {
      throw unreadable((error as NodeJS.ErrnoException).code);
    });
    const warehouse = await openWarehouse(join(directory, ".helder"));
    try {
      const dataset: Dataset = { id, file, ...roles, columns: {}, format: {} };
      return await warehouse.session(async (session) => {
        const read = await readOnce(session, directory, dataset, Settings.parse({ helder: 1, name: id }));
        return work({ session, read, directory });
      });
    } finally {
      await warehouse.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** SQL of a column of numbers. Throws HelderError `unknown-column`, and `bad-input` where the column holds none. */
export async function numbersOf(read: Read, name: string): Promise<string> {
  const { name: column, type, sql } = await read.typed(name);
  if (type === "integer" || type === "decimal" || type === "double") return sql;
  throw new HelderError("bad-input", {
    reason: `the column ${column} does not hold numbers`,
    "reason-nl": `de kolom ${column} bevat geen getallen`,
  });
}
