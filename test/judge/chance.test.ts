import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calibration, caseOf, simulateIndicator } from "../../bench/indicators.mjs";
import { generator } from "../../bench/series.mjs";
import * as calendar from "../../src/calendar/index.ts";
import { judge, type JudgeInput } from "../../src/judge/index.ts";

/** The first `count` simulated indicators that are judged by chance. */
function judgedByChance(count: number, seed: number): JudgeInput[] {
  const uniform = generator(seed);
  const inputs: JudgeInput[] = [];
  while (inputs.length < count) {
    const { input } = simulateIndicator(uniform, calendar);
    if (judge(input).chance !== null) inputs.push(input);
  }
  return inputs;
}

describe("the chance of a target", () => {
  const inputs = judgedByChance(60, 5);

  test("decides the status, with the borders 0.60 and 0.25", () => {
    for (const input of inputs) {
      const { chance, status, reasons } = judge(input);
      expect(status).toBe(chance! >= 0.6 ? "on-track" : chance! >= 0.25 ? "at-risk" : "behind");
      expect(reasons[0]).toMatchObject({ code: "chance-of-target", params: { chance } });
    }
  });

  test("falls as the target becomes harder, and the forecast does not move with it", () => {
    for (const input of inputs) {
      const { value } = input.target!;
      const harder = input.direction === "up" ? 1.02 : 0.98;
      const [one, other] = [judge(input), judge({ ...input, target: { ...input.target!, value: value * harder } })];
      expect(other.chance!).toBeLessThanOrEqual(one.chance!);
      expect(other.forecast).toEqual(one.forecast);
    }
  });

  test("lies about half where the target is the forecast", () => {
    for (const input of inputs) {
      const { forecast } = judge(input);
      const { chance } = judge({ ...input, target: { ...input.target!, value: forecast!.value } });
      expect(chance!).toBeGreaterThan(0.3);
      expect(chance!).toBeLessThan(0.7);
    }
  });

  test("is told for a floor and a stretch too", () => {
    const [input] = inputs as [JudgeInput];
    const { value } = input.target!;
    const { chance, chances } = judge({ ...input, levels: { floor: value, stretch: null } });
    expect(chances).toEqual({ floor: chance, stretch: null });
  });

  test("needs eight complete periods", () => {
    const [input] = inputs as [JudgeInput];
    const complete = input.history.filter((point) => point.complete);
    const short = (count: number) => judge({ ...input, history: input.history.slice(complete.length - count) });
    expect(short(8).chance).not.toBeNull();
    expect(short(7)).toMatchObject({ chance: null, forecast: null, chances: { floor: null, stretch: null } });
  });

  test("of any history is a number from 0 to 1, whatever the order of its points", () => {
    const [input] = inputs as [JudgeInput];
    const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(value, { minLength: input.history.length, maxLength: input.history.length }), (values) => {
        const history = input.history.map((point, index) => ({ ...point, value: values[index]! }));
        const { chance, forecast } = judge({ ...input, history });
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(forecast!.low).toBeLessThanOrEqual(forecast!.high);
        expect(judge({ ...input, history: history.toReversed() }).chance).toBe(chance);
      }),
      { numRuns: 100 },
    );
  });
});

test("chances come true as often as they say, and tell more than linear pacing", () => {
  const uniform = generator(41);
  const cases = Array.from({ length: 1_000 }, () => simulateIndicator(uniform, calendar)).flatMap((one) => caseOf(judge, one));
  const { error, cover, gain } = calibration(cases, 500);
  expect(error).toBeLessThan(0.04);
  expect(cover).toBeGreaterThan(0.76);
  expect(cover).toBeLessThan(0.84);
  expect(gain).toBeGreaterThan(0.25);
});

describe("the path of a total", () => {
  /** Three years of months of which December is four times the others, then a target for a year. */
  const months = Array.from({ length: 42 }, (_, index) => {
    const [year, month] = [2023 + Math.floor(index / 12), (index % 12) + 1];
    const text = `${year}-${String(month).padStart(2, "0")}`;
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return {
      period: text,
      from: `${text}-01`,
      to: `${text}-${last}`,
      value: (month === 12 ? 400 : 100) + (index % 3),
      n: 1,
      complete: true,
    };
  });
  const input: JudgeInput = {
    direction: "up",
    target: { value: 1600, from: "2026-01-01", to: "2026-12-31" },
    baseline: null,
    cadence: "monthly",
    fiscalStart: "01-01",
    nature: { additive: true, accumulates: true, nonNegative: true },
    asOf: "2026-07-01",
    watermark: "2026-06-30",
    hasRows: true,
    problem: null,
    range: 606,
    within: months.slice(36),
    history: months,
  };

  test("follows the season that the history before it shows", () => {
    const { expected } = judge(input);
    // Six of eleven equal months beside a December of four: 600 of 1,500.
    expect(expected! / 1600).toBeCloseTo(6 / 15, 1);
    expect(expected! / 1600).toBeLessThan(0.45);
  });

  test("is straight without such a history, and a plan goes before the season", () => {
    expect(judge({ ...input, history: months.slice(36) }).expected).toBeCloseTo((1600 * 181) / 365, 9);
    const plan = Array.from({ length: 12 }, () => 1600 / 12);
    expect(judge({ ...input, target: { ...input.target!, plan } }).expected).toBeCloseTo(800, 9);
  });
});
