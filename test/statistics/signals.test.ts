import fc from "fast-check";
import { expect, test } from "vitest";
import { falseEpisodes, foundShifts, kinds } from "../../bench/signal-simulations.mjs";
import { ask, signals, type Signals } from "../../src/statistics/index.ts";
import { Random } from "../../src/statistics/random.ts";
import { alarmLimit } from "../../src/statistics/signal/limit.ts";
import { nelson } from "../../src/statistics/signal/nelson.ts";
import { countScore } from "../../src/statistics/signal/small-counts.ts";
import { normalUpper } from "../../src/statistics/special/tails.ts";
import { present, vectors } from "./shared.ts";

const watch = (input: object): Signals => ask(signals, input);
const marked = (rules: readonly (readonly number[])[], rule: number): number[] =>
  rules.flatMap((all, index) => (all.includes(rule) ? [index] : []));

const cases = vectors("monitoring_cases.json");

test.skipIf(!present)("XmR limits are those of “plot the dots” and of NIST", () => {
  for (const { y, screen_outliers: screen, full } of cases.xmr.nhsr_snapshots.cases) {
    const { centre, lower, upper } = watch({ y, screen });
    expect(centre).toBeCloseTo(full.mean, 12);
    expect(lower).toBeCloseTo(full.lpl, 12);
    expect(upper).toBeCloseTo(full.upl, 12);
  }
  const [plain] = cases.xmr.nhsr_snapshots.cases;
  expect(watch({ y: plain.y }).rangeUpper).toBeCloseTo(plain.full.url, 12);
  const { x, mean, ucl, lcl } = cases.xmr.nist_individuals;
  // There the limits are 3/1.128 of the range, which the constant 2.66 rounds.
  const { centre, lower, upper } = watch({ y: x });
  expect(centre).toBeCloseTo(mean, 12);
  expect([lower, upper].map((limit) => limit - centre).map(Math.abs)).toEqual(
    [ucl - mean, mean - lcl].map((half) => expect.closeTo(half, 2)),
  );
});

test.skipIf(!present)("Nelson's rules mark the ends of the published patterns", () => {
  for (const { rule, series, start_index_1_based: starts, length_or_count: lengths } of cases.nelson.cases) {
    const n = series.length;
    const mean = series.reduce((sum: number, value: number) => sum + value, 0) / n;
    const sigma = Math.sqrt(series.reduce((sum: number, value: number) => sum + (value - mean) ** 2, 0) / (n - 1));
    const found = marked(nelson(series, mean, sigma), rule);
    // Of rules 2–4 the whole run is given, of the others a window with the count of points beyond; one-sided runs are no rule 8 by Nelson.
    const window = [1, 9, 6, 14, 3, 5, 15, 8][rule - 1]!;
    const ends = starts.flatMap((start: number, index: number) =>
      rule >= 2 && rule <= 4
        ? Array.from({ length: lengths[index] - window + 1 }, (_, more) => start - 1 + window - 1 + more)
        : [start - 1 + window - 1],
    );
    if (rule === 8) expect(found).toEqual([]);
    else if (rule >= 5 && rule <= 6) expect(found).toEqual(expect.arrayContaining(ends.filter((end: number) => end < n)));
    else expect(found).toEqual(ends);
  }
});

test("rule 8 wants both sides", () => {
  expect(marked(nelson([2, -2, 2, 2, -2, 2, 2, -2], 0, 1), 8)).toEqual([7]);
  expect(marked(nelson([2, 2, 2, 2, 2, 2, 2, 2], 0, 1), 8)).toEqual([]);
});

const alternating = Array.from({ length: 36 }, (_, index) => (index % 2 === 0 ? 9 : 11));

test("the worked example", () => {
  const { centre, alarms } = watch({ y: [...alternating, 13, 14, 12, 14] });
  expect(centre).toBe(10);
  expect(alarms).toEqual([{ from: 36, foundAt: 37, direction: "up", size: 3.25, to: null }]);
});

test("a change is dated, sized, and over when it is over", () => {
  const random = new Random(5);
  const y = Array.from({ length: 90 }, (_, index) => 100 + 10 * random.normal() + (index >= 50 && index < 70 ? -40 : 0));
  const { alarms } = watch({ y });
  expect(alarms).toHaveLength(1);
  const [alarm] = alarms;
  expect(alarm).toMatchObject({ direction: "down", from: 50 });
  expect(alarm!.foundAt).toBeLessThanOrEqual(52);
  expect(alarm!.size).toBeCloseTo(-40, -1);
  expect(alarm!.to).toBeGreaterThanOrEqual(68);
  expect(alarm!.to).toBeLessThanOrEqual(75);
});

test("a second, further change is an alarm of its own", () => {
  const random = new Random(8);
  const y = Array.from({ length: 76 }, (_, index) => 100 + 10 * random.normal() + (index >= 40 ? 30 : 0) + (index >= 60 ? 60 : 0));
  const { alarms } = watch({ y });
  expect(alarms.map(({ from, direction }) => ({ from, direction }))).toEqual([
    { from: 40, direction: "up" },
    { from: 60, direction: "up" },
  ]);
  expect(alarms[0]!.to).toBe(59);
  expect(Math.abs(alarms[1]!.size - 90)).toBeLessThan(10);
});

test("small counts are scored by their exact chances", () => {
  const y = [...Array.from({ length: 36 }, (_, index) => (index % 5 === 0 ? 1 : 0)), 0, 1, 0, 3, 2, 4];
  const { rule, alarms } = watch({ y });
  expect(rule?.scores).toBe("small counts");
  expect(alarms).toMatchObject([{ direction: "up", from: 39 }]);
});

test("a baseline that never changed: what differs alarms, and rounding does not", () => {
  const same: number[] = Array.from({ length: 12 }, () => 0.3);
  expect(watch({ y: [...same, 0.1 + 0.2, 0.3], baseline: 12 }).alarms).toEqual([]);
  expect(watch({ y: [...same, 0.31, 0.31], baseline: 12 }).alarms).toMatchObject([{ from: 12, foundAt: 12, direction: "up" }]);
});

test("a season is taken out before anything is judged", () => {
  const random = new Random(7);
  const y = Array.from(
    { length: 90 },
    (_, index) => 500 + 200 * Math.sin((index * Math.PI) / 6) + 10 * random.normal() + (index >= 75 ? 40 : 0),
  );
  const { adjusted, alarms, points } = watch({ y, baseline: 60, season: 12 });
  expect(alarms[0]).toMatchObject({ from: 75, direction: "up" });
  expect(adjusted!.slice(0, 75).every((value) => Math.abs(value! - 500) < 50)).toBe(true);
  expect(points.filter(({ index, rules }) => index < 75 && rules.includes(1)).length).toBeLessThanOrEqual(1);
  // A long one is a smooth curve, and one of which there are no two cycles cannot be known.
  const weeks = Array.from({ length: 150 }, (_, index) => 500 + 200 * Math.sin((index * Math.PI) / 26) + 10 * random.normal());
  const smooth = watch({ y: weeks, baseline: 110, season: 52 }).adjusted!;
  expect(smooth.every((value) => Math.abs(value! - 500) < 50)).toBe(true);
  expect(watch({ y: weeks, baseline: 60, season: 52 }).adjusted).toBeNull();
});

test("missing values are passed over", () => {
  const y = [...alternating.flatMap((value) => [value, null]), null, 14, null, 13, 14];
  const { alarms, points } = watch({ y, baseline: 72 });
  expect(alarms).toMatchObject([{ from: 73, direction: "up" }]);
  expect(points[72]).toEqual({ index: 72, rules: [] });
});

test("limits from the first points only, and no alarm before they are there", () => {
  const y = [1, 2, 1, 2, 1, 2, 1, 2, 50, 50];
  expect(watch({ y, baseline: 8 }).centre).toBe(1.5);
  expect(watch({ y, baseline: 8 }).alarms).toMatchObject([{ from: 8, direction: "up" }]);
  expect(watch({ y }).centre).toBe(11.2);
  expect(watch({ y: y.slice(0, 7) })).toMatchObject({ alarms: [], rule: null });
});

test.each([[[]], [[1]], [[null, null, 3]]])("%j is too little", (y) => {
  expect(() => watch({ y })).toThrow(expect.objectContaining({ code: "bad-input" }));
});

test("any series has an answer of finite numbers, and turned over the same alarms the other way", () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e150, max: 1e150, noNaN: true }), fc.constant(null));
  const input = fc.record({
    y: fc.array(value, { minLength: 12, maxLength: 90 }),
    baseline: fc.integer({ min: 2, max: 60 }),
    season: fc.constantFrom(null, 1, 2, 7, 12, 30),
    trend: fc.boolean(),
  });
  fc.assert(
    fc.property(input, (asked) => {
      fc.pre(asked.y.slice(0, asked.baseline).filter((one) => one !== null).length >= 2);
      const found = watch(asked);
      const { centre, lower, upper, rangeUpper, alarms, rule } = found;
      const numbers = [centre, lower, upper, rangeUpper, rule?.spread ?? 0, rule?.limit ?? 0, ...alarms.map(({ size }) => size)];
      expect(numbers.every(Number.isFinite), JSON.stringify(found)).toBe(true);
      for (const { from, foundAt, to } of alarms) {
        expect(from).toBeGreaterThanOrEqual(Math.min(asked.baseline, asked.y.length));
        expect(foundAt).toBeGreaterThanOrEqual(from);
        expect(to ?? foundAt).toBeGreaterThanOrEqual(foundAt);
      }
      if (rule?.scores === "small counts") return;
      const turned = watch({ ...asked, y: asked.y.map((one) => (one === null ? null : -one)) });
      if (turned.rule?.scores === "small counts") return;
      expect(turned.alarms.map(({ foundAt, direction }) => ({ foundAt, direction }))).toEqual(
        alarms.map(({ foundAt, direction }) => ({ foundAt, direction: direction === "up" ? "down" : "up" })),
      );
    }),
    { numRuns: 300 },
  );
});

const count = 500;
/** Three standard errors of a share among so many. */
const slack = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / count);

test("limits grow with a shorter baseline and with neighbours that agree", () => {
  expect(alarmLimit(36, 1)).toBeCloseTo(2.973, 3);
  expect(alarmLimit(24, 1)).toBeGreaterThan(alarmLimit(36, 1));
  expect(alarmLimit(36, 1.16)).toBeCloseTo(4.108, 3);
  expect(alarmLimit(36, 1, 10)).toBeGreaterThan(alarmLimit(36, 1));
});

test("the score of a count is its exact tail", () => {
  // P(X > 3) + P(X = 3)/2 of a negative binomial with size 7.5 and chance 36/37, summed term by term.
  let [chance, above] = [(36 / 37) ** 7.5, 0];
  for (let count = 0; count < 60; count++) {
    above += count < 3 ? 0 : count === 3 ? chance / 2 : chance;
    chance *= (7.5 + count) / (count + 1) / 37;
  }
  expect(normalUpper(countScore(3, 7, 36))).toBeCloseTo(above, 12);
});

test("a trend is taken off where it is asked for, and only where there is one", () => {
  const random = new Random(9);
  const noise = Array.from({ length: 60 }, () => 10 * random.normal());
  const growing = noise.map((value, index) => 100 + 3 * index + value);
  expect(watch({ y: growing, baseline: 48 }).alarms).not.toEqual([]);
  const { alarms, adjusted } = watch({ y: growing, baseline: 48, trend: true });
  expect(alarms).toEqual([]);
  expect(adjusted).not.toBeNull();
  expect(watch({ y: noise, baseline: 48, trend: true }).adjusted).toBeNull();
});

test.each(["independent", "short", "poisson5", "wave", "months", "related"] as const)(
  "at most one false episode per 90 periods: %s",
  (name) => {
    expect(falseEpisodes(watch, new Random(11), kinds[name], count)).toBeLessThanOrEqual(1.1);
  },
);

test.each([
  ["independent", 2, 8, 0.96],
  ["short", 2, 8, 0.95],
  ["wave", 2, 8, 0.96],
  ["related", 2, 8, 0.88],
  ["related", 2, 12, 0.95],
  ["independent", 3, 8, 0.99],
] as const)("%s: a lasting shift of %dσ is found within %d periods in at least %d", (name, size, within, least) => {
  const found = foundShifts(watch, new Random(12), kinds[name], { count, size, within, after: 10 });
  expect(found).toBeGreaterThanOrEqual(least - slack(least));
});
