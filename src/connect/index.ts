export { type EventsAfter, fetchEvents, fetchSource, storedPages } from "./connectors/index.ts";
