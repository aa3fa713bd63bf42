export { fetchSource } from "./connectors.ts";
export { eventDatasets } from "./event-dataset.ts";
export { fetchEvents } from "./events.ts";
export { type PersonColumns, type PersonPart, plainMark, removeRows } from "./remove.ts";
export { storedPages } from "./store.ts";
