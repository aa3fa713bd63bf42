/**
 * Seeded random numbers of this room: the same seed gives the same numbers on every machine. xoshiro128** 1.1 (Blackman & Vigna 2021,
 * ACM Trans. Math. Softw. 47, 36), its state filled by splitmix32.
 */
export class Random {
  readonly #state: Int32Array;
  #spare: number | null = null;

  constructor(seed: number) {
    let at = seed | 0;
    this.#state = new Int32Array(4).map(() => {
      at = (at + 0x9e3779b9) | 0;
      let mixed = Math.imul(at ^ (at >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    });
  }

  /** Uniform in [0, 1), in steps of 2⁻³². */
  uniform(): number {
    const state = this.#state;
    const product = Math.imul(state[1]!, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = (state[3]! << 11) | (state[3]! >>> 21);
    return (result >>> 0) / 4_294_967_296;
  }

  /** Standard normal, by Marsaglia's polar method. */
  normal(): number {
    const kept = this.#spare;
    this.#spare = null;
    if (kept !== null) return kept;
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return x * scale;
    }
  }

  /** Student's t, by Bailey's polar method (1994, Math. Comp. 62, 779–781). */
  student(degreesOfFreedom: number): number {
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square === 0 || square >= 1) continue;
      return x * Math.sqrt((degreesOfFreedom * (square ** (-2 / degreesOfFreedom) - 1)) / square);
    }
  }
}
