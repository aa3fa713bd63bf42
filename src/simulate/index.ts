import { simulateBadkamerwinkel } from "./badkamerwinkel.ts";
import type { Simulation } from "./simulation.ts";
import { simulateSportschool } from "./sportschool.ts";
import { simulateVerzekeraar } from "./verzekeraar.ts";

export type { SimulatedFile, Simulation, SimulationInput } from "./simulation.ts";

/** Example id → what makes its data files. */
export const simulations: Readonly<Record<string, Simulation>> = {
  badkamerwinkel: simulateBadkamerwinkel,
  sportschool: simulateSportschool,
  verzekeraar: simulateVerzekeraar,
};
