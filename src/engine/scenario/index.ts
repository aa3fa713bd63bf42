export { keepScenario } from "./keep.ts";
export { readScenario, scenarioNamed } from "./read.ts";
export { simulated } from "./simulate.ts";
export { driversOf } from "./tree.ts";
