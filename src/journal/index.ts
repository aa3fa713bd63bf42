export { type Checkin, type Journal, openJournal } from "./journal.ts";
