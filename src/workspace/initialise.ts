import { lstat, mkdir, readFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { HelderError } from "../framework/index.ts";
import type { SourceFile } from "./document.ts";
import { settingsFile } from "./top-keys.ts";
import { writeFileAtomically } from "./save.ts";
import { jsonSchema } from "./schema.ts";

const schemaFile = ".helder/schema.json";

/**
 * Makes a workspace of `files` in `directory`, with the JSON Schema at the head of each YAML file and `.helder/` git-ignored. Answers
 * the files written, relative to `directory`. Overwrites nothing: throws HelderError `workspace-exists`, `file-exists` or
 * `not-writable`. `helder.yaml` comes last, so that a half-made folder is no workspace.
 */
export async function initialise(directory: string, files: readonly SourceFile[]): Promise<readonly string[]> {
  if (await exists(join(directory, settingsFile))) throw new HelderError("workspace-exists", { directory });
  for (const { path } of files) {
    if (posix.isAbsolute(path) || posix.normalize(path).startsWith("..")) throw new Error(`path outside the workspace: ${path}`);
    if (await exists(join(directory, path))) throw new HelderError("file-exists", { file: path });
  }
  await write(directory, schemaFile, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  const written: string[] = [];
  const ignored = await gitIgnore(join(directory, ".gitignore"));
  if (ignored !== null) {
    await write(directory, ".gitignore", ignored);
    written.push(".gitignore");
  }
  const last = (path: string) => Number(path === settingsFile);
  for (const { path, text } of [...files].sort((one, other) => last(one.path) - last(other.path))) {
    await write(directory, path, /\.ya?ml$/.test(path) ? headed(path, text) : text);
    written.push(path);
  }
  return written.sort();
}

function headed(path: string, text: string): string {
  if (text.startsWith("# yaml-language-server:")) return text;
  return `# yaml-language-server: $schema=${posix.relative(posix.dirname(path), schemaFile)}\n${text}`;
}

/** The text of `.gitignore` with our line in it; null where it stands there already. */
async function gitIgnore(file: string): Promise<string | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  if (/^\/?\.helder\/?\s*$/m.test(text)) return null;
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}.helder/\n`;
}

async function write(directory: string, path: string, text: string): Promise<void> {
  const file = join(directory, path);
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (cause) {
    throw new HelderError(
      "not-writable",
      { path: dirname(file), reason: cause instanceof Error ? cause.message : String(cause) },
      { cause },
    );
  }
  await writeFileAtomically(file, text);
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
