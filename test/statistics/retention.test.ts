import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HelderError } from "../../src/framework/index.ts";
import { ask, methodNamed } from "../../src/statistics/index.ts";
import { lines, present, truth } from "../real/shared.ts";

const retention = methodNamed("retention");
const survival = methodNamed("survival");
const rfm = methodNamed("rfm");

interface Survival {
  readonly steps: readonly {
    time: number;
    atRisk: number;
    ended: number;
    survival: number;
    standardError: number;
    interval: number[] | null;
  }[];
  readonly median: number | null;
}
interface Retention {
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly standardErrors: { alpha: number; beta: number } | null;
  readonly survival: readonly number[];
  readonly expected: readonly number[];
  readonly fallback?: { en: string };
}

describe("retention (sBG)", () => {
  test("the two segments of Fader & Hardie (2007), and what they did next", () => {
    const segments = [
      { seen: [1000, 869, 743, 653, 593, 551, 517, 491], alpha: 0.668, beta: 3.806, next: [0.468, 0.445, 0.427, 0.409, 0.394] },
      { seen: [1000, 631, 468, 382, 326, 289, 262, 241], alpha: 0.704, beta: 1.182, next: [0.223, 0.207, 0.194, 0.183, 0.173] },
    ];
    for (const { seen, alpha, beta, next } of segments) {
      const found = ask(retention, { customers: seen, horizon: 5 }) as Retention;
      expect(found.alpha).toBeCloseTo(alpha, 3);
      expect(found.beta).toBeCloseTo(beta, 3);
      expect(found.standardErrors!.alpha).toBeGreaterThan(0);
      expect(found.survival).toHaveLength(13);
      // Within about a point of what came, as in their figure 5.
      for (const [index, share] of next.entries()) expect(Math.abs(found.survival[8 + index]! - share)).toBeLessThan(0.02);
    }
  });

  test("a constant chance of leaving is told as such", () => {
    const found = ask(retention, { customers: [1000, 800, 640, 512], horizon: 1 }) as Retention;
    expect(found.alpha).toBeNull();
    expect(found.expected[0]).toBeCloseTo(512 * 0.8, 6);
    expect(found.fallback!.en).toMatch(/^customers do not visibly differ/);
  });

  test("refuses a cohort that grows, and one that nobody left", () => {
    for (const customers of [
      [10, 11],
      [10, 10],
      [0, 0],
    ]) {
      expect(() => ask(retention, { customers })).toThrow(expect.objectContaining({ code: "bad-input" }));
    }
  });

  test("never negative, never above what is left", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 2, maxLength: 20 }), (counts) => {
        const customers = counts.toSorted((one, other) => other - one);
        try {
          const { survival: shares } = ask(retention, { customers }) as Retention;
          for (const [index, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(index === 0 ? 1 : shares[index - 1]!);
          }
        } catch (problem) {
          if (!(problem instanceof HelderError)) throw problem;
        }
      }),
    );
  });
});

describe("survival (Kaplan–Meier)", () => {
  test("the leukaemia patients of Freireich et al. (1963), treated", () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const found = ask(survival, {
      durations: [...ended, ...censored],
      ended: [...ended.map(() => true), ...censored.map(() => false)],
    }) as Survival;
    expect(found.steps.map(({ time, atRisk, ended: events }) => [time, atRisk, events])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    const shares = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    for (const [index, step] of found.steps.entries()) {
      expect(step.survival).toBeCloseTo(shares[index]!, 4);
      expect(step.standardError).toBeCloseTo(errors[index]!, 4);
    }
    expect(found.median).toBe(23);
  });

  test("nobody left at the end has no interval, and equal lines may be counted", () => {
    const found = ask(survival, { durations: [1, 2, 2, 3], ended: [true, true, false, true] }) as Survival;
    expect(found.steps.map((step) => step.survival)).toEqual([0.75, 0.5, 0]);
    expect(found.steps[2]!.interval).toBeNull();
    expect(ask(survival, { durations: [1, 2, 2, 3], ended: [true, true, false, true], customers: [1, 1, 1, 1] })).toEqual(found);
    expect(() => ask(survival, { durations: [1], ended: [] })).toThrow(expect.objectContaining({ code: "bad-input" }));
  });

  test.skipIf(!present)("the telecom customers", () => {
    const [header, ...rows] = lines("subscription/Telco-Customer-Churn.csv").map((line) => line.split(","));
    const [tenure, churn] = [header!.indexOf("tenure"), header!.indexOf("Churn")];
    const found = ask(survival, {
      durations: rows.map((row) => Number(row[tenure])),
      ended: rows.map((row) => row[churn] === "Yes"),
    }) as Survival;
    for (const [month, wanted] of Object.entries<number>(truth["telco_churn"].km_survival)) {
      expect(found.steps.findLast(({ time }) => time <= Number(month))!.survival).toBeCloseTo(wanted, 6);
    }
  });
});

describe("RFM", () => {
  const scored = (customers: readonly { recency: number; frequency: number; monetary: number }[]): Record<string, number>[] =>
    (ask(rfm, { customers }) as { scores: Record<string, number>[] }).scores;

  test("fifths, 5 is best: recent, often, much", () => {
    const customers = [10, 20, 30, 40, 50].map((value) => ({ recency: value, frequency: value, monetary: value }));
    expect(scored(customers)).toEqual([1, 2, 3, 4, 5].map((score) => ({ recency: 6 - score, frequency: score, monetary: score })));
  });

  test("equal values get equal scores", () => {
    const customers = [1, 1, 1, 1, 1, 2, 3, 4, 5, 6].map((frequency) => ({ recency: 1, frequency, monetary: 0 }));
    expect(scored(customers).map(({ frequency }) => frequency)).toEqual([2, 2, 2, 2, 2, 3, 4, 4, 5, 5]);
    expect(scored(customers)[0]).toEqual({ recency: 3, frequency: 2, monetary: 3 });
  });

  test("more never scores less", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const found = scored(values.map((value) => ({ recency: value, frequency: value, monetary: 0 })));
        for (const [index, one] of values.entries()) {
          expect([1, 2, 3, 4, 5]).toContain(found[index]!["frequency"]);
          for (const [at, other] of values.entries()) {
            if (one < other) expect(found[index]!["frequency"]!).toBeLessThanOrEqual(found[at]!["frequency"]!);
            if (one < other) expect(found[index]!["recency"]!).toBeGreaterThanOrEqual(found[at]!["recency"]!);
          }
        }
      }),
    );
  });
});
