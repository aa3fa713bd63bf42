import { join } from "node:path";
import { readKept, writeKept } from "../../workspace/index.ts";

export interface Outcome {
  /** when it was done, ISO in UTC */
  readonly at: string;
  readonly ok: boolean;
  /** why it failed; null where it did not */
  readonly failure: { readonly code: string; readonly nl: string; readonly en: string } | null;
}

/** What is known of a job between two processes. All moments are milliseconds since 1970. */
export interface Remembered {
  /** no moment up to and including this one asks for anything any more */
  readonly handled: number;
  /** tries since then that failed or never ended */
  readonly tries: number;
  /** not before this */
  readonly retry: number | null;
  readonly last: Outcome | null;
}

export type Memory = Readonly<Record<string, Remembered>>;

const fileIn = (directory: string) => join(directory, ".helder", "schedule.json");

/** Empty where there is none or it cannot be read: then nothing counts as missed. */
export async function rememberedIn(directory: string): Promise<Memory> {
  return (await readKept<{ jobs: Memory }>(fileIn(directory)))?.jobs ?? {};
}

export function remember(directory: string, jobs: Memory): Promise<void> {
  return writeKept(fileIn(directory), { jobs });
}
