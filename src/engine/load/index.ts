export { catalogOf } from "./catalog.ts";
export { loadDatasets } from "./load.ts";
export { loadedDatasets, loadStates } from "./facts.ts";
export type { LoadState } from "./state.ts";
export { type Read, readOnce } from "./once.ts";
export { openSniffer, type Sniffed, type Sniffer } from "./sniff.ts";
