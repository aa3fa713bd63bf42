import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { driversOf, segmentsOf } from "../../src/judge/index.ts";
import { sampledShapley, shapley } from "../../src/statistics/index.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const total = (parts: readonly { readonly contribution: number }[]): number =>
  parts.reduce((sum, { contribution }) => sum + contribution, 0);
const expectSum = (found: number, from: number, to: number): void => {
  expect(Math.abs(to - from - found)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(from), Math.abs(to)));
};

describe("segments", () => {
  const size = fc.double({ min: 0.1, max: 1e4, noNaN: true });
  const side = fc.record({ value: fc.double({ min: 0, max: 1e3, noNaN: true }), base: size });
  const sides = fc.array(fc.record({ before: side, after: side }), { minLength: 1, maxLength: 12 });
  const named = (parts: readonly { before: { value: number; base: number }; after: { value: number; base: number } }[]) =>
    parts.map((part, index) => ({ element: String(index), ...part }));

  test("of a mean add up, with rate and mix", () => {
    fc.assert(
      fc.property(sides, (parts) => {
        const mean = (which: "before" | "after"): number =>
          parts.reduce((sum, one) => sum + one[which].value * one[which].base, 0) / parts.reduce((sum, one) => sum + one[which].base, 0);
        const found = segmentsOf("channel", named(parts), mean("before"), mean("after"));
        expect(found.some(({ remainder }) => remainder)).toBe(false);
        expectSum(total(found), mean("before"), mean("after"));
        for (const one of found) expect(one.contribution).toBeCloseTo(one.rate + one.mix, 9);
      }),
      { numRuns: 1000 },
    );
  });

  test("of anything else add up by a remainder", () => {
    fc.assert(
      fc.property(sides, number, number, (parts, from, to) => {
        expectSum(total(segmentsOf("channel", named(parts), from, to)), from, to);
      }),
      { numRuns: 1000 },
    );
  });

  test("Simpson: every rate rises and the whole falls, by the mix", () => {
    const parts = [
      { element: "a", before: { value: 0.1, base: 100 }, after: { value: 0.12, base: 900 } },
      { element: "b", before: { value: 0.5, base: 900 }, after: { value: 0.52, base: 100 } },
    ];
    const found = segmentsOf("channel", parts, 0.46, 0.16);
    expect(found.every(({ rate }) => rate > 0)).toBe(true);
    expect(found.reduce((sum, { mix }) => sum + mix, 0)).toBeCloseTo(-0.32, 12);
  });

  test("distinct customers in two segments are named apart", () => {
    const known = (value: number) => ({ value, base: 10 });
    const found = segmentsOf(
      "channel",
      [
        { element: "web", before: known(1), after: known(2) },
        { element: "store", before: known(1), after: known(1) },
      ],
      1,
      3,
    );
    expect(found.filter(({ remainder }) => remainder)).toEqual([
      { by: "channel", element: null, contribution: 1, rate: 1, mix: 0, remainder: true },
    ]);
  });
});

describe("drivers", () => {
  const product = {
    leaves: ["a", "b", "c"],
    value: (leaf: (name: string) => number | null) => (leaf("c") === 0 ? null : (leaf("a")! * leaf("b")!) / leaf("c")!),
    base: null,
  };

  test("add up, also where a mixture has no value", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 }), (numbers) => {
        const read = (start: number) => (name: string) => numbers[start + product.leaves.indexOf(name)]!;
        const found = driversOf("k", product, read(0), read(3));
        expectSum(total(found), product.value(read(0))!, product.value(read(3))!);
      }),
      { numRuns: 1000 },
    );
  });

  test("a metric that is its own leaf has none", () => {
    expect(
      driversOf(
        "a",
        { leaves: ["a"], value: (leaf) => leaf("a"), base: null },
        () => 1,
        () => 2,
      ),
    ).toEqual([]);
  });

  test("sampled orders add up and come near the exact values", () => {
    const value = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);
    const [before, after] = [Array.from({ length: 10 }, () => 1), Array.from({ length: 10 }, (_, index) => 1 + index / 50)];
    const [exact, sampled] = [shapley(value, before, after), sampledShapley(value, before, after)];
    expect(sampled.reduce((sum, one) => sum + one, 0)).toBeCloseTo(value(after) - value(before), 12);
    for (const [index, one] of sampled.entries()) expect(Math.abs(one - exact[index]!)).toBeLessThan(0.01);
  });
});
