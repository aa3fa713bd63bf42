import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, cadenceGrain, periodsBetween } from "../../src/calendar/index.ts";
import { coursePath, courseOf, judge, type JudgeInput, type Status, statuses } from "../../src/judge/index.ts";
import type { Point } from "../../src/metric/index.ts";

const additive = { additive: true, accumulates: true, nonNegative: true } as const;
const level = { additive: false, accumulates: false, nonNegative: false } as const;

/** One point per cadence period of the range, cut to it and to as-of, as `needs().within` asks for. */
function points(from: string, to: string, asOf: string, cadence: JudgeInput["cadence"], values: readonly (number | null)[]): Point[] {
  const end = to < asOf ? to : asOf;
  return periodsBetween(from, end, cadenceGrain(cadence), "01-01").map((period, index) => ({
    period: period.label,
    from: period.from < from ? from : period.from,
    to: period.to > end ? end : period.to,
    value: values[index] ?? null,
    n: 1,
    complete: period.to < asOf,
  }));
}

/** 250 in the first quarter of 2026, with 139 on 22 February. */
function quarter(change: Partial<JudgeInput> = {}): JudgeInput {
  const asOf = change.asOf ?? "2026-02-22";
  return {
    direction: "up",
    target: { value: 250, from: "2026-01-01", to: "2026-03-31" },
    baseline: null,
    cadence: "monthly",
    fiscalStart: "01-01",
    nature: additive,
    asOf,
    watermark: null,
    hasRows: true,
    problem: null,
    range: 139,
    within: points("2026-01-01", "2026-03-31", asOf, "monthly", [80, 59, 0]),
    history: [],
    ...change,
  };
}

function levels(values: readonly (number | null)[], change: Partial<JudgeInput> = {}): JudgeInput {
  const asOf = change.asOf ?? "2026-02-22";
  return quarter({
    nature: level,
    target: { value: 0.3, from: "2026-01-01", to: "2026-03-31" },
    range: null,
    within: points("2026-01-01", "2026-03-31", asOf, change.cadence ?? "monthly", values),
    ...change,
  });
}

const codes = (input: JudgeInput) => judge(input).reasons.map((reason) => reason.code);

describe("a value that still moves after its period", () => {
  const month = { length: { count: 1, unit: "month" }, calendar: true } as const;
  const open = (asOf: string, change: Partial<JudgeInput> = {}) =>
    judge(levels([0.31, 0.29, 0.1], { nature: { ...level, windows: [month] }, asOf, ...change }));

  test("counts once its window is over", () => {
    expect(open("2026-02-28")).toMatchObject({ status: "immature", value: null, reasons: [{ params: { to: "2026-02-28" } }] });
    expect(open("2026-03-01")).toMatchObject({ status: "on-track", value: 0.31 });
    expect(open("2026-03-01", { watermark: "2026-02-27" }).status).toBe("immature");
  });

  test("is judged for good when the last window is over", () => {
    expect(open("2026-04-30")).toMatchObject({ status: "at-risk", value: 0.29 });
    expect(open("2026-05-01")).toMatchObject({ status: "missed", value: 0.1 });
  });
});

describe("a total", () => {
  test("stands beside the days that went by, the as-of day included", () => {
    const verdict = judge(quarter());
    expect(verdict).toMatchObject({
      value: 139,
      period: "2026-Q1",
      target: { value: 250, from: "2026-01-01", to: "2026-03-31", measured: "total" },
      expected: (250 * 53) / 90,
      status: "at-risk",
      chance: null,
      forecast: null,
    });
    expect(verdict.reasons).toEqual([{ code: "behind-path", params: { value: 139, expected: (250 * 53) / 90 } }]);
  });

  test("counts days only as far as the data are complete", () => {
    expect(judge(quarter({ watermark: "2026-02-14" })).expected).toBe((250 * 45) / 90);
    expect(judge(quarter({ watermark: "2027-01-01" })).expected).toBe((250 * 53) / 90);
  });

  test("borders of the pace: 1 and 0.9", () => {
    const at = (range: number) =>
      judge(quarter({ range, target: { value: 180, from: "2026-01-01", to: "2026-03-31" }, asOf: "2026-02-19" })).status;
    expect([100, 99, 90, 89].map(at)).toEqual(["on-track", "at-risk", "at-risk", "behind"]);
  });

  test("where less is better the quotient turns over", () => {
    const at = (range: number) =>
      judge(quarter({ range, direction: "down", target: { value: 180, from: "2026-01-01", to: "2026-03-31" }, asOf: "2026-02-19" })).status;
    expect([0, 100, 101, 111, 112, 1000].map(at)).toEqual(["on-track", "on-track", "at-risk", "at-risk", "behind", "behind"]);
  });

  test("that is past its target is achieved before the end, but only when it cannot fall back", () => {
    expect(judge(quarter({ range: 250 }))).toMatchObject({ status: "achieved", value: 250 });
    expect(codes(quarter({ range: 251 }))).toEqual(["passed-target"]);
    expect(judge(quarter({ range: 250, nature: { ...additive, nonNegative: null } })).status).toBe("on-track");
    expect(judge(quarter({ range: 250, direction: "down" })).status).toBe("behind");
  });

  test("is achieved or missed after the last day, not on it", () => {
    const after = { asOf: "2026-04-01" };
    expect(judge(quarter({ ...after, range: 250 })).status).toBe("achieved");
    expect(judge(quarter({ ...after, range: 249 })).status).toBe("missed");
    expect(judge(quarter({ ...after, range: 249, direction: "down" })).status).toBe("achieved");
    expect(judge(quarter({ asOf: "2026-03-31", range: 249 })).status).toBe("at-risk");
    expect(judge(quarter({ ...after, range: 249 })).expected).toBe(250);
  });

  test("waits for its first complete cadence period, even when it is past its target", () => {
    const early = quarter({ asOf: "2026-01-31", range: 300 });
    expect(judge(early)).toMatchObject({ status: "immature", value: 300 });
    expect(judge(early).reasons).toEqual([{ code: "no-complete-period", params: { to: "2026-01-31", newest: null } }]);
    expect(judge(quarter({ asOf: "2026-02-01", range: 300 })).status).toBe("achieved");
    expect(judge(quarter({ asOf: "2026-02-10", watermark: "2026-01-30" })).reasons[0]).toEqual({
      code: "no-complete-period",
      params: { to: "2026-01-31", newest: "2026-01-30" },
    });
  });

  test("a cadence coarser than the range: the range is the one period", () => {
    const month = { value: 90, from: "2026-01-01", to: "2026-01-31" };
    const within = (asOf: string) => points(month.from, month.to, asOf, "quarterly", [90]);
    const one = (asOf: string) => quarter({ target: month, cadence: "quarterly", range: 90, asOf, within: within(asOf) });
    expect(judge(one("2026-01-31")).status).toBe("immature");
    expect(judge(one("2026-02-01"))).toMatchObject({ status: "achieved", period: "2026-01" });
  });

  test("of a metric that is a level has no share of the days", () => {
    const ratio = quarter({ nature: level, range: 0.28, target: { value: 0.3, from: "2026-01-01", to: "2026-03-31", measured: "total" } });
    expect(judge(ratio)).toMatchObject({ value: 0.28, expected: 0.3, status: "at-risk" });
  });
});

describe("a plan", () => {
  const target = { value: 250, from: "2026-01-01", to: "2026-03-31", plan: [70, 80, 100] };

  test("adds up its elapsed periods and the running one by days", () => {
    expect(judge(quarter({ target })).expected).toBe(70 + (80 * 22) / 28);
    expect(judge(quarter({ target, asOf: "2026-04-05" })).expected).toBe(250);
  });

  test("that does not fit is left aside, saying so", () => {
    const verdict = judge(quarter({ target: { ...target, plan: [70, 180] } }));
    expect(verdict.expected).toBe((250 * 53) / 90);
    expect(verdict.reasons.at(-1)).toEqual({ code: "plan-mismatch", params: { given: 2, needed: 3 } });
  });

  test("gives a level its value for the newest complete period", () => {
    const planned = { value: 0.3, from: "2026-01-01", to: "2026-03-31", plan: [0.26, 0.28, 0.3] };
    expect(judge(levels([0.27, 0.29, 0.1], { target: planned, asOf: "2026-03-10" }))).toMatchObject({
      value: 0.29,
      expected: 0.28,
      status: "on-track",
    });
  });

  test("gives an average the mean over the same periods", () => {
    const planned = { value: 20, from: "2026-01-01", to: "2026-03-31", plan: [10, 20, 30], measured: "average" as const };
    expect(judge(levels([10, 20, 99], { target: planned, asOf: "2026-03-10" }))).toMatchObject({
      value: 15,
      expected: 15,
      status: "on-track",
    });
  });
});

describe("a level", () => {
  test("is the newest complete period, against the target where there is no baseline", () => {
    expect(judge(levels([0.29, 0.5]))).toMatchObject({ value: 0.29, expected: 0.3, status: "at-risk", target: { measured: "last" } });
  });

  test("climbs from its baseline", () => {
    const climbing = judge(levels([0.28, 0.5], { baseline: 0.25 }));
    expect(climbing.expected).toBeCloseTo(0.25 + (0.05 * 30) / 89, 12);
    expect(climbing.status).toBe("on-track");
  });

  test("averages its complete periods, empty ones left out", () => {
    const target = { value: 0.3, from: "2026-01-01", to: "2026-03-31", measured: "average" as const };
    expect(judge(levels([0.2, null, 0.4], { target, asOf: "2026-04-01" }))).toMatchObject({ status: "achieved" });
    expect(judge(levels([0.2, null, 0.4], { target, asOf: "2026-04-01" })).value).toBeCloseTo(0.3, 12);
  });

  test("whose newest complete period is empty has no data, and names the period", () => {
    const verdict = judge(levels([0.3, null, 0.3], { asOf: "2026-03-10" }));
    expect(verdict).toMatchObject({ value: null, status: "no-data" });
    expect(verdict.reasons).toEqual([{ code: "no-value", params: { period: "2026-02" } }]);
  });
});

describe("what cannot be judged", () => {
  const history = points("2025-11-01", "2026-02-28", "2026-02-22", "monthly", [7, 8, 9, 3]);

  test("no target: the newest complete value, so that it can be read all the same", () => {
    const verdict = judge(quarter({ target: null, history }));
    expect(verdict).toMatchObject({ status: "no-target", value: 9, period: null, target: null, expected: null });
    expect(verdict.reasons).toEqual([{ code: "no-target", params: { value: 9, period: "2026-01" } }]);
    expect(judge(quarter({ target: null, hasRows: false, history: [] })).status).toBe("no-target");
  });

  test("a target without both days, or with its days the wrong way round, is no target to judge", () => {
    expect(codes(quarter({ target: { value: 5 }, history }))).toEqual(["target-without-dates"]);
    expect(judge(quarter({ target: { value: 5, to: "2026-03-31" } }))).toMatchObject({
      status: "no-target",
      target: { value: 5, from: null, to: "2026-03-31" },
    });
    expect(codes(quarter({ target: { value: 5, from: "2026-03-31", to: "2026-01-01" } }))).toEqual(["target-reversed"]);
  });

  test("no data, and a value that could not be computed", () => {
    expect(judge(quarter({ hasRows: false, range: 0 }))).toMatchObject({ status: "no-data", value: null, reasons: [{ code: "no-rows" }] });
    expect(judge(quarter({ problem: "unknown-column", range: null }))).toMatchObject({
      status: "no-data",
      value: null,
      reasons: [{ code: "problem", params: { error: "unknown-column" } }],
    });
  });

  test("a target that has not begun is immature, with or without data", () => {
    const future = { asOf: "2025-12-31", within: [], range: null };
    expect(judge(quarter(future))).toMatchObject({ status: "immature", value: null, expected: null, reasons: [{ code: "not-begun" }] });
    expect(judge(quarter({ ...future, hasRows: false })).status).toBe("immature");
    expect(judge(quarter({ asOf: "2026-01-01" })).reasons[0]!.code).toBe("no-complete-period");
  });

  test("old data are told, for as long as newer ones could matter", () => {
    expect(codes(quarter({ asOf: "2026-03-10", watermark: "2026-02-05" }))).toContain("stale-data");
    expect(codes(quarter({ asOf: "2026-03-05", watermark: "2026-02-05" }))).not.toContain("stale-data");
    expect(codes(quarter({ asOf: "2027-03-05", watermark: "2026-03-30", range: 300 }))).toEqual(["met-target"]);
  });
});

describe("laws", () => {
  const rank: Readonly<Record<Status, number>> = {
    behind: 0,
    missed: 0,
    "at-risk": 1,
    "on-track": 2,
    achieved: 3,
    "no-target": -1,
    "no-data": -1,
    immature: -1,
  };
  const number = fc.double({ min: -1000, max: 1000, noNaN: true });

  test("a better value never has a worse status", () => {
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.option(number),
        fc.constantFrom("up" as const, "down" as const),
        fc.constantFrom(additive, level, { ...additive, nonNegative: null }),
        fc.constantFrom("total" as const, "last" as const, "average" as const),
        fc.integer({ min: 31, max: 95 }),
        (one, other, value, baseline, direction, nature, measured, days) => {
          const asOf = addDays("2026-01-01", days);
          const status = (at: number) =>
            judge(
              quarter({
                asOf,
                direction,
                nature,
                baseline,
                target: { value, from: "2026-01-01", to: "2026-03-31", measured },
                range: at,
                within: points("2026-01-01", "2026-03-31", asOf, "monthly", [at, at, at]),
              }),
            ).status;
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const [worse, better] = direction === "up" ? [low, high] : [high, low];
          expect(rank[status(worse)]).toBeLessThanOrEqual(rank[status(better)]);
          expect(rank[status(worse)]).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test("neither the order of the points nor a second run changes the verdict", () => {
    const values = fc.array(fc.option(number), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(values, fc.constantFrom("average" as const, "last" as const), fc.infiniteStream(fc.nat()), (amounts, measured, keys) => {
        const within = points("2026-01-01", "2026-03-31", "2026-03-20", "weekly", amounts);
        const order = [...keys.take(within.length)];
        const shuffled = within.map((point, index) => ({ point, key: order[index]! })).toSorted((a, b) => a.key - b.key);
        const input = levels(amounts, {
          cadence: "weekly",
          asOf: "2026-03-20",
          target: { value: 5, from: "2026-01-01", to: "2026-03-31", measured },
          within,
        });
        const before = JSON.stringify(input);
        expect(judge({ ...input, within: shuffled.map(({ point }) => point) })).toEqual(judge(input));
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });

  test("every day of every target has one of the known statuses", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40, max: 140 }),
        fc.option(fc.integer({ min: -40, max: 140 })),
        fc.boolean(),
        (days, watermark, hasRows) => {
          const asOf = addDays("2026-01-01", days);
          const verdict = judge(quarter({ asOf, hasRows, watermark: watermark === null ? null : addDays("2026-01-01", watermark) }));
          expect(statuses).toContain(verdict.status);
          expect(verdict.reasons.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe("the path of a figure", () => {
  test("ends on the target, day by day for a total", () => {
    const path = coursePath(courseOf(quarter())!);
    expect(path).toHaveLength(90);
    expect(path[0]).toEqual({ day: "2026-01-01", value: 250 / 90 });
    expect(path.at(-1)).toEqual({ day: "2026-03-31", value: 250 });
  });

  test("is two corners for a level, and steps for its plan", () => {
    expect(coursePath(courseOf(levels([], { baseline: 0.2 }))!)).toEqual([
      { day: "2026-01-01", value: 0.2 },
      { day: "2026-03-31", value: 0.3 },
    ]);
    const planned = levels([], { target: { value: 0.3, from: "2026-01-01", to: "2026-03-31", plan: [0.1, 0.2, 0.3] } });
    expect(coursePath(courseOf(planned)!).map(({ value }) => value)).toEqual([0.1, 0.1, 0.2, 0.2, 0.3, 0.3]);
  });

  test("of a range of centuries stays small", () => {
    const path = coursePath(courseOf(quarter({ target: { value: 1, from: "0001-01-01", to: "9999-12-31" } }))!);
    expect(path.length).toBeLessThan(1200);
    expect(path.at(-1)).toEqual({ day: "9999-12-31", value: 1 });
  });
});
