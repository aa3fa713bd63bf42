import type Database from "libsql";
import { eventBatchesAfter } from "./events.ts";

const atATime = 50;

/**
 * Removes the events that are to go, and does `also`, in one transaction. What they leave in the file goes when it is compacted. `isGone` sees an event as it
 * was sent, and the ISO moment at which it came. Answers how many went.
 */
export function pruneEvents<T>(
  database: Database.Database,
  isGone: (event: unknown, receivedAt: string) => boolean,
  also: () => T,
): { readonly events: number; readonly result: T } {
  const update = database.prepare("update event_batches set events = ? where id = ?");
  const remove = database.prepare("delete from event_batches where id = ?");
  database.exec("begin immediate");
  try {
    let gone = 0;
    for (let last = 0; ;) {
      const batches = eventBatchesAfter(database, last, atATime);
      for (const { batch, at, events } of batches) {
        last = batch;
        const all = JSON.parse(events) as unknown[];
        const kept = all.filter((event) => !isGone(event, at));
        gone += all.length - kept.length;
        if (kept.length === 0) remove.run(batch);
        else if (kept.length < all.length) update.run(JSON.stringify(kept), batch);
      }
      if (batches.length < atATime) break;
    }
    const result = also();
    database.exec("commit");
    return { events: gone, result };
  } catch (error) {
    if (database.inTransaction) database.exec("rollback");
    throw error;
  }
}
