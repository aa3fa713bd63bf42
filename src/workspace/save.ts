import { randomBytes } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { HelderError } from "../framework/index.ts";
import type { SourceFile } from "./document.ts";

/**
 * Writes a file so that whoever reads it sees the old or the new text, never a part: to a new file beside it, flushed, then renamed.
 * A link keeps pointing where it pointed and a file keeps its mode. Throws HelderError `not-writable`.
 */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  let temporary: string | null = null;
  try {
    const target = await realpath(path).catch(() => path);
    const mode = await stat(target).then(
      (status) => status.mode & 0o777,
      () => 0o644,
    );
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (cause) {
    if (temporary) await rm(temporary, { force: true }).catch(() => undefined);
    throw new HelderError("not-writable", { path, reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}

/**
 * Writes the files of a workspace whose text became another, and those that are new. Nothing is written where one of them is no longer what
 * was read, or a new one is there already. Throws HelderError `changed-meanwhile`, `not-writable`.
 */
export async function replaceFiles(directory: string, read: readonly SourceFile[], wanted: readonly SourceFile[]): Promise<void> {
  const texts = new Map(read.map(({ path, text }) => [path, text]));
  const changed = wanted.filter(({ path, text }) => texts.get(path) !== text);
  for (const { path } of changed) {
    const now = await readFile(join(directory, path), "utf8").catch(() => null);
    if (now !== (texts.get(path) ?? null)) throw new HelderError("changed-meanwhile", { path });
  }
  for (const { path, text } of changed) await writeFileAtomically(join(directory, path), text);
}
