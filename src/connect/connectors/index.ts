export { fetchSource } from "./connectors.ts";
export { fetchEvents } from "./events.ts";
export { type PersonColumns, removeRows } from "./remove.ts";
export { storedPages } from "./store.ts";
