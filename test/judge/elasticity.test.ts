import { expect, test } from "vitest";
import { elasticityOf } from "../../src/judge/index.ts";
import { Random } from "../../src/statistics/index.ts";

test("one experiment: logarithms of the lifts, one over the other", () => {
  const found = elasticityOf([{ cause: { estimate: 0.1, standardError: 0.01 }, result: { estimate: 0.21, standardError: 0.02 } }])!;
  expect(found.estimate).toBeCloseTo(2, 12);
  // Delta method: √((0.02/1.21)² + (2·0.01/1.1)²) / ln 1.1.
  expect(found.standardError).toBeCloseTo(Math.sqrt((0.02 / 1.21) ** 2 + (0.02 / 1.1) ** 2) / Math.log(1.1), 12);
  expect(found.interval[0]).toBeCloseTo(2 - 1.2815515655446004 * found.standardError, 9);
  expect(found.tried).toEqual([0, 0.1]);
});

test("a cause that moved down, and one that hurts", () => {
  const found = elasticityOf([
    { cause: { estimate: -0.2, standardError: 0.01 }, result: { estimate: 0.1, standardError: 0.02 } },
    { cause: { estimate: 0.3, standardError: 0.01 }, result: { estimate: -0.1, standardError: 0.02 } },
  ])!;
  expect(found.estimate).toBeLessThan(0);
  expect(found.tried).toEqual([-0.2, 0.3]);
});

test("nothing is made of a cause that hardly moved, nor of none", () => {
  const result = { estimate: 0.3, standardError: 0.05 };
  expect(elasticityOf([])).toBe(null);
  expect(elasticityOf([{ cause: { estimate: 0.02, standardError: 0.01 }, result }])).toBe(null);
  expect(elasticityOf([{ cause: { estimate: -1, standardError: 0.01 }, result }])).toBe(null);
});

test("of four in five simulated links the interval holds the truth, whether one experiment or three measured it", () => {
  const random = new Random(8);
  for (const [experiments, least, most] of [
    [1, 0.77, 0.85],
    [3, 0.74, 0.86],
  ] as const) {
    let [held, told] = [0, 0];
    for (let run = 0; run < 4000; run++) {
      const truth = -1 + 3 * random.uniform();
      const measured = Array.from({ length: experiments }, () => {
        const by = 0.05 + 0.3 * random.uniform();
        const [byError, gaveError] = [by / (4 + 4 * random.uniform()), 0.01 + 0.03 * random.uniform()];
        return {
          cause: { estimate: by + byError * random.normal(), standardError: byError },
          result: { estimate: (1 + by) ** truth - 1 + gaveError * random.normal(), standardError: gaveError },
        };
      });
      const found = elasticityOf(measured);
      if (found === null) continue;
      told += 1;
      if (found.interval[0] <= truth && truth <= found.interval[1]) held += 1;
    }
    expect(told).toBeGreaterThan(3000);
    expect(held / told).toBeGreaterThan(least);
    expect(held / told).toBeLessThan(most);
  }
});
