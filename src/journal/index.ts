export type { Erasure, Removed } from "./erasures.ts";
export { eventRows } from "./event-row.ts";
export { eachEvent, type EventBatch } from "./events.ts";
export { type Checkin, type Journal, openJournal } from "./journal.ts";
export type { KeyScope } from "./keys.ts";
