import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Numbers of papers and of other systems' own tests. They are not part of the product, and these tests skip without them. */
const folder = fileURLToPath(new URL("../../../shared/stats/", import.meta.url));

export const present = existsSync(folder);
if (!present) console.warn(`Skipped: the numbers to be matched are not at ${folder}`);

// The shape of each file is its own.
// oxlint-disable-next-line typescript/no-explicit-any
export function vectors(file: string): any {
  return present ? JSON.parse(readFileSync(`${folder}${file}`, "utf8")) : {};
}
