import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Driver } from "../../src/report/index.ts";
import { firstTurns, levers, leverNumber, newGrowth, rangeOf, treeOf, turnOf, withLever } from "../../src/web/pages/scenario/model.ts";

const driver = (metric: string, more: Partial<Driver> = {}): Driver => ({
  metric,
  name: metric,
  unit: "count",
  leaf: true,
  moves: ["sold"],
  now: { period: "2026-01", value: 340 },
  ...more,
});
const share = driver("share", { unit: "percent", now: { period: "2026-01", value: 0.4 } });

describe("a slider and the change that it stands for", () => {
  test.each([
    ["+10%", "visits", { how: "share", number: 10 }],
    ["-2,5 %", "visits", { how: "share", number: -2.5 }],
    ["+500", "visits", { how: "add", number: 500 }],
    [12, "visits", { how: "set", number: 12 }],
    ["12", "visits", { how: "set", number: 12 }],
    [0.125, "share", { how: "set", number: 12.5 }],
    ["-0.02", "share", { how: "add", number: -2 }],
  ] as const)("%s of %s", (change, metric, turn) => {
    const drivers = [driver("visits"), share];
    const unit = drivers.find((one) => one.metric === metric)!.unit;
    expect(turnOf(metric, change, unit)).toEqual({ metric, ...turn });
    // What was not moved stays as it was typed.
    expect(treeOf([turnOf(metric, change, unit)], drivers, { [metric]: change }).change).toEqual({ [metric]: change });
  });

  test("whatever the slider says, what is written reads as that again, and as the schema wants it", () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1000);
    fc.assert(
      fc.property(fc.constantFrom("share", "add", "set"), number, fc.constantFrom("visits", "share"), (how, typed, metric) => {
        const drivers = [driver("visits"), share];
        const turn = { metric, how, number: typed } as const;
        const { change } = treeOf([turn], drivers, {});
        expect(turnOf(metric, change[metric]!, metric === "share" ? "percent" : "count")).toEqual({ ...turn, number: typed + 0 });
        if (typeof change[metric] === "string") expect(change[metric]).toMatch(/^[+-]\d+(?:\.\d+)?%?$/);
      }),
    );
  });

  test("a slider holds what was typed, however far off", () => {
    expect(rangeOf({ metric: "visits", how: "share", number: 300 }, driver("visits"))).toMatchObject({ low: -50, high: 300 });
    expect(rangeOf({ metric: "visits", how: "set", number: 340 }, driver("visits"))).toMatchObject({ low: 0, high: 1000 });
    expect(rangeOf({ metric: "visits", how: "add", number: 0 }, driver("visits", { now: null }))).toMatchObject({ low: -100, high: 100 });
  });
});

test("a new what-if begins with what the indicator is made of in the end", () => {
  const drivers = [driver("rate", { leaf: false }), driver("visits"), driver("orders"), driver("other", { moves: ["elsewhere"] })];
  expect(firstTurns(drivers, "sold").map(({ metric }) => metric)).toEqual(["visits", "orders"]);
  expect(firstTurns([driver("rate", { leaf: false })], "sold").map(({ metric }) => metric)).toEqual(["rate"]);
});

test("growth reads a percentage as a fraction and back", () => {
  const conversion = levers.find(({ lever }) => lever === "conversion")!;
  const changed = withLever(newGrowth, conversion, 12.5);
  expect(changed.conversion).toBe(0.125);
  expect(leverNumber(changed, conversion)).toBe(12.5);
});
