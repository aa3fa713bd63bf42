import { constants, statSync } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isUtf8 } from "node:buffer";
import { type FileProblem, limits, readYaml, type SourceFile } from "./document.ts";
import { settingsFile } from "./top-keys.ts";

/** The nearest folder, from `startDirectory` upwards, that holds a `helder.yaml`; null where there is none. */
export function findWorkspace(startDirectory: string): string | null {
  for (let directory = resolve(startDirectory); ; directory = dirname(directory)) {
    if (statSync(join(directory, settingsFile), { throwIfNoEntry: false })?.isFile()) return directory;
    if (directory === dirname(directory)) return null;
  }
}

/**
 * Reads every `*.yaml` and `*.yml` of a workspace but those in `node_modules`, in dot folders and in the folders under `ignore`.
 * Never throws on what it meets: a file that cannot be read comes with its problem. Linked folders are not entered; a linked file
 * is read if it lies in the workspace. Sorted by path.
 */
export async function readWorkspace(directory: string): Promise<SourceFile[]> {
  const root = await realpath(directory).catch(() => directory);
  const head = await readSource(root, settingsFile);
  const ignored = head ? ignoredFolders(head) : [];
  const files = new Map<string, SourceFile>();
  if (head) files.set(settingsFile, head);

  // A folder is a line in this list and not a call of its own, so that no depth of folders is too much.
  const folders = [""];
  for (const folder of folders) {
    let names;
    try {
      names = await readdir(join(root, folder), { withFileTypes: true });
    } catch {
      files.set(folder, { path: folder, text: "", problem: { reason: "no-access", line: null } });
      continue;
    }
    for (const name of names) {
      const path = folder === "" ? name.name : `${folder}/${name.name}`;
      if (name.isDirectory()) {
        if (name.name !== "node_modules" && !name.name.startsWith(".") && !ignored.includes(path)) folders.push(path);
      } else if (/\.ya?ml$/i.test(name.name) && !name.name.startsWith(".") && !files.has(path)) {
        const source = await readSource(root, path);
        if (source) files.set(path, source);
      }
    }
  }
  return [...files.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Null where there is nothing to read: no such file, or a link to a file that is read under its own name. */
async function readSource(root: string, path: string): Promise<SourceFile | null> {
  const full = join(root, path);
  const refused = (reason: FileProblem["reason"], line: number | null = null): SourceFile => ({
    path,
    text: "",
    problem: { reason, line },
  });
  try {
    if ((await lstat(full)).isSymbolicLink()) {
      const target = await realpath(full);
      const inside = relative(root, target);
      if (inside.startsWith("..") || resolve(root, inside) !== target) return refused("outside-workspace");
      if (/\.ya?ml$/i.test(target) && !hidden(inside)) return null;
    }
    // Without O_NONBLOCK opening a named pipe would wait for a writer for ever.
    const handle = await open(full, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = await handle.stat();
      if (status.isDirectory()) return null;
      if (!status.isFile()) return refused("not-a-file");
      if (status.size > limits.bytes) return refused("too-large");
      return decode(path, await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" && path === settingsFile) return null;
    return refused(code === "ENXIO" ? "not-a-file" : "no-access");
  }
}

function hidden(path: string): boolean {
  return path.split(sep).some((step) => step.startsWith(".") || step === "node_modules");
}

function decode(path: string, bytes: Buffer): SourceFile {
  const text = bytes.toString("utf8");
  const line = (index: number) => text.slice(0, Math.max(0, index)).split("\n").length;
  if (!isUtf8(bytes)) return { path, text: "", problem: { reason: "not-utf-8", line: line(text.indexOf("\uFFFD")) } };
  const nul = text.indexOf("\0");
  return nul < 0 ? { path, text } : { path, text: "", problem: { reason: "nul", line: line(nul) } };
}

function ignoredFolders(head: SourceFile): readonly string[] {
  // Reading YAML takes longer than all else here; a key can only be written otherwise with an escape.
  if (!head.text.includes("ignore") && !head.text.includes("\\")) return [];
  const { root } = readYaml(head.path, head.text);
  const typed = typeof root === "object" && root !== null ? (root as { ignore?: unknown }).ignore : undefined;
  if (!Array.isArray(typed)) return [];
  return typed.filter((folder) => typeof folder === "string").map((folder) => folder.replace(/^\.\//, "").replace(/\/+$/, ""));
}
