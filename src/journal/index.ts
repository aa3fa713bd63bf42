export { eventRows } from "./event-row.ts";
export type { EventBatch } from "./events.ts";
export { type Checkin, type Journal, openJournal } from "./journal.ts";
export type { KeyScope } from "./keys.ts";
