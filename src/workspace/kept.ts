import { readFile } from "node:fs/promises";
import { writeFileAtomically } from "./save.ts";

const version = 1;

/** What a file below `.helder` keeps from one process to the next; null where there is none, it cannot be read, or another version wrote it. */
export async function readKept<T extends object>(file: string): Promise<Partial<T> | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as (Partial<T> & { readonly version?: unknown }) | null;
    return kept?.version === version ? kept : null;
  } catch {
    return null;
  }
}

/** Throws HelderError `not-writable`. */
export function writeKept(file: string, kept: object): Promise<void> {
  return writeFileAtomically(file, `${JSON.stringify({ version, ...kept }, null, 2)}\n`);
}
