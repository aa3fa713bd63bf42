import type { Day } from "../calendar/index.ts";

export interface SimulationInput {
  /** any whole number; another seed tells the same story with other customers */
  readonly seed: number;
  /** the last day with data */
  readonly today: Day;
}

export interface SimulatedFile {
  /** relative to the workspace, with `/` */
  readonly path: string;
  /** the file's text (UTF-8) in order; can be iterated once */
  readonly chunks: Iterable<string>;
}

/** Makes an example's data files. Pure: the same input gives the same bytes. */
export type Simulation = (input: SimulationInput) => Iterable<SimulatedFile>;
