import { existsSync } from "node:fs";
import { join } from "node:path";
import { HelderError } from "../../framework/index.ts";
import { type Erasure, type Journal, openJournal } from "../../journal/index.ts";
import { type Erased, fingerprintOf, privacyKey } from "../load/index.ts";

/** Who was removed and must not come back; null: nobody. Throws HelderError `privacy-key-lost`: without the key nobody can be recognised. */
export async function remembered(journal: Pick<Journal, "erasures">, helderDirectory: string): Promise<Erased | null> {
  const erasures = journal.erasures();
  if (erasures.length === 0) return null;
  const key = await privacyKey(helderDirectory, true);
  requireKey(erasures, key, helderDirectory);
  return { key, hashes: new Set(erasures.flatMap(({ ids }) => ids)) };
}

/** The same for whoever reads a workspace's files beside its engine. */
export async function rememberedIn(directory: string): Promise<Erased | null> {
  const helder = join(directory, ".helder");
  if (!existsSync(join(helder, "journal.sqlite"))) return null;
  const journal = openJournal(helder);
  try {
    return await remembered(journal, helder);
  } finally {
    journal.close();
  }
}

export function requireKey(erasures: readonly Erasure[], key: Buffer, helderDirectory: string): void {
  const print = fingerprintOf(key);
  if (erasures.some((erasure) => erasure.key !== print))
    throw new HelderError("privacy-key-lost", { file: join(helderDirectory, "privacy.key") });
}
