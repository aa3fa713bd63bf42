import type Database from "libsql";

/** Events that came in together: a JSON list of them as they were sent. `at` is the ISO moment in UTC at which they came. */
export interface EventBatch {
  readonly at: string;
  readonly events: string;
}

/** Appends batches in one transaction, so with one wait for the disk. */
export function appendEventBatches(database: Database.Database, batches: readonly EventBatch[]): void {
  const insert = database.prepare("insert into event_batches (at, events) values (?, ?)");
  database.exec("begin immediate");
  try {
    for (const { at, events } of batches) insert.run(at, events);
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

/** Batches after a number, in the order in which they came, at most `most`. */
export function eventBatchesAfter(database: Database.Database, after: number, most: number): (EventBatch & { readonly batch: number })[] {
  const select = database.prepare("select id as batch, at, events from event_batches where id > ? order by id limit ?");
  return select.all(after, most) as (EventBatch & { readonly batch: number })[];
}

/** Every event as it was sent, in the order in which they came. */
export function* eachEvent(journal: {
  eventBatches(after: number, most: number): readonly (EventBatch & { readonly batch: number })[];
}): Generator {
  for (let last = 0; ;) {
    const batches = journal.eventBatches(last, 50);
    for (const { batch, events } of batches) {
      last = batch;
      yield* JSON.parse(events) as unknown[];
    }
    if (batches.length === 0) return;
  }
}
