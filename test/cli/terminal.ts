import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { main } from "../../src/cli/program.ts";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Types one command line and answers what it said. */
export async function type(...argv: readonly string[]): Promise<Said> {
  let [out, err] = ["", ""];
  const code = await main(argv, "0.0.0-test", {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
  });
  return { code, out, err };
}

/** A folder with files (text or bytes), gone afterwards. */
export async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ directory: string; dispose: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), "helder-cli-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  return { directory, dispose: () => rm(directory, { recursive: true, force: true }) };
}
