export { catalogOf } from "./catalog.ts";
export { loadDatasets } from "./load.ts";
export { loadedDatasets } from "./facts.ts";
export { type Read, readOnce } from "./once.ts";
export { openSniffer, type Sniffed, type Sniffer } from "./sniff.ts";
