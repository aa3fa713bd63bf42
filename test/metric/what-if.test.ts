import { describe, expect, test } from "vitest";
import { type Move, whatIf } from "../../src/metric/index.ts";
import { parse } from "../../src/workspace/index.ts";

/** Orders are visits times conversion; revenue and returns hang on orders; `year` looks over several months. */
const { framework } = parse([
  {
    path: "helder.yaml",
    text: `helder: 1
name: Shop
datasets:
  - {id: shop, file: shop.csv, time: day}
metrics:
  - {id: visits, type: sum, dataset: shop, of: visits}
  - {id: orders, type: sum, dataset: shop, of: orders}
  - {id: sent, type: sum, dataset: shop, of: sent}
  - {id: whole, type: sum, dataset: shop, of: whole}
  - {id: amount, type: average, dataset: shop, of: amount}
  - {id: conversion, type: ratio, numerator: orders, denominator: visits}
  - {id: undamaged, type: ratio, numerator: whole, denominator: sent}
  - {id: revenue, type: formula, formula: "orders * amount"}
  - {id: year, type: rolling, metric: revenue, window: 12 months}
`,
  },
]);

const measured: Readonly<Record<string, number>> = {
  visits: 1000,
  orders: 50,
  sent: 50,
  whole: 40,
  amount: 20,
  conversion: 0.05,
  undamaged: 0.8,
  revenue: 1000,
  year: 12_000,
};
const read = (metric: string) => measured[metric] ?? null;
const twice = (value: number) => 2 * value;
/** Every move makes as much of its result as its cause became. */
const along = (_: Move, ratio: number) => ratio;

function after(changes: Readonly<Record<string, (value: number) => number>>, moves: readonly Move[], metric: string) {
  return whatIf(framework!, new Map(Object.entries(changes)), moves).value(metric, read, along);
}

describe("what if", () => {
  const toConversion = { from: "undamaged", to: "conversion" };

  test("a move of a ratio moves its numerator, and all that counts it", () => {
    const what = whatIf(framework!, new Map([["whole", (value: number) => value * 1.1]]), [toConversion]);
    expect(what.value("conversion", read, along)).toBeCloseTo(0.055, 12);
    expect(what.value("orders", read, along)).toBeCloseTo(55, 9);
    expect(what.value("revenue", read, along)).toBeCloseTo(1100, 9);
    expect(what.value("visits", read, along)).toBe(1000);
    expect([what.touched("revenue"), what.touched("visits")]).toEqual([true, false]);
    expect(what.through("revenue")).toEqual([toConversion]);
    expect(what.through("undamaged")).toEqual([]);
    expect(what.needs("revenue").toSorted()).toEqual(["amount", "orders", "revenue", "sent", "undamaged", "whole"]);
    expect(what.stops("year")).toEqual(["year"]);
  });

  test("moves pass changes on, in whatever order they are given", () => {
    const chain = [
      { from: "conversion", to: "amount" },
      { from: "undamaged", to: "conversion" },
    ];
    for (const moves of [chain, chain.toReversed()]) expect(after({ whole: twice }, moves, "revenue")).toBeCloseTo(4000, 9);
  });

  test("two moves of one result multiply", () => {
    const moves = [
      { from: "undamaged", to: "amount" },
      { from: "visits", to: "amount" },
    ];
    expect(after({ whole: twice, visits: twice }, moves, "amount")).toBeCloseTo(80, 9);
  });

  test("what is not touched moves nothing", () => {
    const what = whatIf(framework!, new Map([["visits", twice]]), [toConversion]);
    expect(what.value("orders", read, along)).toBe(50);
    expect(what.value("conversion", read, along)).toBe(0.025);
    expect(what.left.size).toBe(0);
  });

  test("what is set is not moved as well, and a circle is broken", () => {
    const set = whatIf(framework!, new Map(Object.entries({ whole: twice, orders: () => 60 })), [toConversion]);
    expect(set.value("orders", read, along)).toBe(60);
    expect([...set.left]).toEqual([[toConversion, "set"]]);
    const back = { from: "revenue", to: "undamaged" };
    const circle = whatIf(framework!, new Map([["sent", twice]]), [toConversion, back]);
    expect([...circle.left]).toEqual([[back, "circular"]]);
    expect(circle.value("orders", read, along)).toBe(25);
    const own = { from: "undamaged", to: "undamaged" };
    expect(whatIf(framework!, new Map([["sent", twice]]), [own]).left.get(own)).toBe("circular");
  });

  test("a cause of nothing has no ratio", () => {
    const none = (metric: string) => (metric === "whole" || metric === "undamaged" ? 0 : read(metric));
    expect(whatIf(framework!, new Map([["whole", twice]]), [toConversion]).value("orders", none, along)).toBe(null);
  });
});
