export { catalogOf } from "./catalog.ts";
export { loadDatasets, type LoadOptions } from "./load.ts";
export { type LoadedFacts, loadedDatasets } from "./facts.ts";
