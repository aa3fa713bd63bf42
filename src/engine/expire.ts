import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Day, dayInZone, shiftDay } from "../calendar/index.ts";
import type { Framework } from "../framework/index.ts";
import type { Journal } from "../journal/index.ts";

/**
 * Removes from the journal the events that every dataset of events says are too old to keep; none where one of them keeps all. Pages made
 * of them go too, and are made anew. Answers how many events went.
 */
export async function expireEvents(directory: string, { datasets, settings }: Framework, journal: Journal, today: Day): Promise<number> {
  const keepers = datasets.filter(({ connector }) => connector?.type === "events");
  const starts = keepers.flatMap(({ retention }) => (retention === undefined ? [] : [shiftDay(today, retention, -1)]));
  const [first] = starts.toSorted();
  if (first === undefined || starts.length < keepers.length) return 0;
  const dayOf = (event: unknown, receivedAt: string): Day => {
    const { timestamp } = event as { readonly timestamp?: unknown };
    const moment = typeof timestamp === "string" ? Date.parse(timestamp) : Number.NaN;
    return dayInZone(Number.isNaN(moment) ? Date.parse(receivedAt) : moment, settings.timezone);
  };
  const gone = journal.pruneEvents((event, receivedAt) => dayOf(event, receivedAt) < first);
  if (gone === 0) return 0;
  journal.compact();
  for (const { id } of keepers) await rm(join(directory, ".helder", "sources", id), { recursive: true, force: true });
  return gone;
}
