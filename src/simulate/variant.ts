import type { Random } from "./random.ts";
import { SteeredChance } from "./steered.ts";

export type Variant = "A" | "B";

/** A yes or no whose share keeps to its plan in each variant of an experiment, and among those in none. */
export class VariantChance {
  readonly #of: Readonly<Record<Variant | "none", SteeredChance>>;

  constructor(random: Random) {
    this.#of = { A: new SteeredChance(random, 0.5), B: new SteeredChance(random, 0.5), none: new SteeredChance(random, 0.5) };
  }

  draw(variant: Variant | null, probability: number): boolean {
    return this.#of[variant ?? "none"].draw(probability);
  }
}
