import { createHash, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, HelderError } from "../../framework/index.ts";
import type { Session } from "../../warehouse/index.ts";
import { resolveColumn } from "./build.ts";
import type { TypedColumn } from "./column.ts";
import { meaningful } from "./infer.ts";
import type { Reject } from "./rejects.ts";
import type { Staged } from "./staged.ts";

/** SHA-256 works on blocks of this many bytes, to which HMAC pads its key. */
const block = 64;

/**
 * The workspace's key for pseudonyms, 32 bytes: `privacy.key` in `.helder`, made where it is absent, for its owner alone. Throws HelderError
 * `privacy-key-unreadable` where the file holds something else or cannot be read or made: another key would give other pseudonyms; and
 * `privacy-key-lost` where it is absent though it was used: then no new one is made.
 */
export async function privacyKey(helderDirectory: string, wasUsed: boolean): Promise<Buffer> {
  const file = join(helderDirectory, "privacy.key");
  try {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      if (wasUsed) throw new HelderError("privacy-key-lost", { file });
      return makeKey(file);
    });
    if (!/^[0-9a-f]{64}\n?$/.test(text)) throw new Error("no key");
    return Buffer.from(text.trim(), "hex");
  } catch (cause) {
    if (cause instanceof HelderError) throw cause;
    throw new HelderError("privacy-key-unreadable", { file, reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}

/** Written whole beside its place first: whoever reads it sees a key or none, and of two that make one, one wins. */
async function makeKey(file: string): Promise<string> {
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(fresh, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  try {
    await link(fresh, file).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    });
  } finally {
    await rm(fresh, { force: true });
  }
  return readFile(file, "utf8");
}

/** Tells one key from another without giving it away. */
export function fingerprintOf(key: Buffer): string {
  return createHash("sha256").update("helder key ").update(key).digest("hex");
}

/**
 * The columns, those that are to be pseudonyms as HMAC-SHA256 of their values in 64 hexadecimal digits: of the text as it stands in the file
 * without spaces around it, an e-mail address in lower case. Throws HelderError `unknown-column`.
 */
export async function pseudonymised(
  session: Session,
  staged: Staged,
  dataset: Dataset,
  columns: readonly TypedColumn[],
  key: Buffer | null,
): Promise<TypedColumn[]> {
  if (key === null) return [...columns];
  const names = columns.map(({ name }) => name);
  const chosen = new Set((dataset.pseudonymise ?? []).map((name) => resolveColumn(name, names, dataset.id)));
  await takeKey(session, key);
  return columns.map((column) => {
    if (!chosen.has(column.name)) return column;
    const raw = staged.columns.find(({ name }) => name === column.name)!;
    const text = meaningful(raw.kind === "text" || raw.kind === "plain text" ? raw.sql : `CAST(${column.sql} AS VARCHAR)`);
    const plain = `CASE WHEN contains(${text}, '@') THEN lower(${text}) ELSE ${text} END`;
    return { name: column.name, type: "text", sql: keyedHash(plain), form: "pseudonym", style: null };
  });
}

/** Makes a session know the key, for `keyedHash`. */
export async function takeKey(session: Session, key: Buffer): Promise<void> {
  // Variables and not literals: a statement that fails is shown with its text.
  await session.query(
    `SET VARIABLE helder_inner = unhex('${padded(key, 0x36)}'); SET VARIABLE helder_outer = unhex('${padded(key, 0x5c)}')`,
  );
}

/** SQL of a text's HMAC-SHA256 in 64 hexadecimal digits, under the session's key. */
export function keyedHash(text: string): string {
  return `sha256(getvariable('helder_outer') || unhex(sha256(getvariable('helder_inner') || encode(${text}))))`;
}

/** Lines that could not be read hold values too: of a dataset with pseudonyms only their place is kept. */
export function withoutText(rejects: readonly Reject[], key: Buffer | null): readonly Reject[] {
  return key === null ? rejects : rejects.map((reject) => ({ ...reject, text: "" }));
}

function padded(key: Buffer, pad: number): string {
  const bytes = Buffer.concat([key, Buffer.alloc(block - key.length)]);
  return Buffer.from(bytes.map((byte) => byte ^ pad)).toString("hex");
}
