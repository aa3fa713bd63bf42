import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Day } from "../calendar/index.ts";
import { type Framework, HelderError } from "../framework/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Report } from "../report/index.ts";
import { type SourceFile, writeFileAtomically } from "../workspace/index.ts";
import type { LoadResult } from "./engine.ts";
import { catalogOf } from "./load/index.ts";
import type { Work } from "./work.ts";

/** What the last run found, and of what. */
interface Kept {
  /** names the files that the framework was read from, and the version that read them */
  readonly text: string;
  readonly framework: Framework;
  /** names all else that the report follows from */
  readonly facts: string;
  /** names the same by what can be seen without opening the warehouse; null where that does not tell all */
  readonly sight: string | null;
  /** names the history that `check` holds targets against, as the run left it */
  readonly history: string;
  readonly report: Report;
}

/** The last run's report, kept beside the warehouse: where nothing it follows from has changed, nothing is computed. */
export interface KeptRun {
  /** the framework, where the workspace's text is what it was; saves parsing it */
  frameworkOf(files: readonly SourceFile[]): Promise<Framework | null>;
  /** null where something may have changed; `by`: what is known of all else that the report follows from */
  reportOf(files: readonly SourceFile[], by: "facts" | "sight", known: unknown): Promise<Report | null>;
  /** What cannot be written is not kept. */
  keep(files: readonly SourceFile[], framework: Framework, known: { facts: unknown; sight: unknown }, report: Report): Promise<void>;
}

/** `directory`: where the machine keeps what it makes. */
export function keptRun(directory: string): KeptRun {
  const file = join(directory, "run.json");
  let known: Kept | null = null;

  async function read(): Promise<Kept | null> {
    if (known !== null) return known;
    const text = await readFile(file, "utf8").catch(() => null);
    return (known = text === null ? null : keptIn(text));
  }

  const historyNow = async (): Promise<string> => {
    const text = await readFile(join(directory, "history.json"), "utf8").catch(() => null);
    return digest(text);
  };

  return {
    async frameworkOf(files) {
      const kept = await read();
      return kept?.text === nameOf(files) ? kept.framework : null;
    },
    async reportOf(files, by, told) {
      const kept = await read();
      if (kept === null || kept.text !== nameOf(files) || kept[by] !== digest(told)) return null;
      return kept.history === (await historyNow()) ? kept.report : null;
    },
    async keep(files, framework, { facts, sight }, report) {
      const seen = sight === null ? null : digest(sight);
      const kept: Kept = { text: nameOf(files), framework, facts: digest(facts), sight: seen, history: await historyNow(), report };
      known = kept;
      await writeFileAtomically(file, JSON.stringify(kept)).catch((problem: unknown) => {
        if (!(problem instanceof HelderError)) throw problem;
      });
    },
  };
}

function nameOf(files: readonly SourceFile[]): string {
  return digest([version(), files]);
}

let told: string | null = null;

/** Names the program itself: another version judges otherwise. */
function version(): string {
  if (told !== null) return told;
  const { version: released } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url));
  return (told = `${released} ${mtimeMs} ${size}`);
}

/** What cannot be read is nothing. */
function keptIn(text: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    const { text: name, framework, facts, sight = null, history, report } = kept ?? {};
    return typeof name === "string" && typeof facts === "string" && typeof history === "string" && framework && report
      ? { text: name, framework, facts, sight, history, report }
      : null;
  } catch {
    return null;
  }
}

function digest(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

/** What a report follows from beside the workspace's text. */
export async function factsOf({ warehouse, framework, observations }: Work, { datasets }: LoadResult, asOf: Day): Promise<unknown> {
  const catalog = await catalogOf(warehouse, framework, asOf);
  const loads = datasets.map(({ seconds: _seconds, skipped: _skipped, ...load }) => load);
  return [asOf, loads, [...catalog.datasets].map(([id, { build }]) => [id, build]), [...observations]];
}

/** The same by what can be seen without opening the warehouse: files by their stamps, and what people noted. */
export function sightOf(journal: Journal, stamps: unknown, days: readonly Day[]): unknown {
  return [days, stamps, journal.checkins(), journal.erasures()];
}
