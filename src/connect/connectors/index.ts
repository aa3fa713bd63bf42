export { fetchSource } from "./connectors.ts";
export { fetchEvents } from "./events.ts";
export { storedPages } from "./store.ts";
