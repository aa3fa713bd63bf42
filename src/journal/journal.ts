import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import type { Day } from "../calendar/index.ts";
import { HelderError } from "../framework/index.ts";
import { allDefinitions, appendDefinitions, type Definition } from "./definitions.ts";
import { allErasures, appendErasure, type Erasure, finishErasure, type NewErasure } from "./erasures.ts";
import { appendEventBatches, type EventBatch, eventBatchesAfter } from "./events.ts";
import { appendKey, type KeyScope, ownerOfKey } from "./keys.ts";
import { pruneEvents } from "./prune.ts";
import { steps } from "./schema.ts";

/** A number that a person noted by hand. Days inclusive, `value` in the metric's unit, `at` an ISO moment in UTC. */
export interface Checkin {
  readonly id: string;
  readonly metric: string;
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly note: string | null;
  readonly at: string;
}

/**
 * What happened in a workspace, and cannot be computed again. Only ever appended to; several processes may have it open.
 * Every method throws HelderError `journal-failed` where the file cannot be read or written.
 */
export interface Journal {
  /** Returns when the check-in is on disk: what has an id survives a crash. */
  appendCheckin(checkin: Omit<Checkin, "id">): { readonly id: string };
  /** Check-ins in the order in which they were made, of one metric or of all. */
  checkins(metric?: string): readonly Checkin[];
  /** Returns when all are on disk; all of them or none. */
  appendEvents(batches: readonly EventBatch[]): void;
  /** Batches of events after a number, in the order in which they came, at most `most`. */
  eventBatches(after: number, most: number): readonly (EventBatch & { readonly batch: number })[];
  /** A new key for another program; only its hash is kept. */
  appendKey(name: string, scope: KeyScope, at: string): { readonly id: string; readonly key: string };
  /** Whose key this is; null where nobody's. */
  ownerOfKey(key: string): { readonly name: string; readonly scope: KeyScope } | null;
  /** Notes that a person was removed, and removes the events for which `isGone` holds: both or neither. Answers the erasure's id. */
  appendErasure(erasure: NewErasure, isGone: (event: unknown) => boolean): number;
  /** Removes events for which `isGone` holds; answers how many. `receivedAt`: an ISO moment in UTC. */
  pruneEvents(isGone: (event: unknown, receivedAt: string) => boolean): number;
  /** Writes the file anew, without what was removed from it. */
  compact(): void;
  /** Removing was done to its end. */
  finishErasure(id: number): void;
  /** Who was removed, in the order in which it was asked. */
  erasures(): readonly Erasure[];
  /** Keeps definitions that differ from the newest one of their indicator. */
  appendDefinitions(definitions: readonly Definition[]): void;
  /** How indicators were defined, in the order in which it was seen. */
  definitions(): readonly Definition[];
  close(): void;
}

const patience = 10_000;

/**
 * Opens `journal.sqlite` in a workspace's `.helder` directory, and makes both where they are not there.
 * Throws HelderError `journal-failed` (not a journal, damaged, no access: the file is left as it is) or `journal-newer`.
 */
export function openJournal(helderDirectory: string): Journal {
  const file = join(helderDirectory, "journal.sqlite");
  const database = attempt(file, () => {
    mkdirSync(helderDirectory, { recursive: true });
    // Made here and not by SQLite, so that only the owner can read it; SQLite gives its side files the same mode.
    // One that is there is not opened: closing a file gives up all locks that this process has on it, SQLite's too.
    if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
    return new Database(file);
  });
  try {
    attempt(file, () => {
      prepare(database, file);
    });
  } catch (error) {
    database.close();
    throw error;
  }

  return {
    appendCheckin({ metric, from, to, value, note, at }) {
      if (!Number.isFinite(value)) throw new Error(`invalid value: ${value}`);
      return attempt(file, () => {
        const insert = database.prepare('insert into checkins (metric, "from", "to", value, note, at) values (?, ?, ?, ?, ?, ?)');
        return { id: String(insert.run(metric, from, to, value, note, at).lastInsertRowid) };
      });
    },
    checkins(metric) {
      const columns = 'cast(id as text) as id, metric, "from", "to", value, note, at';
      return attempt(file, () => {
        const rows =
          metric === undefined
            ? database.prepare(`select ${columns} from checkins order by checkins.id`).all()
            : database.prepare(`select ${columns} from checkins where metric = ? order by checkins.id`).all(metric);
        return rows as Checkin[];
      });
    },
    appendEvents: (batches) => attempt(file, () => appendEventBatches(database, batches)),
    eventBatches: (after, most) => attempt(file, () => eventBatchesAfter(database, after, most)),
    appendKey: (name, scope, at) => attempt(file, () => appendKey(database, name, scope, at)),
    ownerOfKey: (key) => attempt(file, () => ownerOfKey(database, key)),
    appendErasure: (erasure, isGone) => attempt(file, () => appendErasure(database, erasure, isGone)),
    pruneEvents: (isGone) => attempt(file, () => pruneEvents(database, isGone, () => null).events),
    compact: () =>
      attempt(file, () => {
        database.exec("vacuum");
        database.exec("pragma wal_checkpoint(truncate)");
      }),
    finishErasure: (id) => attempt(file, () => finishErasure(database, id)),
    erasures: () => attempt(file, () => allErasures(database)),
    appendDefinitions: (definitions) => attempt(file, () => appendDefinitions(database, definitions)),
    definitions: () => attempt(file, () => allDefinitions(database)),
    close() {
      attempt(file, () => {
        // libsql leaves this to the garbage collector; a closed journal is one file that can be copied.
        database.exec("pragma wal_checkpoint(truncate)");
        database.close();
      });
    },
  };
}

function prepare(database: Database.Database, file: string): void {
  database.exec(`pragma busy_timeout = ${patience}`);
  const version = versionOf(database);
  if (version > steps.length) throw new HelderError("journal-newer", { file });
  // One fsync per commit, and readers never wait for a writer.
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
  if (version < steps.length) migrate(database);
}

function migrate(database: Database.Database): void {
  database.exec("begin immediate");
  try {
    // Read again: another process may have migrated while this one waited for its turn.
    for (const step of steps.slice(versionOf(database))) database.exec(step);
    database.exec(`pragma user_version = ${steps.length}`);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

function versionOf(database: Database.Database): number {
  const row = database.prepare("pragma user_version").get() as { readonly user_version: number };
  return row.user_version;
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof HelderError) throw cause;
    throw new HelderError("journal-failed", { file, reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
}
