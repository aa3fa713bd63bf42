export type { Fact, FactUnit } from "./fact.ts";
export { factsOf } from "./facts.ts";
export type { Figures } from "./figures.ts";
