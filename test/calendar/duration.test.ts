import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration, shiftDay } from "../../src/calendar/index.ts";

describe("duration", () => {
  test.each([
    ["30 days", "30 days"],
    ["1 month", "1 month"],
    ["12m", "12 months"],
    [" 3 Y ", "3 years"],
    ["2 quarter", "2 quarters"],
    ["1w", "1 week"],
  ])("%j reads as %s", (text, expected) => expect(formatDuration(parseDuration(text)!)).toBe(expected));

  test.each(["", "days", "0 days", "-1 day", "1.5 days", "1 fortnight", "123456 days", "1 dayss", "constructor", "1 constructor"])(
    "%j is none",
    (text) => expect(parseDuration(text)).toBeNull(),
  );

  test.each([
    ["2026-01-31", "1 month", 1, "2026-02-28"],
    ["2026-03-31", "1 quarter", -1, "2025-12-31"],
    ["2024-02-29", "1 year", 1, "2025-02-28"],
    ["2026-01-01", "1 week", -1, "2025-12-25"],
    ["2026-01-01", "99999 years", -1, "0001-01-01"],
  ] as const)("%s moved by %s × %i is %s", (day, text, sign, expected) => expect(shiftDay(day, parseDuration(text)!, sign)).toBe(expected));
});
