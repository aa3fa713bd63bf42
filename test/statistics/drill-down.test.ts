import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DrillDown, drillDown, type Leaf, Random } from "../../src/statistics/index.ts";

type Segment = Readonly<Record<string, string>>;

const nameOf = (segment: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(segment).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const total = ({ segments, rest }: DrillDown): number => segments.reduce((sum, one) => sum + one.contribution, 0) + rest.contribution;
const sums = (rows: readonly (readonly [elements: readonly string[], from: number, to: number])[]): Leaf[] =>
  rows.map(([elements, from, to]) => ({ elements, from: { sum: from, base: null }, to: { sum: to, base: null } }));

/** A shop's orders over some dimensions, independent of each other, with skewed elements; counts are Poisson. */
function world(seed: number) {
  const random = new Random(seed);
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const dimensions = Array.from({ length: whole(3, 5) }, (_, index) => `d${index}`);
  const shares = dimensions.map(() => {
    const raw = Array.from({ length: whole(3, 7) }, () => between(0.3, 1) ** 2);
    const all = raw.reduce((sum, one) => sum + one, 0);
    return raw.map((one) => one / all);
  });
  const leaves = shares.reduce<{ elements: string[]; share: number }[]>(
    (known, own) =>
      known.flatMap(({ elements, share }) => own.map((one, index) => ({ elements: [...elements, `e${index}`], share: share * one }))),
    [{ elements: [], share: 1 }],
  );
  const poisson = (mean: number): number => Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const inside = (elements: readonly string[], segment: Segment): boolean =>
    dimensions.every((name, index) => segment[name] === undefined || segment[name] === elements[index]);
  const shareOf = (segment: Segment): number => leaves.reduce((sum, one) => sum + (inside(one.elements, segment) ? one.share : 0), 0);
  /** elements of up to `most` dimensions, that hold between a fiftieth and a third of all */
  const segment = (most: number): Segment => {
    let depth = most;
    for (;;) {
      const places = dimensions.map((name, index) => ({ name, index, at: random.uniform() })).sort((a, b) => a.at - b.at);
      const chosen = Object.fromEntries(places.slice(0, depth).map(({ name, index }) => [name, `e${whole(0, shares[index]!.length - 1)}`]));
      const share = shareOf(chosen);
      if (share >= 0.02 && share <= 0.35) return chosen;
      depth = Math.max(1, depth - (random.uniform() < 0.2 ? 1 : 0));
    }
  };
  return { random, between, whole, dimensions, leaves, poisson, inside, shareOf, segment };
}

const cases = 60;
/** of so many seeded worlds, in how many the causes are the first to be named */
function named(ask: (seed: number) => { found: DrillDown; causes: readonly Segment[] }): number {
  let right = 0;
  for (let seed = 1; seed <= cases; seed++) {
    const { found, causes } = ask(seed);
    const first = found.segments.slice(0, causes.length).map(({ segment }) => nameOf(segment));
    if (causes.every((cause) => first.includes(nameOf(cause)))) right++;
  }
  return right / cases;
}

const factor = ({ random, between }: ReturnType<typeof world>): number => (random.uniform() < 0.5 ? between(0.3, 0.7) : between(1.4, 2));

describe("seeded causes are named first", () => {
  test("one segment of up to three dimensions, beside growth everywhere", () => {
    const share = named((seed) => {
      const w = world(seed);
      const cause = w.segment(w.whole(1, 3));
      const [effect, growth] = [factor(w), w.between(0.97, 1.03)];
      const rows = w.leaves.map(({ elements, share: size }): [string[], number, number] => [
        elements,
        w.poisson(50_000 * size),
        w.poisson(50_000 * size * growth * (w.inside(elements, cause) ? effect : 1)),
      ]);
      return { found: drillDown(w.dimensions, sums(rows)), causes: [cause] };
    });
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  test("two segments that do not overlap", () => {
    const share = named((seed) => {
      const w = world(1000 + seed);
      const first = w.segment(w.whole(1, 2));
      let second = w.segment(w.whole(1, 2));
      while (w.leaves.some(({ elements }) => w.inside(elements, first) && w.inside(elements, second))) second = w.segment(w.whole(1, 2));
      const effects = [w.between(0.4, 0.6), w.between(0.4, 0.6)] as const;
      const rows = w.leaves.map(({ elements, share: size }): [string[], number, number] => [
        elements,
        w.poisson(50_000 * size),
        w.poisson(50_000 * size * (w.inside(elements, first) ? effects[0] : w.inside(elements, second) ? effects[1] : 1)),
      ]);
      return { found: drillDown(w.dimensions, sums(rows)), causes: [first, second] };
    });
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  /** Visits and orders: every element has its own rate, `visits` and `rate` change by segment. */
  function conversion(
    w: ReturnType<typeof world>,
    visits: (elements: readonly string[]) => number,
    rate: (elements: readonly string[]) => number,
    own: (elements: readonly string[]) => number,
  ): DrillDown {
    const leaves = w.leaves.map(({ elements, share }): Leaf => {
      const [before, after] = [w.poisson(1_000_000 * share), w.poisson(1_000_000 * share * visits(elements))];
      return {
        elements,
        from: { sum: w.poisson(before * own(elements)), base: before },
        to: { sum: w.poisson(after * own(elements) * rate(elements)), base: after },
      };
    });
    return drillDown(w.dimensions, leaves);
  }
  const rates = (w: ReturnType<typeof world>) => {
    const known = w.dimensions.map(() => Array.from({ length: 8 }, () => w.between(0.7, 1.3)));
    return (elements: readonly string[]): number =>
      0.05 * elements.reduce((product, element, index) => product * known[index]![Number(element.slice(1))]!, 1);
  };

  test("a rate that shifts in one segment", () => {
    const share = named((seed) => {
      const w = world(2000 + seed);
      const cause = w.segment(w.whole(1, 2));
      const effect = factor(w);
      const found = conversion(
        w,
        () => 1.05,
        (elements) => (w.inside(elements, cause) ? effect : 1),
        rates(w),
      );
      return { found, causes: [cause] };
    });
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  test("a mix that shifts to one segment, of another rate than the rest", () => {
    const share = named((seed) => {
      const w = world(3000 + seed);
      const cause = w.segment(1);
      const [effect, apart] = [w.between(1.7, 3), w.random.uniform() < 0.5 ? 0.5 : 1.8];
      const base = rates(w);
      const found = conversion(
        w,
        (elements) => (w.inside(elements, cause) ? effect : 1),
        () => 1,
        (elements) => base(elements) * (w.inside(elements, cause) ? apart : 1),
      );
      return { found, causes: [cause] };
    });
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  test("Simpson: every rate rises and the whole falls, because a segment of a low rate grows", () => {
    const share = named((seed) => {
      const w = world(4000 + seed);
      const cause = w.segment(1);
      const base = rates(w);
      const found = conversion(
        w,
        (elements) => (w.inside(elements, cause) ? 4 : 1),
        () => 1.05,
        (elements) => base(elements) * (w.inside(elements, cause) ? 0.3 : 1),
      );
      return { found, causes: [cause] };
    });
    expect(share).toBeGreaterThanOrEqual(0.9);
  });
});

describe("what is no cause is not named", () => {
  test("growth that is the same everywhere, but for chance", () => {
    let none = 0;
    for (let seed = 1; seed <= cases; seed++) {
      const w = world(5000 + seed);
      const rows = w.leaves.map(({ elements, share }): [string[], number, number] => [
        elements,
        w.poisson(50_000 * share),
        w.poisson(55_000 * share),
      ]);
      if (drillDown(w.dimensions, sums(rows)).segments.length === 0) none++;
    }
    expect(none / cases).toBeGreaterThanOrEqual(0.9);
  });

  test("a mix that shifts between segments of one rate", () => {
    const leaf = (element: string, from: number, to: number): Leaf => ({
      elements: [element],
      from: { sum: from / 10, base: from },
      to: { sum: to / 10, base: to },
    });
    expect(drillDown(["channel"], [leaf("web", 100, 300), leaf("shop", 100, 90), leaf("phone", 50, 40)]).segments).toEqual([]);
  });
});

describe("parts and rest add up", () => {
  const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const size = fc.double({ min: 0, max: 1e6, noNaN: true });
  const element = fc.constantFrom("a", "b", "c", "d", null, true, 3, undefined);
  const elements = fc.tuple(element, element, element);

  test("of sums", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ elements, from: amount, to: amount }), { maxLength: 60 }), (rows) => {
        const leaves = rows.map(({ elements: own, from, to }) => ({
          elements: own,
          from: { sum: from, base: null },
          to: { sum: to, base: null },
        }));
        const found = drillDown(["x", "y", "z"], leaves);
        const [before, after] = [rows.reduce((sum, { from }) => sum + from, 0), rows.reduce((sum, { to }) => sum + to, 0)];
        expect(Math.abs(found.change - (after - before))).toBeLessThanOrEqual(
          1e-9 * Math.max(1, ...rows.map(({ from, to }) => Math.abs(from) + Math.abs(to))) * rows.length,
        );
        expect(Math.abs(total(found) - found.change)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(before), Math.abs(after)));
        for (const { segment } of found.segments) expect(Object.values(segment)).not.toContain(undefined);
      }),
      { numRuns: 1000 },
    );
  });

  test("of ratios, with leaves that are new or gone", () => {
    const side = fc.record({ sum: size, base: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(fc.record({ elements, from: side, to: side }), { minLength: 1, maxLength: 60 }), (leaves) => {
        const found = drillDown(["x", "y", "z"], leaves);
        const rate = (which: "from" | "to"): number => {
          const base = leaves.reduce((sum, leaf) => sum + leaf[which].base, 0);
          return base === 0 ? 0 : leaves.reduce((sum, leaf) => sum + leaf[which].sum, 0) / base;
        };
        const [before, after] = [rate("from"), rate("to")];
        const allowed = 1e-9 * Math.max(1, Math.abs(before), Math.abs(after));
        expect(Math.abs(found.change - (after - before))).toBeLessThanOrEqual(allowed);
        expect(Math.abs(total(found) - found.change)).toBeLessThanOrEqual(allowed);
        for (const { contribution, surprise } of found.segments) expect(Number.isFinite(contribution) && surprise >= 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test("the worked example: one combination explains all", () => {
  const found = drillDown(
    ["channel", "country"],
    sums([
      [["web", "DE"], 40, 10],
      [["web", "NL"], 40, 40],
      [["shop", "DE"], 40, 40],
      [["shop", "NL"], 40, 40],
    ]),
  );
  expect(found).toMatchObject({
    change: -30,
    segments: [{ segment: { channel: "web", country: "DE" }, contribution: -30, share: 1 }],
    rest: { contribution: 0, share: 0 },
  });
});

test("dimensions that say the same: the segment of one dimension is named, not of two", () => {
  const found = drillDown(
    ["country", "language"],
    sums([
      [["NL", "nl"], 100, 50],
      [["DE", "de"], 100, 100],
      [["FR", "fr"], 100, 100],
    ]),
  );
  expect(found.segments.map(({ segment }) => segment)).toEqual([{ country: "NL" }]);
});

test("no leaves and no change explain nothing", () => {
  expect(drillDown(["x"], [])).toEqual({ change: 0, segments: [], rest: { contribution: 0, share: null } });
  expect(drillDown(["x"], sums([[["a"], 1, 1]]))).toEqual({ change: 0, segments: [], rest: { contribution: 0, share: null } });
});
