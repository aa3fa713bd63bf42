export { fetchSource } from "./connectors.ts";
export { eventDatasets, eventKind } from "./event-dataset.ts";
export { fetchEvents } from "./events.ts";
export { storedPages } from "./store.ts";
