import fc from "fast-check";
import { expect, test } from "vitest";
import { ask, association, type Association } from "../../src/statistics/index.ts";
import { autoregression, whitened } from "../../src/statistics/association/autoregression.ts";
import { Random } from "../../src/statistics/random.ts";

const asked = (input: object): Association => ask(association, input);

/** A first-order autoregression with spread 1. */
function related(random: Random, memory: number, length: number): number[] {
  let value = random.normal();
  return Array.from({ length }, () => (value = memory * value + Math.sqrt(1 - memory ** 2) * random.normal()));
}

function walk(random: Random, length: number): number[] {
  let value = 0;
  return Array.from({ length }, () => (value += random.normal()));
}

test("Burg's recursion finds the autoregression that made a series, and leaves its surprises", () => {
  const random = new Random(1);
  const surprises: number[] = [];
  const x = [0, 0];
  for (let step = 0; step < 5000; step++) {
    surprises.push(random.normal());
    x.push(0.6 * x.at(-1)! - 0.3 * x.at(-2)! + surprises.at(-1)!);
  }
  const series = Float64Array.from(x.slice(2));
  const coefficients = autoregression(series, 2);
  expect(coefficients).toEqual([expect.closeTo(0.6, 1), expect.closeTo(-0.3, 1)]);
  expect([...whitened(series, [0.6, -0.3])].every((value, index) => Math.abs(value - surprises[index + 2]!) < 1e-9)).toBe(true);
});

test("what follows two steps later is found there", () => {
  const random = new Random(2);
  const x = related(random, 0.6, 102);
  const y = x.slice(0, 100).map((value) => 50 + 10 * value + 10 * random.normal());
  const { kind, strongest, lags } = asked({ x: x.slice(2), y });
  expect(kind).toBe("association");
  expect(strongest).toMatchObject({ lag: 2 });
  const [low, high] = strongest!.interval;
  expect(low).toBeGreaterThan(0);
  expect(high).toBeLessThan(1);
  expect(lags).toHaveLength(7);
  const turned = asked({ x: x.slice(2), y: y.map((value) => -value) });
  expect(turned.strongest!.correlation).toBeCloseTo(-strongest!.correlation, 12);
});

test.each([
  ["white noise", 36, null, (random: Random) => related(random, 0, 36)],
  ["neighbours that agree", 48, null, (random: Random) => related(random, 0.8, 48)],
  ["random walks", 48, null, (random: Random) => walk(random, 48)],
  ["trends", 48, null, (random: Random) => related(random, 0, 48).map((value, index) => value + index / 5)],
  [
    "a common season",
    60,
    12,
    (random: Random) => related(random, 0, 60).map((value, index) => value + 3 * Math.sin((index * Math.PI) / 6)),
  ],
] as const)("series that have nothing to do with each other seldom seem to: %s", (_, length, season, make) => {
  const random = new Random(length);
  const count = 400;
  let found = 0;
  for (let pair = 0; pair < count; pair++) if (asked({ x: make(random), y: make(random), season }).strongest !== null) found++;
  expect(found / count).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / count));
});

test("too short, unequal or without surprises: refused, saying how many steps it takes", () => {
  const random = new Random(3);
  const x = related(random, 0, 24);
  const refusal = (input: object): unknown => {
    try {
      return asked(input);
    } catch (problem) {
      return problem;
    }
  };
  expect(refusal({ x, y: related(random, 0, 24) })).toMatchObject({ code: "approximation-unsafe" });
  expect(refusal({ x: [], y: [] })).toMatchObject({ code: "approximation-unsafe" });
  expect(refusal({ x, y: x.slice(1) })).toMatchObject({ code: "bad-input" });
  const long = related(random, 0, 40);
  expect(refusal({ x: long, y: long.map(() => 3) })).toMatchObject({ code: "bad-input" });
  expect(refusal({ x: long, y: long.map((__, index) => 0.1 * index) })).toMatchObject({ code: "bad-input" });
});

test("any series has an answer of finite numbers or a refusal", () => {
  const series = fc.array(fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ min: -1e100, max: 1e100, noNaN: true })), {
    minLength: 40,
    maxLength: 40,
  });
  fc.assert(
    fc.property(series, series, fc.constantFrom(null, 4, 12), (x, y, season) => {
      let answer: Association;
      try {
        answer = asked({ x, y, season });
      } catch (problem) {
        expect(problem).toMatchObject({ name: "HelderError" });
        return;
      }
      for (const { correlation, interval, pValue } of answer.lags) {
        expect(Number.isFinite(correlation)).toBe(true);
        expect(interval[0]).toBeLessThanOrEqual(correlation);
        expect(interval[1]).toBeGreaterThanOrEqual(correlation);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});
