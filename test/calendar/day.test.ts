import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayInZone,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isDay,
  isZone,
} from "../../src/calendar/index.ts";

const numbers = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") });

describe("day", () => {
  test.each(["2024-02-29", "2000-02-29", "0001-01-01", "0999-12-31", "9999-12-31"])("%s is a day", (day) => {
    expect(isDay(day)).toBe(true);
    expect(fromDayNumber(dayNumber(day))).toBe(day);
  });

  test.each([
    "2025-02-29",
    "1900-02-29",
    "2025-02-30",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "0000-01-01",
    "2025-1-1",
    "20250101",
    " 2025-01-01",
    "2025-01-01\n",
    "",
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow("invalid day");
  });

  test("days are counted from 1970, as the platform does", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    fc.assert(
      fc.property(numbers, (number) => {
        const day = fromDayNumber(number);
        expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(number);
        expect(isDay(day)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("adding days and counting between are each other's inverse", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(addDays(fromDayNumber(a), daysBetween(fromDayNumber(a), fromDayNumber(b)))).toBe(fromDayNumber(b));
      }),
    );
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["0001-01-15", -1, "0001-01-01"],
    ["9999-12-15", 1, "9999-12-31"],
  ])("%s + %i months = %s", (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

  test("the calendar's ends hold", () => {
    expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
    expect(addDays("0001-01-01", -1_000_000)).toBe("0001-01-01");
    expect(() => fromDayNumber(dayNumber("9999-12-31") + 1)).toThrow("invalid day number");
    expect(daysInMonth(2100, 2)).toBe(28);
  });
});

describe("zone", () => {
  test.each([
    ["2026-03-28T23:30:00Z", "Europe/Amsterdam", "2026-03-29"],
    ["2026-06-30T22:30:00Z", "Europe/Amsterdam", "2026-07-01"],
    ["2026-06-30T21:30:00Z", "Europe/Amsterdam", "2026-06-30"],
    ["2026-01-01T03:00:00Z", "America/New_York", "2025-12-31"],
    ["0987-12-31T12:00:00Z", "UTC", "0987-12-31"],
    ["0001-01-01T00:00:00Z", "America/New_York", "0001-01-01"],
  ])("%s in %s falls on %s", (instant, zone, day) => expect(dayInZone(Date.parse(instant), zone)).toBe(day));

  test("in UTC it is the day number", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(dayInZone(number * 86_400_000, "UTC")).toBe(fromDayNumber(number));
      }),
      { numRuns: 500 },
    );
  });

  test("an instant after the calendar is its last day, an unknown zone is an error", () => {
    expect(dayInZone(8.64e15, "UTC")).toBe("9999-12-31");
    expect(isZone("Europe/Amsterdam")).toBe(true);
    expect(isZone("Europe/Amsterdan")).toBe(false);
    expect(isZone("'; drop table x")).toBe(false);
  });
});
