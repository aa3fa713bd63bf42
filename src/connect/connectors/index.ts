export { fetchSource } from "./connectors.ts";
export { type EventsAfter, fetchEvents } from "./events.ts";
export { storedPages } from "./store.ts";
