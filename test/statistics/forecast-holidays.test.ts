import { expect, test } from "vitest";
import { addDays, holidaysBetween } from "../../src/calendar/index.ts";
import { forecast, Random } from "../../src/statistics/index.ts";

const from = "2024-01-01";
const holidays = { country: "nl", from } as const;
const input = (y: readonly (number | null)[], horizon: number) => ({ y: [...y], season: [7], horizon, levels: [0.8] });

/** A shop that is quiet on Sundays and nearly shut on holidays. */
function shop(days: number, seed: number): number[] {
  const random = new Random(seed);
  const shut = new Set(holidaysBetween("nl", from, addDays(from, days)));
  return Array.from({ length: days }, (_, step) => {
    const weekday = step % 7 === 6 ? 60 : 100;
    return weekday * (shut.has(addDays(from, step)) ? 0.2 : 1) + random.normal() * 4;
  });
}

test("holidays ahead are told nearer to what they turn out to be", () => {
  // Through the Easter of 2026, with those of two years before.
  const all = shop(850, 7);
  const begun = 815;
  const [past, ahead] = [all.slice(0, begun), all.slice(begun)];
  const error = (mean: readonly number[]) => {
    const errors = mean.flatMap((value, step) => (ahead[step]! < 40 ? [Math.abs(value - ahead[step]!)] : []));
    expect(errors.length).toBeGreaterThan(1);
    return errors.reduce((sum, one) => sum + one, 0) / errors.length;
  };
  const plain = forecast.compute(input(past, ahead.length));
  const told = forecast.compute({ ...input(past, ahead.length), holidays });
  expect(error(told.mean)).toBeLessThan(error(plain.mean) / 4);
  expect(told.model).toMatch(/effect of \d+ holidays$/);
});

test("with fewer than three holidays nothing is made of them, and that is said", () => {
  const y = shop(60, 3);
  const told = forecast.compute({ ...input(y, 5), holidays });
  const plain = forecast.compute(input(y, 5));
  expect(told.mean).toEqual(plain.mean);
  expect(told.model).toContain("holidays left out");
});

test("a few values with a cycle in them go on as the cycle before", () => {
  const { model, mean, intervals } = forecast.compute({ y: [10, 50, 20, 11, 52, 19, 10], season: [3], horizon: 4, levels: [0.8] });
  expect(model).toMatch(/^seasonal naive/);
  expect(mean).toEqual([52, 19, 10, 52]);
  const width = intervals["0.8"]!.map(([low, high]) => high - low);
  // The second cycle ahead is less certain than the first.
  expect(width[3]!).toBeGreaterThan(width[0]!);
});

test("a few values without a cycle go on as the last one", () => {
  const { model, mean } = forecast.compute({ y: [10, 11, 12, 13, 14, 15, 16], season: [3], horizon: 2, levels: [0.8] });
  expect(model).toMatch(/^last value/);
  expect(mean).toEqual([16, 16]);
});
