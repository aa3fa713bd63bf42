import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export function isGlob(path: string): boolean {
  return /[*?]/.test(path);
}

/** Whether one part of a path fits a pattern of `*` (any run) and `?` (one character). Linear: it never goes back past the last `*`. */
export function fits(name: string, pattern: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  let [n, p, star, mark] = [0, 0, -1, 0];
  while (n < name.length) {
    if (pattern[p] === "?" || (pattern[p] !== "*" && pattern[p] === name[n])) {
      n++;
      p++;
    } else if (pattern[p] === "*") {
      star = p++;
      mark = n;
    } else if (star >= 0) {
      p = star + 1;
      n = ++mark;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** Everything but folders below `directory` that fits the pattern (parts by `/`; `**` is any number of folders), relative, sorted. */
export async function expandGlob(directory: string, pattern: string): Promise<string[]> {
  const found = new Set<string>();
  async function walk(at: string, parts: readonly string[]): Promise<void> {
    const [part, ...rest] = parts;
    if (part === undefined) return;
    let entries: Dirent[];
    try {
      entries = await readdir(join(directory, at), { withFileTypes: true });
    } catch {
      return;
    }
    if (part === "**") {
      await walk(at, rest);
      // Links are not followed here: they could lead round in circles.
      for (const entry of entries) {
        if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") await walk(join(at, entry.name), parts);
      }
      return;
    }
    for (const entry of entries) {
      if (!fits(entry.name, part)) continue;
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (rest.length > 0) await walk(path, rest);
      else if (!entry.isDirectory()) found.add(path);
    }
  }
  await walk("", pattern.split("/"));
  return [...found].sort();
}
