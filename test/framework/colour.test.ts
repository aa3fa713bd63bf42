import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, type Lab, seenColours } from "../../src/framework/colour.ts";

describe("CIEDE2000", () => {
  // Sharma, Wu and Dalal 2005, table 1: pairs chosen to find mistakes in implementations.
  test.each<[Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  ])("%j and %j are %d apart", (one, other, apart) => {
    expect(distance(one, other)).toBeCloseTo(apart, 4);
    expect(distance(other, one)).toBeCloseTo(apart, 4);
  });

  const part = fc.integer({ min: 0, max: 255 });
  const colour = fc.tuple(part, part, part).map((parts) => `#${parts.map((value) => value.toString(16).padStart(2, "0")).join("")}`);
  test("is a number from 0, and 0 only for the same colour", () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const apart = distance(seenColours(one).normal, seenColours(other).normal);
        expect(apart).toBeGreaterThanOrEqual(0);
        expect(apart < 1e-9).toBe(one === other);
      }),
    );
  });
});

describe("simulated sight", () => {
  test("white is white and black is black to everybody", () => {
    for (const [hex, lightness] of [
      ["#ffffff", 100],
      ["#000000", 0],
    ] as const) {
      for (const seen of Object.values(seenColours(hex))) {
        expect(seen[0]).toBeCloseTo(lightness, 2);
        expect(Math.hypot(seen[1], seen[2])).toBeLessThan(0.05);
      }
    }
  });

  test("red and green of one lightness come together; blue and yellow stay apart", () => {
    const apart = (one: string, other: string, sight: "normal" | "deuteranopia") =>
      distance(seenColours(one)[sight], seenColours(other)[sight]);
    expect(apart("#b05a3c", "#7a7a2e", "normal")).toBeGreaterThan(20);
    expect(apart("#b05a3c", "#7a7a2e", "deuteranopia")).toBeLessThan(10);
    expect(apart("#0072b2", "#e69f00", "deuteranopia")).toBeGreaterThan(40);
  });
});
