import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Growth, growthDoubts, growthPath, growthSpread, inflowThatKeeps } from "../../src/judge/index.ts";

const claim: Growth = { weeks: 13, inflow: 700, conversion: 0.25, viral: 2.6, generations: 1, churn: 0, start: 0 };
const numbers = { number: String, percent: (fraction: number) => `${fraction * 100} %` };
const codes = (growth: Growth, capacity: Parameters<typeof growthDoubts>[1]) =>
  growthDoubts(growth, capacity, "en", numbers).map(({ code }) => code);

describe("growth", () => {
  test("a claim comes out as it was made: 700 · 25 % · (1 + 2.6) · 13 weeks = 8,190", () => {
    const path = growthPath(claim);
    expect(path).toHaveLength(13);
    expect(path[0]).toEqual({ week: 1, members: 630 });
    expect(path.at(-1)).toEqual({ week: 13, members: 8190 });
    expect(codes(claim, null)).toEqual(["viral-above-one", "no-churn", "no-capacity"]);
  });

  test("by hand: who is brought brings others a week later, and a tenth of those present leaves", () => {
    // 10 pay, bring 5; the next week 10 pay, and 10 + 5 bring 7.5
    const small: Growth = { weeks: 2, inflow: 100, conversion: 0.1, viral: 0.5, generations: "all", churn: 0.1, start: 20 };
    expect(growthPath(small).map(({ members }) => members)).toEqual([20 - 2 + 15, 33 - 3.3 + 17.5]);
    expect(growthPath({ ...small, generations: 1 }).map(({ members }) => members)).toEqual([33, 33 - 3.3 + 15]);
  });

  test("chance lies around the path, and is the same every time", () => {
    const spread = growthSpread(claim);
    const { low, high, level, band } = spread;
    expect(level).toBe(0.8);
    // the sum of 13 weeks of 175 payers who each bring Poisson(2.6): variance 2275 · (1 + 2.6)² + 2275 · 2.6
    const deviation = Math.sqrt(2275 * 3.6 ** 2 + 2275 * 2.6);
    expect(Math.abs(low - (8190 - 1.2816 * deviation))).toBeLessThan(0.08 * deviation);
    expect(Math.abs(high - (8190 + 1.2816 * deviation))).toBeLessThan(0.08 * deviation);
    expect(growthSpread(claim)).toEqual(spread);
    expect(band.map(({ week }) => week)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(band.at(-1)).toEqual({ week: 13, low, high });
    expect(band.every((one, index) => one.low < 630 * (index + 1) && one.high > 630 * (index + 1))).toBe(true);
  });

  test("of a long path some weeks are remembered, the last among them", () => {
    const { band } = growthSpread({ ...claim, weeks: 200 }, 0.8, 10);
    expect(band.length).toBeLessThanOrEqual(60);
    expect(band.at(-1)!.week).toBe(200);
  });

  test("capacity is doubted where the busiest hour is fuller than there is room for", () => {
    const capacity = {
      guestsPerHour: 200,
      peakShare: 0.05,
      npsAt: [
        [200, 9.1],
        [400, 7],
      ] as const,
    };
    expect(codes({ ...claim, viral: 0.5, churn: 0.01 }, { ...capacity, peakShare: 0.01 })).toEqual([]);
    expect(codes({ ...claim, viral: 0.5, churn: 0.01 }, { ...capacity, peakShare: null })).toEqual(["no-peak-share"]);
    const doubts = growthDoubts(claim, capacity, "en", numbers);
    expect(doubts.map(({ code }) => code)).toEqual(["viral-above-one", "no-churn", "over-capacity", "nps-falls"]);
    // 4,000 members fill 200 places at 5 %: week 7 has 4,410
    expect(doubts[2]!.sentence).toContain("From week 7 ");
  });

  test("the largest inflow that keeps the score keeps it, and one more does not", () => {
    const capacity = {
      guestsPerHour: 200,
      peakShare: 0.05,
      npsAt: [
        [200, 9.1],
        [400, 7],
      ] as const,
    };
    const inflow = inflowThatKeeps(claim, capacity, 8.05)!;
    const peak = (people: number) => growthPath({ ...claim, inflow: people }).at(-1)!.members * 0.05;
    // 8.05 is halfway between 200 and 400 guests
    expect(peak(inflow)).toBeLessThanOrEqual(300);
    expect(peak(inflow + 1)).toBeGreaterThan(300);
    expect(inflowThatKeeps(claim, capacity, 9.5)).toBeNull();
    expect(inflowThatKeeps({ ...claim, conversion: 0 }, capacity, 9)).toBe(Infinity);
  });

  test("law: more inflow, conversion or start never means fewer members; more churn never more", () => {
    const growth = fc.record({
      weeks: fc.integer({ min: 1, max: 60 }),
      inflow: fc.double({ min: 0, max: 1e4, noNaN: true }),
      conversion: fc.double({ min: 0, max: 1, noNaN: true }),
      viral: fc.double({ min: 0, max: 1.5, noNaN: true }),
      generations: fc.constantFrom<1 | "all">(1, "all"),
      churn: fc.double({ min: 0, max: 1, noNaN: true }),
      start: fc.double({ min: 0, max: 1e5, noNaN: true }),
    });
    const end = (one: Growth) => growthPath(one).at(-1)!.members;
    fc.assert(
      fc.property(growth, fc.double({ min: 0, max: 1, noNaN: true }), (one, more) => {
        const slack = 1e-9 * (1 + end(one));
        expect(end({ ...one, inflow: one.inflow + more })).toBeGreaterThanOrEqual(end(one) - slack);
        expect(end({ ...one, start: one.start + more })).toBeGreaterThanOrEqual(end(one) - slack);
        expect(end({ ...one, conversion: Math.min(1, one.conversion + more) })).toBeGreaterThanOrEqual(end(one) - slack);
        expect(end({ ...one, churn: Math.min(1, one.churn + more) })).toBeLessThanOrEqual(end(one) + slack);
      }),
    );
  });
});
