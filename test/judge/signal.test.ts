import { describe, expect, test } from "vitest";
import { cadenceGrain, type Cadence, periodsBetween } from "../../src/calendar/index.ts";
import { judge, type Judgement, reasonSentence, type Speak } from "../../src/judge/index.ts";

/** Values that waver between −1 and 1 without any order: Weyl's sequence. */
const waver = (index: number): number => 2 * ((index * 0.618_034) % 1) - 1;

function judged(values: readonly (number | null)[], cadence: Cadence, direction: "up" | "down" = "up"): Judgement {
  const all = periodsBetween("2018-01-01", "2026-12-31", cadenceGrain(cadence), "01-01").slice(0, values.length);
  const history = all.map(({ label, from, to }, index) => ({ period: label, from, to, value: values[index]!, n: 1, complete: true }));
  return judge({
    direction,
    target: null,
    baseline: null,
    cadence,
    fiscalStart: "01-01",
    nature: { additive: true, accumulates: true, nonNegative: true },
    asOf: "2027-01-01",
    watermark: null,
    hasRows: true,
    problem: null,
    range: null,
    within: [],
    history,
  });
}

const speak: Speak = { amount: String, gap: (value) => String(Math.round(Math.abs(value))), day: (day) => day, period: (label) => label };

describe("a lasting change", () => {
  const months = Array.from({ length: 48 }, (_, index) => 100 + 10 * waver(index) + (index >= 42 ? 30 : 0));

  test("is told with its date and size, in both languages", () => {
    const { signals } = judged(months, "monthly");
    expect(signals).toMatchObject([
      { code: "level-changed", params: { direction: "up", favourable: true, from: "2021-07", orEarlier: false } },
    ]);
    expect(Math.abs(Number(signals[0]!.params["size"]) - 30)).toBeLessThan(6);
    expect(reasonSentence(signals[0]!, "en", speak)).toMatch(
      /^Since 2021-07 the value has on average been \d+ above what was usual\. Find out what helped, and keep doing it\.$/,
    );
    expect(reasonSentence(signals[0]!, "nl", speak)).toMatch(
      /^Sinds 2021-07 ligt de waarde gemiddeld \d+ boven wat gewoon was\. Zoek uit wat hielp, en houd dat vast\.$/,
    );
  });

  test("asks for something else where it goes the wrong way", () => {
    const { signals } = judged(months, "monthly", "down");
    expect(signals).toMatchObject([{ params: { direction: "up", favourable: false } }]);
    expect(reasonSentence(signals[0]!, "en", speak)).toMatch(/Find out what changed then, and act on it\.$/);
  });

  test("that is over, or never was, is not told", () => {
    expect(
      judged(
        months.map((value, index) => (index >= 42 ? value - 30 : value)),
        "monthly",
      ).signals,
    ).toEqual([]);
    const over = months.map((_, index) => 100 + 10 * waver(index) + (index >= 37 && index < 42 ? 30 : 0));
    expect(judged(over, "monthly").signals).toEqual([]);
  });

  test("may have begun before what is watched", () => {
    const early = Array.from({ length: 48 }, (_, index) => 100 + 10 * waver(index) - (index >= 33 ? 50 : 0));
    expect(judged(early, "monthly").signals).toMatchObject([{ params: { from: "2021-01", orEarlier: true, direction: "down" } }]);
  });
});

test("a season and a trend are not news", () => {
  const seasonal = Array.from({ length: 60 }, (_, index) => 500 + 200 * Math.sin((index * Math.PI) / 6) + 10 * waver(index));
  expect(judged(seasonal, "monthly").signals).toEqual([]);
  const growing = Array.from({ length: 60 }, (_, index) => 500 + 5 * index + 10 * waver(index));
  expect(judged(growing, "monthly").signals).toEqual([]);
  const days = Array.from({ length: 112 }, (_, index) => (index % 7 >= 5 ? 40 : 100) + 5 * waver(index));
  expect(judged(days, "daily").signals).toEqual([]);
});

test("a short history, an empty one and gaps give no signal and no failure", () => {
  expect(judged([], "weekly").signals).toEqual([]);
  expect(judged([null, null], "weekly").signals).toEqual([]);
  expect(
    judged(
      Array.from({ length: 24 }, (_, index) => (index < 20 ? 100 : 900)),
      "weekly",
    ).signals,
  ).toEqual([]);
  const gaps = Array.from({ length: 60 }, (_, index) => (index % 5 === 0 ? null : 100 + 10 * waver(index)));
  expect(judged([null, ...gaps], "weekly").signals).toEqual([]);
  const quarters = Array.from({ length: 24 }, (_, index) => 100 + 10 * waver(index) + (index >= 20 ? 60 : 0));
  expect(judged(quarters, "quarterly").signals).toMatchObject([{ params: { direction: "up", orEarlier: false } }]);
});
