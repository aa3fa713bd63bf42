import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { quartersBetween, shiftDates } from "../../src/workspace/index.ts";

describe("shifting dates by quarters", () => {
  test("moves dates that stand as a value, and nothing else", () => {
    const text = `# sinds 2026-01-01
target: {value: 250, from: 2026-01-01, to: "2026-03-31"}   # tot 2026-03-31
on: 2026-09-30
because: Beloofd op 2026-01-01.
2026-01-01: een sleutel
starts: "07-01"
list:
  - '2026-02-28'
  - 2026-02-30
  - |
    2026-01-01
`;
    expect(shiftDates(text, 1)).toBe(`# sinds 2026-01-01
target: {value: 250, from: 2026-04-01, to: "2026-06-30"}   # tot 2026-03-31
on: 2026-12-31
because: Beloofd op 2026-01-01.
2026-01-01: een sleutel
starts: "07-01"
list:
  - '2026-05-31'
  - 2026-02-30
  - |
    2026-01-01
`);
  });

  test("keeps Windows line ends and leaves broken text alone", () => {
    expect(shiftDates("a: 2026-01-15\r\nb: 1\r\n", -4)).toBe("a: 2025-01-15\r\nb: 1\r\n");
    expect(shiftDates("a: [2026-01-15", 1)).toBe("a: [2026-01-15");
  });

  const day = fc
    .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }))
    .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);

  test("by none is the identity; there and back too, but for the ends of months", () => {
    fc.assert(
      fc.property(fc.array(day), fc.integer({ min: -40, max: 40 }), (days, quarters) => {
        const text = days.map((one, index) => `d${index}: ${one} # ${one}\n`).join("");
        expect(shiftDates(text, 0)).toBe(text);
        expect(shiftDates(shiftDates(text, quarters), -quarters)).toBe(text);
      }),
    );
  });

  test("brings the quarter of a day to the quarter of today", () => {
    expect(quartersBetween("2026-10-01", "2026-11-22")).toBe(0);
    expect(quartersBetween("2026-09-30", "2027-01-01")).toBe(2);
    fc.assert(
      fc.property(day, day, (one, today) => {
        const shifted = (parse(shiftDates(`a: ${one}`, quartersBetween(one, today))) as { a: string }).a;
        expect(quartersBetween(shifted, today)).toBe(0);
      }),
    );
  });
});
