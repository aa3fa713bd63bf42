import { changeAll, type Workspace, type YamlValue } from "../workspace/index.ts";
import type { WrittenText } from "./written.ts";

export interface NewEntry {
  readonly id: string;
  readonly [key: string]: YamlValue;
}

/** The text with a new entry of a section: after the newest one, and where there is none in a file of its own. */
export function addedEntry(
  { files, framework, sources }: Workspace,
  section: "steering" | "scenarios",
  ownFile: string,
  entry: NewEntry,
): WrittenText {
  const newest = framework[section].at(-1);
  const path = (newest && sources.entry(section, newest.id)?.file) ?? ownFile;
  const before = files.find((file) => file.path === path)?.text ?? null;
  if (newest !== undefined || before !== null) {
    const place = newest ? { path: [section, Number.MAX_SAFE_INTEGER], value: entry } : { path: [section], value: [entry] };
    return { path, before, after: changeAll(before ?? "", [place]) };
  }
  // People read and edit these: a line for each thing that is said.
  const start = `${section}:\n  - id: ${entry.id}\n`;
  const lines = Object.entries(entry).map(([key, said]) => ({ path: [section, entry.id, key], value: said }));
  return { path, before, after: changeAll(start, lines) };
}
