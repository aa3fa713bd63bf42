import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import type { Day } from "../calendar/index.ts";
import { HelderError, type Language } from "../framework/index.ts";
import { simulations } from "../simulate/index.ts";
import { initialise, quartersBetween, shiftDates } from "../workspace/index.ts";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The quarter for which the examples' dates are written. */
const writtenFor: Day = "2026-10-01";

/** One seed for everybody: two people who follow the tour see the same numbers on the same day. */
const seed = 20_261_001;

/**
 * Makes a workspace from an example: its YAML in `language`, with the dates moved by whole quarters so that the running quarter holds
 * `today`, and its simulated data. Answers the files written, relative to `directory`. Throws `unknown-example`, `workspace-exists`.
 */
export async function makeExample(directory: string, name: string, today: Day, language: Language): Promise<readonly string[]> {
  const simulate = Object.hasOwn(simulations, name) ? simulations[name] : undefined;
  if (!simulate) throw new HelderError("unknown-example", { name, known: Object.keys(simulations).join(", ") });
  const folder = join(root, name, language);
  const quarters = quartersBetween(writtenFor, today);
  const names = (await readdir(folder, { recursive: true })).filter((file) => /\.ya?ml$/.test(file)).toSorted();
  const files = await Promise.all(
    names.map(async (path) => ({ path, text: shiftDates(await readFile(join(folder, path), "utf8"), quarters) })),
  );
  if (existsSync(join(directory, "helder.yaml"))) throw new HelderError("workspace-exists", { directory });
  // Data first and helder.yaml last: what is left half-way is no workspace, and says so.
  const data: string[] = [];
  for (const { path, chunks } of simulate({ seed, today })) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await pipeline(Readable.from(chunks), createWriteStream(file));
    data.push(path);
  }
  return [...(await initialise(directory, files)), ...data];
}
