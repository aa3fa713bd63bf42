import type { Histories, History } from "./histories.ts";

/** A model of customers who buy until, unseen, they leave for good. Parameters are positive and stand in the order of `parameters`. */
export interface Model {
  readonly name: "bg-nbd" | "pareto-nbd";
  readonly parameters: readonly string[];
  /** which parameters are times, in the unit of the histories */
  readonly times: readonly boolean[];
  /** where a fit may begin, for histories with ages around 1 and `rate` repeat purchases per unit of time */
  readonly starts: (rate: number) => readonly (readonly number[])[];
  /** of all customers; writes its derivative to each parameter into `gradient` */
  readonly logLikelihood: (parameters: Float64Array, histories: Histories, gradient: Float64Array) => number;
  /** the chance that a customer has not left at the end of observation, 0–1 */
  readonly alive: (parameters: Float64Array, history: History) => number;
  /** purchases to be expected in the `horizon` after the end of observation */
  readonly expected: (parameters: Float64Array, history: History, horizon: number) => number;
  /** the same for ever, a purchase after time t counting e^(−rate·t) */
  readonly discounted: (parameters: Float64Array, history: History, rate: number) => number;
  /** chances of 0, 1 … most − 1 purchases, and of `most` or more, in a time `age` after the first */
  readonly counts: (parameters: Float64Array, age: number, most: number) => readonly number[];
}
