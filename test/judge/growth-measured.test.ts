import { describe, expect, test } from "vitest";
import {
  crowdingOf,
  type Growth,
  growthDoubts,
  growthPath,
  growthSpread,
  rateDoubts,
  rateHistory,
  worthOf,
} from "../../src/judge/index.ts";
import { Random } from "../../src/statistics/random.ts";

const write = { number: String, percent: (fraction: number) => `${fraction * 100}%` };
const growth: Growth = { weeks: 4, inflow: 100, conversion: 0.1, viral: 0, generations: 1, churn: 0.1, start: 50 };

describe("what crowding does, learned from weeks", () => {
  test("pools that break the order share their mean", () => {
    const weeks = [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160].map((guests, index) => [guests, 60 - index] as const);
    const swapped = weeks.map(([guests, value]): [number, number] => [guests, guests === 70 ? 57 : guests === 80 ? 58 : value]);
    const { points, weeks: count } = crowdingOf(swapped, "down")!;
    expect(count).toBe(12);
    expect(points).toHaveLength(11);
    expect(points[2]).toEqual([75, 57.5]);
    expect(points.at(-1)).toEqual([160, 49]);
  });

  test("finds what is there, and seldom what is not", () => {
    const random = new Random(3);
    let [found, wrong] = [0, 0];
    for (let run = 0; run < 400; run++) {
      const weeks = Array.from({ length: 52 }, () => 120 + 100 * random.uniform());
      const score = (slope: number) => weeks.map((guests) => [guests, 60 - slope * (guests - 120) + 8 * random.normal()] as const);
      const learned = crowdingOf(score(0.2), "down");
      if (learned !== null) found += 1;
      const values = learned?.points.map(([, value]) => value) ?? [];
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      if (crowdingOf(score(0), "down") !== null) wrong += 1;
    }
    expect(found).toBeGreaterThan(390);
    // 2.5 % by chance; four standard errors of 400.
    expect(wrong).toBeLessThan(22);
  });

  test("weeks that are too few, and a relation the other way, say nothing", () => {
    const up = Array.from({ length: 20 }, (_, index) => [100 + index, 40 + index] as const);
    expect(crowdingOf(up, "down")).toBe(null);
    expect(crowdingOf(up, "up")).not.toBe(null);
    expect(crowdingOf(up.slice(0, 11), "up")).toBe(null);
    expect(
      crowdingOf(
        Array.from({ length: 20 }, () => [5, 5] as const),
        "up",
      ),
    ).toBe(null);
  });
});

test("churn follows the busiest hour, week by week, in the path and in what chance does", () => {
  const crowded = {
    peakShare: 0.1,
    churnAt: [
      [0, 0],
      [10, 0.5],
    ] as const,
  };
  // 50 members are 5 guests: a quarter leaves; 47.5 are 4.75 guests: 23.75 %.
  const path = growthPath({ ...growth, weeks: 2, crowded }).map(({ members }) => members);
  expect(path[0]).toBeCloseTo(50 - 12.5 + 10, 12);
  expect(path[1]).toBeCloseTo(47.5 * (1 - 0.2375) + 10, 12);
  const large = { ...growth, inflow: 10_000, start: 5000, crowded: { peakShare: 0.001, churnAt: crowded.churnAt } };
  const { low, high } = growthSpread(large);
  const end = growthPath(large).at(-1)!.members;
  expect(low).toBeLessThan(end);
  expect(high).toBeGreaterThan(end);
  expect((high - low) / end).toBeLessThan(0.1);
});

test("what newcomers bring: in these weeks, over their life, per euro, and from when", () => {
  // Of the newcomers there are 10, then 19, 27.1 and 34.39 at the ends of the weeks.
  const worth = worthOf(growth, { perWeek: 2, spend: 100 });
  const within = 2 * (10 + 19 + 27.1 + 34.39);
  expect(worth.lifetimeValue).toBeCloseTo(20, 12);
  expect(worth.within).toBeCloseTo(within, 9);
  expect(worth.overLife).toBeCloseTo(within + 34.39 * 18, 9);
  expect(worth.returnWithin).toBeCloseTo(within / 100, 9);
  expect(worth.paybackWeek).toBe(3);
  // Forty newcomers are worth twenty each, whenever they came.
  expect(worth.overLife).toBeCloseTo(40 * 20, 9);
  const endless = worthOf({ ...growth, churn: 0 }, { perWeek: 2, spend: 1e6 });
  expect(endless).toMatchObject({ lifetimeValue: null, overLife: null, returnOverLife: null, paybackWeek: null });
  expect(worthOf(growth, { perWeek: 2, spend: null })).toMatchObject({ returnWithin: null, paybackWeek: null });
});

describe("rates beside their history", () => {
  const weeks = Array.from({ length: 101 }, (_, index) => 0.1 + index / 1000);

  test("the median, and where nine in ten weeks lie", () => {
    const { median, low, high, weeks: count } = rateHistory(weeks)!;
    expect([median, low, high].map((value) => Number(value.toFixed(6)))).toEqual([0.15, 0.105, 0.195]);
    expect(count).toBe(101);
    expect(rateHistory(weeks.slice(0, 7))).toBe(null);
  });

  test("what lies outside is doubted, on either side; what was not measured is not", () => {
    const history = { conversion: rateHistory(weeks)! };
    const codes = (conversion: number) => rateDoubts({ ...growth, conversion }, history, "en", write).map(({ code }) => code);
    expect([codes(0.15), codes(0.25), codes(0.05)]).toEqual([[], ["conversion-outside-history"], ["conversion-outside-history"]]);
    expect(rateDoubts({ ...growth, conversion: 0.25 }, history, "nl", write)[0]!.sentence).toMatch(
      /^De conversie is hier 25%; in de 101 weken/,
    );
    expect(rateDoubts({ ...growth, conversion: 0.15, inflow: 1e6 }, history, "en", write)).toEqual([]);
  });
});

test("an hour that is busier than any that was seen is doubted", () => {
  const capacity = { guestsPerHour: 1000, peakShare: 0.5, npsAt: [[10, 40] as const] };
  const codes = (seen: number | null) => growthDoubts(growth, { ...capacity, seen }, "en", write).map(({ code }) => code);
  expect([codes(20), codes(100), codes(null)]).toEqual([["cover-outside-history"], [], []]);
});
