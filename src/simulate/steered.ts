import type { Random } from "./random.ts";

/**
 * A random count that keeps to its plan. Each draw is Poisson, with a mean that takes back a part of what the total so far is ahead or
 * behind. Days look like real days, while the total stays within about √(rate ÷ 2·pull) of the plan for every seed: a story told in
 * totals does not depend on luck.
 */
export class SteeredCount {
  #gap = 0;
  readonly #random: Random;
  readonly #pull: number;

  constructor(random: Random, pull = 0.2) {
    this.#random = random;
    this.#pull = pull;
  }

  /** The count of the next day, for which `rate` was planned; never more than `most`. */
  draw(rate: number, most = Infinity): number {
    const count = Math.min(most, this.#random.poisson(Math.max(0, rate + this.#pull * this.#gap)));
    this.#gap += rate - count;
    return count;
  }
}

/** A random yes or no that keeps to its plan, in the same way: the share of yes stays close to the planned one. */
export class SteeredChance {
  #gap = 0;
  readonly #random: Random;
  readonly #pull: number;

  constructor(random: Random, pull = 0.3) {
    this.#random = random;
    this.#pull = pull;
  }

  draw(probability: number): boolean {
    const yes = this.#random.chance(probability + this.#pull * this.#gap);
    this.note(probability, yes);
    return yes;
  }

  /** Counts an outcome that was decided elsewhere. */
  note(probability: number, yes: boolean): void {
    this.#gap += probability - (yes ? 1 : 0);
  }
}
