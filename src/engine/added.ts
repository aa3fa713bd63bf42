import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { HelderError } from "../framework/index.ts";
import { open, replaceFiles, writeFileAtomically } from "../workspace/index.ts";

/** What one `add` or `discover --write` wrote, so that it can be taken back exactly. */
export interface Addings {
  readonly files: readonly { readonly path: string; readonly before: string; readonly after: string }[];
  readonly copies: readonly { readonly path: string; readonly sha256: string }[];
}

const recordFile = join(".helder", "added.json");

/** Remembers files that were made, so that `undoAdditions` can take them away again. */
export async function recordFiles(directory: string, paths: readonly string[], copies: Addings["copies"] = []): Promise<void> {
  const made = await Promise.all(paths.map(async (path) => ({ path, sha256: await hashOfFile(join(directory, path)) })));
  await keepRecord(directory, { files: [], copies: [...copies, ...made] });
}

/** Remembers one more write, of the last twenty. */
export async function keepRecord(directory: string, record: Addings): Promise<void> {
  await writeRecords(directory, [...(await readRecords(directory)), record].slice(-20));
}

export async function hashOfFile(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

async function readRecords(directory: string): Promise<readonly Addings[]> {
  const text = await readFile(join(directory, recordFile), "utf8").catch(() => "[]");
  try {
    return JSON.parse(text) as readonly Addings[];
  } catch {
    return [];
  }
}

async function writeRecords(directory: string, records: readonly Addings[]): Promise<void> {
  await mkdir(join(directory, ".helder"), { recursive: true });
  await writeFileAtomically(join(directory, recordFile), JSON.stringify(records));
}

/**
 * Takes the last write back: the texts are again what they were, the copies are gone. Answers the files that changed. Throws
 * HelderError `nothing-to-undo`, and `changed-meanwhile` where somebody changed a text since.
 */
export async function undoAdditions(directory: string): Promise<readonly string[]> {
  const { directory: root, files } = await open(directory);
  const records = await readRecords(root);
  const last = records.at(-1);
  if (!last) throw new HelderError("nothing-to-undo", {});
  const written = last.files.map(({ path, after }) => ({ path, text: after }));
  const now = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of written) if (now.get(path) !== text) throw new HelderError("changed-meanwhile", { path });
  await replaceFiles(
    root,
    written,
    last.files.map(({ path, before }) => ({ path, text: before })),
  );
  for (const { path, sha256 } of last.copies) {
    const copy = join(root, path);
    if ((await hashOfFile(copy).catch(() => "")) === sha256) await rm(copy);
  }
  await writeRecords(root, records.slice(0, -1));
  return [...last.files.map(({ path }) => path), ...last.copies.map(({ path }) => path)];
}
