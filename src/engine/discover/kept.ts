import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../../calendar/index.ts";
import { HelderError } from "../../framework/index.ts";
import { writeFileAtomically } from "../../workspace/index.ts";
import type { BuiltInAudience } from "./built-in-audiences.ts";
import type { Bounds } from "./count.ts";

/** A group of which a part was held out: enough to find both parts again in the data, without a list of customers. */
export interface KeptAudience extends Bounds {
  readonly segment: BuiltInAudience;
  readonly holdOut: number;
  readonly seed: number;
  readonly asOf: Day;
}

const folder = join(".helder", "discover");

/** Remembers that a group was exported with a hold-out. Throws HelderError `not-writable`. */
export async function keepAudience(directory: string, kept: KeptAudience): Promise<void> {
  const { segment, holdOut, seed, asOf, active, lapsed, top } = kept;
  const text = `${JSON.stringify({ segment, holdOut, seed, asOf, active, lapsed, top })}\n`;
  await keep(directory, `audience-${asOf}-${segment}-${hashOf(text)}.json`, text);
}

/** The groups with a hold-out, oldest first; a file that is no such thing is passed over. */
export async function keptAudiences(directory: string): Promise<readonly KeptAudience[]> {
  return read<KeptAudience>(directory, "audience-");
}

/** Stores a text under a name of its own; the same text is the same file. */
export async function keep(directory: string, name: string, text: string): Promise<void> {
  const path = join(directory, folder);
  try {
    await mkdir(path, { recursive: true });
    // What a machine makes is nothing to commit, also where this is no workspace.
    await writeFile(join(directory, ".helder", ".gitignore"), "*\n", { flag: "wx" }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  } catch (cause) {
    throw new HelderError("not-writable", { path, reason: (cause as NodeJS.ErrnoException).code ?? "" }, { cause });
  }
  await writeFileAtomically(join(path, name), text);
}

/** Whether such a text is stored. */
export async function isKept(directory: string, name: string): Promise<boolean> {
  return (await readdir(join(directory, folder)).catch(() => [] as string[])).includes(name);
}

/** Takes away again what was kept under this name. */
export async function forget(directory: string, name: string): Promise<void> {
  await rm(join(directory, folder, name), { force: true });
}

export async function read<T>(directory: string, prefix: string): Promise<readonly T[]> {
  const path = join(directory, folder);
  const names = await readdir(path).catch(() => [] as string[]);
  const found: T[] = [];
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith(".json")).sort()) {
    try {
      found.push(JSON.parse(await readFile(join(path, name), "utf8")) as T);
    } catch {
      // A half-made file of an earlier machine crash tells nothing.
    }
  }
  return found;
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
