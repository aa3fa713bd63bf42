export type { Fact, FactUnit } from "./fact.ts";
export { factsOf } from "./facts.ts";
export type { Detail, Figures, Group, Mean, Month, Part, Return, Service } from "./figures.ts";
export type { Columns, Entry, Opportunity } from "./opportunity.ts";
export { kpiNames, opportunitiesOf } from "./opportunities.ts";
export { targetPeriod } from "./target-period.ts";
export { frameworkEntries, type WrittenSection, writtenSections } from "./framework-entries.ts";
export { keptRun, type KeptRun, type Since, sinceOf, type Trial } from "./since.ts";
