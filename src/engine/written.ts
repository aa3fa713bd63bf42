import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { HelderError } from "../framework/index.ts";
import { open, replaceFiles, type Workspace, writeFileAtomically } from "../workspace/index.ts";

/** A text of the workspace and what it becomes; `before` null: there is no such file yet. */
export interface WrittenText {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** Files that were made, each with the hash of what it held: one that is another by now is not taken away. */
export type Copies = readonly { readonly path: string; readonly sha256: string }[];

/** What one command wrote, so that it can be taken back exactly. */
interface Record {
  /** absent in what an earlier version wrote */
  readonly id?: string;
  readonly files: readonly WrittenText[];
  readonly copies: Copies;
}

const recordFile = join(".helder", "added.json");
const mostRecords = 20;

/** Writes texts into the workspace and remembers what they were. Answers the write's id. Throws HelderError `not-writable`, `changed-meanwhile`. */
export async function writeRecorded(
  { directory, files: read }: Pick<Workspace, "directory" | "files">,
  files: readonly WrittenText[],
  copies: Copies = [],
): Promise<string> {
  await replaceFiles(
    directory,
    read,
    files.map(({ path, after }) => ({ path, text: after })),
  );
  return keepRecord(directory, { files, copies });
}

/** Remembers files that were made, so that `undoAdditions` can take them away again. Answers the write's id. */
export async function recordFiles(directory: string, paths: readonly string[], copies: Copies = []): Promise<string> {
  const made = await Promise.all(paths.map(async (path) => ({ path, sha256: await hashOfFile(join(directory, path)) })));
  return keepRecord(directory, { files: [], copies: [...copies, ...made] });
}

async function keepRecord(directory: string, record: Record): Promise<string> {
  const id = randomUUID();
  await writeRecords(directory, [...(await readRecords(directory)), { id, ...record }].slice(-mostRecords));
  return id;
}

export async function hashOfFile(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

async function readRecords(directory: string): Promise<readonly Record[]> {
  const text = await readFile(join(directory, recordFile), "utf8").catch(() => "[]");
  try {
    return JSON.parse(text) as readonly Record[];
  } catch {
    return [];
  }
}

async function writeRecords(directory: string, records: readonly Record[]): Promise<void> {
  await mkdir(join(directory, ".helder"), { recursive: true });
  await writeFileAtomically(join(directory, recordFile), JSON.stringify(records));
}

/**
 * Takes the last write of `add`, `import` or `discover --write` back: the texts are again what they were, new files and copies are gone. Answers the files
 * that changed. Throws HelderError `nothing-to-undo`, and `changed-meanwhile` where somebody changed a text since.
 *
 * With the id of a write it takes that one back and no other: throws HelderError `undone-already`, and `not-the-last-write` where anything was
 * written after it.
 */
export async function undoAdditions(directory: string, id?: string): Promise<readonly string[]> {
  const { directory: root, files } = await open(directory);
  const records = await readRecords(root);
  const last = records.at(-1);
  if (id !== undefined) await refuseOtherThan(id, root, records);
  if (!last) throw new HelderError("nothing-to-undo", {});
  const written = last.files.map(({ path, after }) => ({ path, text: after }));
  const now = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of written)
    if (now.get(path) !== text) throw new HelderError(id === undefined ? "changed-meanwhile" : "not-the-last-write", { path });
  await replaceFiles(
    root,
    written,
    last.files.flatMap(({ path, before }) => (before === null ? [] : [{ path, text: before }])),
  );
  for (const { path, before } of last.files) if (before === null) await rm(join(root, path));
  for (const { path, sha256 } of last.copies) {
    const copy = join(root, path);
    if ((await hashOfFile(copy).catch(() => "")) !== sha256) continue;
    await rm(copy);
    // The folder that was made for it; one that holds something else stays.
    if (dirname(copy) !== root) await rmdir(dirname(copy)).catch(() => undefined);
  }
  await writeRecords(root, records.slice(0, -1));
  return [...last.files.map(({ path }) => path), ...last.copies.map(({ path }) => path)];
}

async function refuseOtherThan(id: string, root: string, records: readonly Record[]): Promise<void> {
  const at = records.findIndex((record) => record.id === id);
  const own = records[at];
  if (!own) throw new HelderError("undone-already", {});
  const later = records[at + 1];
  if (later) throw new HelderError("not-the-last-write", { path: [...later.files, ...later.copies][0]?.path ?? "" });
  for (const { path, sha256 } of own.copies) {
    const now = await hashOfFile(join(root, path)).catch(() => sha256);
    if (now !== sha256) throw new HelderError("not-the-last-write", { path });
  }
}
