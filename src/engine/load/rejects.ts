import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A line that could not be read as a row. */
export interface Reject {
  /** relative to the workspace */
  readonly file: string;
  /** from 1 */
  readonly line: number;
  readonly reason: "too-many-fields" | "broken-quote" | "line-too-long" | "not-an-object";
  readonly text: string;
}

/** Writes the rejected lines of a dataset beside the warehouse; gives the path relative to the workspace, null where there are none. */
export async function writeRejects(helderDirectory: string, dataset: string, rejects: readonly Reject[]): Promise<string | null> {
  const file = join(helderDirectory, "rejects", `${dataset}.csv`);
  if (rejects.length === 0) {
    await rm(file, { force: true });
    return null;
  }
  await mkdir(join(helderDirectory, "rejects"), { recursive: true });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rejects.map(({ file: from, line, reason, text }) => `${quoted(from)},${line},${reason},${quoted(text)}\n`);
  await writeFile(`${file}.new`, ["file,line,reason,text\n", ...lines].join(""));
  await rename(`${file}.new`, file);
  return `.helder/rejects/${dataset}.csv`;
}
