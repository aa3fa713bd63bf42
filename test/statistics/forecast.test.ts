import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { ask, forecast, forecastSum } from "../../src/statistics/index.ts";
import { filter, project } from "../../src/statistics/forecast/ets.ts";
import { fit } from "../../src/statistics/forecast/fit.ts";
import { withoutSeason } from "../../src/statistics/forecast/season.ts";
import { theta } from "../../src/statistics/forecast/theta.ts";
import { generator, simulateSeries } from "../../bench/series.mjs";
import { present, vectors } from "./shared.ts";

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any;

const { air_passengers: air } = vectors("forecast_cases.json");
const passengers = Float64Array.from(present ? air.y : []);
const models: [string, Raw][] = present
  ? Object.entries<Raw>(air.r).filter(([, model]) => model.components !== undefined && model.components.trend !== "M")
  : [];

function formOf({ components: { error, trend, damped, season } }: Raw): Parameters<typeof fit>[0] {
  return { error, trend, damped: damped === "TRUE", season };
}

describe.skipIf(!present)("air passengers, as R's forecast has them", () => {
  test.each(models)("%s: the recursion gives the same fitted values, state and forecasts", (name, model) => {
    const form = formOf(model);
    const { alpha, beta = 0, gamma = 0, phi = 1, l, b = 0 } = model.par;
    const effects = Array.from({ length: 11 }, (_, index) => model.par[`s${index}`]);
    const last = (form.season === "M" ? 12 : 0) - effects.reduce((sum, effect) => sum + effect, 0);
    // R keeps the newest effect first; ours begins with the effect of the first step.
    const season = form.season === "N" ? [0] : [...effects, last].reverse();
    const smoothing = { alpha, beta, gamma, phi };
    const y = name === "train_to_1958_auto" ? passengers.slice(0, 120) : passengers;
    const run = filter(form, smoothing, { level: l, slope: b, season }, y)!;
    model.fitted_first5.forEach((value: number, step: number) => expect(run.fitted[step]! / value).toBeCloseTo(1, 6));
    expect(run.state.level / [model.last_state].flat()[0]).toBeCloseTo(1, 6);
    // Ahead, R damps a slope beside a relative season one step late (l + b, l + b + φb …); its own fitted values, and we, damp it at once.
    const late = form.damped && form.season === "M" ? phi : 1;
    const mean = project(form, smoothing, { ...run.state, slope: run.state.slope / late }, model.mean.length);
    model.mean.forEach((value: number, step: number) => expect(mean[step]! / value).toBeCloseTo(1, 6));
  });

  test.each(models)("%s: the fit is at least as likely", (name, model) => {
    const y = name === "train_to_1958_auto" ? passengers.slice(0, 120) : passengers;
    const ours = fit(formOf(model), y, y, 12)!;
    expect(ours.logLikelihood).toBeGreaterThanOrEqual(model.loglik - 0.5);
    expect(ours.aicc).toBeLessThanOrEqual(model.aicc + 1);
  });

  test("Theta", () => {
    const mean = theta(withoutSeason(passengers, 12), 12)!;
    air.r.thetaf.mean.forEach((value: number, step: number) => expect(mean[step]! / value).toBeCloseTo(1, 4));
  });
});

describe("forecast", () => {
  const months = simulateSeries(generator(3)).y;

  test("equal input, equal output", () => {
    const asked = { y: months, season: 12, horizon: 6 };
    expect(JSON.stringify(ask(forecast, asked))).toBe(JSON.stringify(ask(forecast, asked)));
  });

  test("a wider level contains a narrower one, and the middle lies in both", () => {
    const { mean, intervals } = ask(forecast, { y: months, season: 12, horizon: 12 });
    mean.forEach((value, step) => {
      const [low, high] = intervals["0.8"]![step]!;
      const [lower, higher] = intervals["0.95"]![step]!;
      expect(lower < low && low < value && value < high && high < higher).toBe(true);
    });
  });

  test("the sum has the sum of the means, and an interval narrower than the sum of the widths", () => {
    const { mean, intervals } = ask(forecast, { y: months, season: 12, horizon: 12 });
    const sum = forecastSum({ y: months, season: [12], horizon: 12, levels: [0.8] });
    expect(sum.mean).toBeCloseTo(
      mean.reduce((total, value) => total + value, 0),
      6,
    );
    const [low, high] = sum.intervals["0.8"]!;
    expect(high - low).toBeLessThan(intervals["0.8"]!.reduce((total, [from, to]) => total + to - from, 0));
  });

  test("intervals cover what they promise, of steps and of sums", () => {
    const uniform = generator(11);
    const count = 100;
    let [steps, sums] = [0, 0];
    for (let index = 0; index < count; index++) {
      const { y, actual } = simulateSeries(uniform);
      const { intervals } = ask(forecast, { y, season: 12, horizon: 12 });
      intervals["0.95"]!.forEach(([low, high], step) => (steps += actual[step]! >= low && actual[step]! <= high ? 1 / 12 : 0));
      const total = actual.reduce((all, value) => all + value, 0);
      const [low, high] = forecastSum({ y, season: [12], horizon: 12, levels: [0.95] }).intervals["0.95"]!;
      sums += total >= low && total <= high ? 1 : 0;
    }
    expect(steps / count).toBeGreaterThan(0.91);
    expect(steps / count).toBeLessThan(0.98);
    expect(sums / count).toBeGreaterThan(0.88);
  });

  test("follows days of the week and the time of the year", () => {
    const day = (step: number): number => 100 + 20 * Math.sin((2 * Math.PI * step) / 365) + 10 * (step % 7);
    const y = Array.from({ length: 1_000 }, (_, step) => day(step) + ((step * 7919) % 13) / 13);
    const { mean, model } = ask(forecast, { y, season: [7, 365], horizon: 200 });
    expect(model).toContain("season of 365 held fixed");
    const errors = mean.map((value, step) => Math.abs(value - day(1_000 + step)));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(5);
  });

  test("missing values are skipped; those at the end are forecast and not shown", () => {
    const season = (step: number): number => 100 + 10 * (step % 12);
    const y = Array.from({ length: 48 }, (_, step) => (step % 10 === 3 || step > 45 ? null : season(step)));
    ask(forecast, { y, season: 12, horizon: 4 }).mean.forEach((value, step) => expect(value).toBeCloseTo(season(48 + step), 3));
  });

  test("too little for a model, or for a season, is said", () => {
    const short = ask(forecast, { y: [10, 20, 30], horizon: 2 });
    expect(short.model).toBe("last value (3 values are too few for a model)");
    expect(short.mean).toEqual([30, 30]);
    const [low, high] = short.intervals["0.8"]![0]!;
    // 30 ± 1.886 · 10, from drawn futures.
    expect(Math.abs(low - 11.1)).toBeLessThan(3);
    expect(Math.abs(high - 48.9)).toBeLessThan(3);
    expect(ask(forecast, { y: months.slice(0, 20), season: 12, horizon: 1 }).model).toContain("season of 12 left out");
    expect(ask(forecast, { y: Array(30).fill(5), season: 12, horizon: 1 })).toMatchObject({
      model: "last value (it never changed)",
      mean: [5],
    });
    expect(ask(forecast, { y: months, season: 12, horizon: 0 }).mean).toEqual([]);
  });

  test.each([
    ["nothing", { y: [], horizon: 3 }],
    ["only gaps", { y: [null, null], horizon: 3 }],
    ["one value", { y: [1], horizon: 3 }],
    ["infinity", { y: [1, Infinity], horizon: 3 }],
    ["not a number", { y: [1, NaN, 2], horizon: 3 }],
    ["a negative horizon", { y: [1, 2, 3], horizon: -1 }],
    ["half a season", { y: [1, 2, 3], horizon: 1, season: 1.5 }],
    ["a level of one", { y: [1, 2, 3], horizon: 1, levels: [1] }],
  ])("refuses %s", (_, input) => {
    expect(() => ask(forecast, input)).toThrow(HelderError);
  });

  test("any series gives finite numbers, in order", () => {
    const value = fc.oneof(
      fc.double({ min: -1e150, max: 1e150, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(0, 1e-300, 1e12, null),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 40 }),
        fc.constantFrom(1, 2, 4, 7, 12, 52),
        fc.integer({ min: 0, max: 6 }),
        (y, season, horizon) => {
          fc.pre(y.findLastIndex((one) => one !== null) > y.findIndex((one) => one !== null));
          const { mean, intervals } = ask(forecast, { y, season, horizon });
          expect(mean).toHaveLength(horizon);
          expect(mean.every(Number.isFinite)).toBe(true);
          for (const [low, high] of Object.values(intervals).flat())
            expect(Number.isFinite(low) && Number.isFinite(high) && low <= high).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
