import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isApart, seenColours, themeColours } from "../../src/framework/index.ts";

const themes = (colours: readonly (string | undefined)[]) =>
  colours.map((colour, index) => ({ id: `t${index}`, name: `T${index}`, ...(colour === undefined ? {} : { colour }) }));
const apart = (one: string, other: string) => isApart(seenColours(one), seenColours(other));

describe("theme colours", () => {
  test("tell twelve themes apart for everybody", () => {
    const colours = [...themeColours(themes(Array.from({ length: 12 }, () => undefined))).values()];
    for (const [index, one] of colours.entries())
      for (const other of colours.slice(0, index)) expect([one, other, apart(one, other)]).toEqual([one, other, true]);
  });

  test("keep what is typed, and keep away from it while the palette lasts", () => {
    const typed = fc.nat(0xffffff).map((colour) => `#${colour.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(fc.array(fc.option(typed, { nil: undefined }), { maxLength: 6 }), (colours) => {
        const given = [...themeColours(themes(colours)).values()];
        expect(given).toHaveLength(colours.length);
        for (const [index, colour] of colours.entries()) {
          if (colour !== undefined) expect(given[index]).toBe(colour);
          else for (const other of colours) if (other !== undefined) expect(apart(given[index]!, other)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("come round again for more themes than the palette has, and stay where themes are added", () => {
    const none = (count: number) => [...themeColours(themes(Array.from({ length: count }, () => undefined))).values()];
    expect(new Set(none(40)).size).toBe(12);
    expect(none(40).slice(0, 5)).toEqual(none(5));
  });
});
