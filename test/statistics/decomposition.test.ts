import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, culprits, decompose, lmdi, type MixRate, mixRate, shapley } from "../../src/statistics/index.ts";
import { present, vectors } from "./shared.ts";

const cases = vectors("rootcause_cases.json");

function close(found: readonly number[], wanted: readonly number[], digits = 9): void {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries()) expect(found[index]).toBeCloseTo(value, digits);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const product = (factors: readonly number[]): number => factors.reduce((result, factor) => result * factor, 1);

describe.skipIf(!present)("the published numbers", () => {
  test("Shapley of products and a ratio, LMDI of the products", () => {
    for (const { name, x0, x1, shapley: wanted, lmdi: logarithmic } of cases.shapley.cases) {
      const value = name.startsWith("ratio") ? ([rev, cost]: readonly number[]): number => (rev! - cost!) / rev! : product;
      close(shapley(value, x0, x1), wanted, 8);
      if (logarithmic) close(lmdi([x0], [x1]), logarithmic, 8);
    }
  });

  test("Das Gupta's worked examples", () => {
    for (const { id, t0, t1, shapley_full_precision: wanted } of cases.das_gupta_1993.cases) {
      const names = Object.keys(t0);
      if (id === "DasGupta1993-4.4") continue;
      const formula = id === "DasGupta1993-3.1" ? "crude_birth - crude_death" : names.join(" * ");
      const before = Object.fromEntries(names.map((name) => [name, t0[name]]));
      const after = Object.fromEntries(names.map((name) => [name, t1[name]]));
      const found = ask(decompose, { formula, before, after });
      if (!("contributions" in found)) throw new Error("no factors");
      close(
        names.map((name) => found.contributions[name]!),
        names.map((name) => wanted[name]),
        6,
      );
    }
  });

  test("LMDI over several rows", () => {
    for (const { t0, t1, full_precision: wanted } of cases.lmdi.cases) close(lmdi(t0, t1), wanted.dV);
  });

  test("Kitagawa, centred on the mean rate", () => {
    for (const { w0, r0, w1, r1, expected } of cases.kitagawa.cases) {
      const found = mixRate(w0.map((w: number, i: number) => ({ name: `${i}`, weight: [w, w1[i]], rate: [r0[i], r1[i]] })));
      close(
        found.segments.map(({ rate }) => rate),
        expected.rate_by_segment,
        12,
      );
      close(
        found.segments.map(({ mix }) => mix),
        expected.mix_by_segment_centred_on_mean_rate,
        12,
      );
      close([found.change, found.rate, found.mix], [expected.delta, expected.rate_total, expected.mix_total], 12);
    }
  });

  test("Adtributor", () => {
    const { forecast, actual, candidates } = cases.adtributor;
    const dimensions = new Map(
      Object.keys(forecast).map((dimension) => [
        dimension,
        Object.keys(forecast[dimension]).map((name) => ({ name, expected: forecast[dimension][name], actual: actual[dimension][name] })),
      ]),
    );
    const found = culprits(dimensions);
    expect(found.map(({ dimension, elements }) => ({ dimension, elements }))).toEqual(
      candidates.map(({ dimension, elements }: { dimension: string; elements: string[] }) => ({ dimension, elements })),
    );
    for (const [index, { explained, surprise }] of found.entries()) {
      close([explained, surprise], [candidates[index].explanatory_power, candidates[index].surprise], 12);
    }
  });
});

test("the example of the page", () => {
  const before = { visitors: 10_000, conversion: 0.025, aov: 80 };
  const after = { visitors: 12_000, conversion: 0.023, aov: 82 };
  const found = ask(decompose, { formula: "visitors * conversion * aov", before, after });
  if (!("contributions" in found)) throw new Error("no factors");
  expect(found.change).toBeCloseTo(2632, 9);
  expect(Object.keys(found.contributions)).toEqual(["visitors", "conversion", "aov"]);
  close(Object.values(found.contributions), [3887.3333333333, -1782.6666666667, 527.3333333333]);
});

test("a factor that stays the same, or that the formula does not name, did nothing", () => {
  const found = ask(decompose, { formula: "a * b", before: { a: 2, b: 3, c: 1 }, after: { a: 2, b: 4, c: 9 } });
  expect(found).toEqual({ change: 2, contributions: { a: 0, b: 2, c: 0 } });
});

test("a segment that appears has its new rate; counts are made shares", () => {
  const found = mixRate([
    { name: "old", weight: [100, 300], rate: [0.1, 0.1] },
    { name: "new", weight: [0, 100], rate: [null, 0.2] },
  ]);
  expect(found.change).toBeCloseTo(0.025, 12);
  expect(found.rate).toBeCloseTo(0, 12);
});

describe("laws", () => {
  const factor = fc.double({ min: -1e6, max: 1e6, noNaN: true });

  test("Shapley adds up for any formula, to 12 factors", () => {
    const formula = (x: readonly number[]): number => x.reduce((sum, value, index) => sum + value * (x[index - 1] ?? 1), 0) / 3;
    fc.assert(
      fc.property(fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 12 }), (pairs) => {
        const [before, after] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
        const [from, to] = [formula(before), formula(after)];
        // Terms may cancel in the totals: what is lost is measured against the largest value in between.
        const largest = pairs.reduce((most, [a, b]) => Math.max(most, Math.abs(a), Math.abs(b)), 1) ** 2;
        expect(Math.abs(total(shapley(formula, before, after)) - (to - from))).toBeLessThanOrEqual(1e-9 * largest);
      }),
      { numRuns: 60 },
    );
  });

  test("LMDI and mix and rate add up", () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const row = fc.tuple(positive, positive, positive, positive);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const before = rows.map(([a, b]) => [a, b]);
        const after = rows.map(([, , c, d]) => [c, d]);
        const [from, to] = [total(before.map(product)), total(after.map(product))];
        expect(Math.abs(total(lmdi(before, after)) - (to - from))).toBeLessThanOrEqual(1e-9 * Math.max(1, from, to));
        const found: MixRate = mixRate(rows.map(([a, b, c, d], index) => ({ name: `${index}`, weight: [a, c], rate: [b, d] })));
        const sum = total(found.segments.map(({ contribution }) => contribution));
        expect(Math.abs(sum - found.change)).toBeLessThanOrEqual(1e-9 * Math.max(1, ...rows.flat()));
      }),
    );
  });
});

test.each<[string, unknown, string]>([
  ["no formula", { formula: "", before: {}, after: {} }, "bad-input"],
  ["a formula of text", { formula: "'a'", before: {}, after: {} }, "bad-input"],
  ["an unknown factor", { formula: "a * b", before: { a: 1 }, after: { a: 2 } }, "bad-input"],
  ["a factor on one side", { formula: "a", before: { a: 1 }, after: { a: 2, b: 1 } }, "bad-input"],
  ["a division by zero on the way", { formula: "a / b", before: { a: 1, b: 0 }, after: { a: 2, b: 1 } }, "bad-input"],
  ["no segments", { segments: [] }, "bad-input"],
  ["segments without size", { segments: [{ name: "a", weight: [0, 1], rate: [0, 1] }] }, "bad-input"],
  ["a size without rate", { segments: [{ name: "a", weight: [1, 1], rate: [null, 1] }] }, "bad-input"],
  ["neither", { segment: 1 }, "bad-input"],
])("refuses %s", (_, asked, code) => {
  expect(() => ask(decompose, asked)).toThrow(expect.objectContaining({ code }));
});

test("what is wrong is said of the shape that fits best", () => {
  expect(() => ask(decompose, { segments: [{ name: "a", weight: [-1, 1], rate: [0, 1] }] })).toThrow(/segments\[0\]\.weight\[0\]/);
});

test("thirteen factors that change are too many", () => {
  const factors = Array.from({ length: 13 }, () => 1);
  expect(() =>
    shapley(
      product,
      factors,
      factors.map(() => 2),
    ),
  ).toThrow(expect.objectContaining({ code: "bad-input" }));
  close(
    shapley(
      product,
      factors,
      factors.map((value, index) => (index < 12 ? value + 1 : value)),
    ).slice(-1),
    [0],
  );
});

describe("more than twelve factors", () => {
  const named = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(values.map((value, index) => [`f${index}`, value]));
  const decomposed = (before: readonly number[], after: readonly number[], operator: string) => {
    const found = ask(decompose, { formula: Object.keys(named(before)).join(operator), before: named(before), after: named(after) });
    if (!("contributions" in found)) throw new Error("no factors");
    return found;
  };

  test("orders are drawn, and the truth lies within the bound", () => {
    // Six factors that go from 1 to 1.5, seven from 1 to 1.2: equal factors have equal shares, and all add up.
    const after = Array.from({ length: 13 }, (_, index) => (index < 6 ? 1.5 : 1.2));
    const before = after.map(() => 1);
    const { change, contributions, sampled } = decomposed(before, after, " * ");
    expect(sampled!.permutations).toBe(4000);
    expect(Math.abs(total(Object.values(contributions)) - change)).toBeLessThan(1e-9 * product(after));
    const exact = exactOfTwoKinds(1.5, 6, 1.2, 7);
    for (const [index, one] of Object.values(contributions).entries())
      expect(Math.abs(one - exact[index < 6 ? 0 : 1])).toBeLessThan(sampled!.bound);
    expect(sampled!.bound).toBeLessThan(0.02 * change);
  });

  test("a sum has nothing to draw: the bound is 0 but for rounding", () => {
    const before = Array.from({ length: 20 }, (_, index) => index);
    const { contributions, sampled } = decomposed(
      before,
      before.map((value) => value + 1),
      " + ",
    );
    close(
      Object.values(contributions),
      before.map(() => 1),
    );
    expect(sampled!.bound).toBeLessThan(1e-9);
  });

  test("what has no value on the way is refused, and so are more than a hundred", () => {
    const before = Array.from({ length: 14 }, (_, index) => (index === 13 ? 0 : 1));
    expect(() =>
      decomposed(
        before,
        before.map(() => 2),
        " / ",
      ),
    ).toThrow(expect.objectContaining({ code: "bad-input" }));
    const many = Array.from({ length: 101 }, () => 1);
    expect(() =>
      decomposed(
        many,
        many.map(() => 2),
        " + ",
      ),
    ).toThrow(expect.objectContaining({ code: "bad-input" }));
  });

  /** Shapley values of a product of `m` factors that go from 1 to `a` and `n` that go from 1 to `b`, counted by how many changed before. */
  function exactOfTwoKinds(a: number, m: number, b: number, n: number): readonly [number, number] {
    const choose = (from: number, some: number): number =>
      Array.from({ length: some }, (_, index) => (from - index) / (index + 1)).reduce((all, one) => all * one, 1);
    const share = (own: number, others: number, growth: number, other: number, factor: number): number => {
      let sum = 0;
      for (let i = 0; i <= own; i++) {
        for (let j = 0; j <= others; j++) {
          const weight = (choose(own, i) * choose(others, j)) / choose(own + others, i + j) / (own + others + 1);
          sum += weight * growth ** i * other ** j * (factor - 1);
        }
      }
      return sum;
    };
    return [share(m - 1, n, a, b, a), share(n - 1, m, b, a, b)];
  }
});
