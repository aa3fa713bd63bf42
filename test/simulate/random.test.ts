import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../src/simulate/random.ts";
import { SteeredChance, SteeredCount } from "../../src/simulate/steered.ts";

function moments(draw: () => number, count = 40_000): { mean: number; variance: number } {
  const drawn = Array.from({ length: count }, draw);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
  return { mean, variance: drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count };
}

describe("Random", () => {
  test("gives the same numbers for the same seed and stream, others for another seed or stream", () => {
    const first = (seed: number, stream: string): number[] => {
      const random = new Random(seed, stream);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(first(1, "a")).toEqual(first(1, "a"));
    expect(first(1, "a")).not.toEqual(first(2, "a"));
    expect(first(1, "a")).not.toEqual(first(1, "b"));
  });

  test("uniform numbers stay in [0, 1) and integers within their bounds", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, low, width) => {
        const random = new Random(seed, "law");
        const uniform = random.uniform();
        const integer = random.integer(low, low + width);
        return uniform >= 0 && uniform < 1 && integer >= low && integer <= low + width;
      }),
    );
  });

  test("has the moments of its distributions", () => {
    const random = new Random(7, "moments");
    const uniform = moments(() => random.uniform());
    expect(uniform.mean).toBeCloseTo(0.5, 1.9);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = moments(() => random.normal());
    expect(Math.abs(normal.mean)).toBeLessThan(0.02);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
    for (const mean of [0.3, 4, 900]) {
      const poisson = moments(() => random.poisson(mean), 8_000);
      expect(Math.abs(poisson.mean / mean - 1)).toBeLessThan(0.05);
      expect(Math.abs(poisson.variance / mean - 1)).toBeLessThan(0.1);
    }
    const lognormal = Array.from({ length: 20_001 }, () => random.lognormal(3, 0.5)).sort((one, other) => one - other);
    expect(lognormal[10_000]).toBeCloseTo(3, 0.9);
    expect(random.poisson(0)).toBe(0);
  });

  test("picks in proportion to weight", () => {
    const random = new Random(3, "weights");
    const heavy = moments(() =>
      random.weighted([
        [1, 3],
        [0, 1],
      ] as const),
    );
    expect(Math.abs(heavy.mean - 0.75)).toBeLessThan(0.02);
  });
});

describe("steering", () => {
  test("a steered count keeps to its plan for every seed, and still varies by day", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.5, max: 60, noNaN: true }), (seed, rate) => {
        const count = new SteeredCount(new Random(seed, "count"));
        const drawn = Array.from({ length: 400 }, () => count.draw(rate));
        const total = drawn.reduce((sum, value) => sum + value, 0);
        return Math.abs(total - 400 * rate) < 8 * Math.sqrt(rate / 0.36) + 8 && new Set(drawn).size > 1;
      }),
    );
  });

  test("a steered chance keeps to its share", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, share) => {
        const chance = new SteeredChance(new Random(seed, "chance"));
        const yes = Array.from({ length: 500 }, () => chance.draw(share)).filter(Boolean).length;
        return Math.abs(yes - 500 * share) < 8;
      }),
    );
  });
});
