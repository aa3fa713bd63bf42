import { createHash, randomBytes } from "node:crypto";
import type Database from "libsql";

/** `events`: may send events, and nothing else */
export type KeyScope = "read" | "write" | "events";

/** Makes a key and keeps its hash; the key itself is nowhere but in the answer. `at` is an ISO moment in UTC. */
export function appendKey(database: Database.Database, name: string, scope: KeyScope, at: string): { id: string; key: string } {
  const key = `helder_${scope}_${randomBytes(24).toString("base64url")}`;
  const insert = database.prepare("insert into keys (name, scope, hash, at) values (?, ?, ?, ?)");
  return { id: String(insert.run(name, scope, hashOf(key), at).lastInsertRowid), key };
}

/** Whose key this is and what it may do; null where nobody's. */
export function ownerOfKey(database: Database.Database, key: string): { readonly name: string; readonly scope: KeyScope } | null {
  const found = database.prepare("select name, scope from keys where hash = ?").get(hashOf(key));
  return (found as { name: string; scope: KeyScope } | undefined) ?? null;
}

/** A key has 192 bits of chance: nobody can try them all, so a plain hash keeps it. */
function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
