import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  type Grain,
  parsePeriod,
  periodOf,
  periodsBetween,
  rangeLabel,
  shiftPeriod,
  weekdayYearEarlier,
  yearEarlier,
} from "../../src/calendar/index.ts";

const bounded = ["day", "week", "month", "quarter", "year"] as const;
const grain = fc.constantFrom(...bounded);
const fiscal = fc.constantFrom("01-01", "07-01", "04-06", "02-29", "12-31");
const day = fc.integer({ min: dayNumber("0001-01-01"), max: dayNumber("9999-12-31") }).map(fromDayNumber);
const innerDay = fc.integer({ min: dayNumber("0005-01-01"), max: dayNumber("9995-12-31") }).map(fromDayNumber);

describe("the period of a day", () => {
  test.each([
    ["2026-01-31", "day", "01-01", "2026-01-31", "2026-01-31", "2026-01-31"],
    ["2026-01-31", "week", "01-01", "2026-W05", "2026-01-26", "2026-02-01"],
    ["2027-01-03", "week", "01-01", "2026-W53", "2026-12-28", "2027-01-03"],
    ["2024-12-30", "week", "01-01", "2025-W01", "2024-12-30", "2025-01-05"],
    ["2024-02-10", "month", "01-01", "2024-02", "2024-02-01", "2024-02-29"],
    ["2026-12-31", "quarter", "07-01", "2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026-06-30", "year", "01-01", "2026", "2026-01-01", "2026-12-31"],
    ["2026-06-30", "year", "07-01", "FY2026", "2025-07-01", "2026-06-30"],
    ["2026-07-01", "year", "07-01", "FY2027", "2026-07-01", "2027-06-30"],
    ["2024-02-29", "year", "02-29", "FY2025", "2024-02-29", "2025-02-28"],
    ["2025-02-28", "year", "02-29", "FY2025", "2024-02-29", "2025-02-28"],
    ["2025-03-01", "year", "02-29", "FY2026", "2025-03-01", "2026-02-28"],
    ["0999-05-05", "quarter", "01-01", "0999-Q2", "0999-04-01", "0999-06-30"],
    ["0001-01-01", "week", "01-01", "0001-W01", "0001-01-01", "0001-01-07"],
    ["0001-01-01", "year", "07-01", "FY0001", "0001-01-01", "0001-06-30"],
    ["9999-12-31", "week", "01-01", "9999-W52", "9999-12-27", "9999-12-31"],
    ["9999-12-31", "year", "07-01", "FY10000", "9999-07-01", "9999-12-31"],
  ] as const)("%s per %s (year from %s) is %s", (of, by, fiscalStart, label, from, to) => {
    expect(periodOf(of, by, fiscalStart)).toEqual({ grain: by, label, from, to });
  });

  test("holds that day, and only that period does", () => {
    fc.assert(
      fc.property(day, grain, fiscal, (of, by, fiscalStart) => {
        const period = periodOf(of, by, fiscalStart);
        expect(period.from <= of && of <= period.to).toBe(true);
        expect(periodOf(period.from, by, fiscalStart)).toEqual(period);
        expect(periodOf(period.to, by, fiscalStart)).toEqual(period);
      }),
      { numRuns: 1000 },
    );
  });

  test("the total has none", () => expect(() => periodOf("2026-01-01", "total", "01-01")).toThrow("invalid grain"));
});

describe("periods between two days", () => {
  test("touch each other and cover the range", () => {
    fc.assert(
      fc.property(innerDay, fc.nat(1500), grain, fiscal, (from, length, by, fiscalStart) => {
        const to = addDays(from, length);
        const periods = periodsBetween(from, to, by, fiscalStart);
        expect(periods[0]).toEqual(periodOf(from, by, fiscalStart));
        expect(periods.at(-1)).toEqual(periodOf(to, by, fiscalStart));
        for (const [index, period] of periods.slice(1).entries()) expect(period.from).toBe(addDays(periods[index]!.to, 1));
      }),
    );
  });

  test("cover the whole calendar, from its first day to its last", () => {
    for (const by of ["month", "quarter", "year"] as const) {
      const periods = periodsBetween("0001-01-01", "9999-12-31", by, "04-01");
      expect([periods[0]!.from, periods.at(-1)!.to]).toEqual(["0001-01-01", "9999-12-31"]);
      const days = periods.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
      expect(days).toBe(daysBetween("0001-01-01", "9999-12-31") + 1);
      expect(new Set(periods.map(({ label }) => label)).size).toBe(periods.length);
    }
  });

  test("the total is one, a reversed range none", () => {
    expect(periodsBetween("2026-01-05", "2026-02-07", "total", "01-01")).toEqual([
      { grain: "total", label: "total", from: "2026-01-05", to: "2026-02-07" },
    ]);
    for (const by of [...bounded, "total"] as Grain[]) expect(periodsBetween("2026-01-02", "2026-01-01", by, "01-01")).toEqual([]);
  });
});

describe("neighbours", () => {
  test("shifting goes there and back, one period at a time", () => {
    fc.assert(
      fc.property(innerDay, grain, fiscal, fc.integer({ min: -3, max: 3 }), (of, by, fiscalStart, count) => {
        const period = periodOf(of, by, fiscalStart);
        const shifted = shiftPeriod(period, count, fiscalStart)!;
        expect(shiftPeriod(shifted, -count, fiscalStart)).toEqual(period);
        expect(shiftPeriod(period, 1, fiscalStart)!.from).toBe(addDays(period.to, 1));
      }),
    );
  });

  test("a clipped period has whole neighbours", () => {
    const clipped = { ...periodOf("2026-03-10", "month", "01-01"), from: "2026-03-10", to: "2026-03-20" };
    expect(shiftPeriod(clipped, -1, "01-01")).toMatchObject({ label: "2026-02", from: "2026-02-01", to: "2026-02-28" });
  });

  test("outside the calendar and around the total there are none", () => {
    for (const by of bounded) {
      expect(shiftPeriod(periodOf("0001-01-01", by, "07-01"), -1, "07-01")).toBeNull();
      expect(shiftPeriod(periodOf("9999-12-31", by, "07-01"), 1, "07-01")).toBeNull();
      expect(shiftPeriod(periodOf("9999-12-31", by, "01-01"), 1, "01-01")).toBeNull();
    }
    const [total] = periodsBetween("2026-01-01", "2026-12-31", "total", "01-01");
    expect(shiftPeriod(total!, -1, "01-01")).toBeNull();
    expect(yearEarlier(total!, "01-01")).toBeNull();
    expect(yearEarlier(periodOf("0001-06-01", "month", "01-01"), "01-01")).toBeNull();
    expect(yearEarlier(periodOf("0001-06-01", "week", "01-01"), "01-01")).toBeNull();
    expect(yearEarlier(periodOf("0001-06-01", "day", "01-01"), "01-01")).toBeNull();
  });

  test.each([
    ["2024-02-29", "01-01", null],
    ["2025-02-28", "01-01", "2024-02-28"],
    ["2026-W53", "01-01", null],
    ["2026-W52", "01-01", "2025-W52"],
    ["2021-W01", "01-01", "2020-W01"],
    ["2026-01", "01-01", "2025-01"],
    ["2026-Q3", "01-01", "2025-Q3"],
    ["2026", "01-01", "2025"],
    ["FY2026", "07-01", "FY2025"],
    ["1000-01", "01-01", "0999-01"],
  ])("a year before %s (year from %s) is %s", (label, fiscalStart, expected) => {
    expect(yearEarlier(parsePeriod(label, fiscalStart)!, fiscalStart)?.label ?? null).toBe(expected);
  });
});

describe("a year before, by weekday", () => {
  test("a day or week begins 364 days earlier, on the same weekday", () => {
    fc.assert(
      fc.property(innerDay, fc.constantFrom("day" as const, "week" as const), fiscal, (of, by, fiscalStart) => {
        const period = periodOf(of, by, fiscalStart);
        const earlier = weekdayYearEarlier(period, fiscalStart)!;
        expect(earlier.from).toBe(addDays(period.from, -364));
        expect(earlier.to).toBe(addDays(period.to, -364));
        expect(earlier.grain).toBe(by);
        // A year with a week 53 moves the number on by one.
        const [now, then] = [period, earlier].map(({ label }) => Number(label.slice(6)));
        if (by === "week") expect([0, 1, -52]).toContain(then! - now!);
      }),
    );
  });

  test("longer periods are those of a year before by date; the total has none", () => {
    fc.assert(
      fc.property(innerDay, fc.constantFrom("month" as const, "quarter" as const, "year" as const), fiscal, (of, by, fiscalStart) => {
        const period = periodOf(of, by, fiscalStart);
        expect(weekdayYearEarlier(period, fiscalStart)).toEqual(yearEarlier(period, fiscalStart));
      }),
    );
    const [total] = periodsBetween("2026-01-01", "2026-12-31", "total", "01-01");
    expect(weekdayYearEarlier(total!, "01-01")).toBeNull();
    expect(weekdayYearEarlier(periodOf("0001-06-01", "day", "01-01"), "01-01")).toBeNull();
  });

  test.each([
    ["2024-02-29", "2023-03-02"],
    ["2025-02-28", "2024-03-01"],
    ["2026-03-29", "2025-03-30"],
    ["2026-W53", "2026-W01"],
    ["2027-W01", "2026-W02"],
    ["2021-W01", "2020-W02"],
    ["2020-W53", "2020-W01"],
  ])("before %s is %s", (label, expected) => {
    expect(weekdayYearEarlier(parsePeriod(label, "01-01")!, "01-01")!.label).toBe(expected);
  });
});

describe("labels", () => {
  test("naming a period's range gives its label", () => {
    fc.assert(
      fc.property(innerDay, grain, fiscal, (of, by, fiscalStart) => {
        const { from, to, label } = periodOf(of, by, fiscalStart);
        expect(rangeLabel(from, to, fiscalStart)).toBe(label);
      }),
    );
  });

  test("reading a label gives back its period", () => {
    fc.assert(
      fc.property(day, grain, fiscal, (of, by, fiscalStart) => {
        const period = periodOf(of, by, fiscalStart);
        expect(parsePeriod(period.label, fiscalStart)).toEqual(period);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["2025-W53", "01-01"],
    ["2026-W00", "01-01"],
    ["2026-W54", "01-01"],
    ["2026-00", "01-01"],
    ["2026-13", "01-01"],
    ["2026-Q0", "01-01"],
    ["2026-Q5", "01-01"],
    ["2025-02-29", "01-01"],
    ["0000", "01-01"],
    ["0000-W01", "01-01"],
    ["FY2026", "01-01"],
    ["2026", "07-01"],
    ["FY10001", "07-01"],
    ["total", "01-01"],
    ["", "01-01"],
    ["..", "01-01"],
    ["2026-01-01..", "01-01"],
    ["2026-01-02..2026-01-01", "01-01"],
    ["2026-02-30..2026-03-01", "01-01"],
    ["2026-01..2026-02", "01-01"],
    ["2026-01-01..2026-01-02..2026-01-03", "01-01"],
    ["2026-1", "01-01"],
    ["2026-w05", "01-01"],
  ])("%j (year from %s) is none", (label, fiscalStart) => expect(parsePeriod(label, fiscalStart)).toBeNull());

  test("a range of days is a total", () => {
    const label = "2026-01-05..2026-02-07";
    expect(parsePeriod(label, "01-01")).toEqual({ grain: "total", label, from: "2026-01-05", to: "2026-02-07" });
    expect(rangeLabel("2026-01-05", "2026-02-07", "01-01")).toBe(label);
    expect(rangeLabel("2026-01-01", "2026-12-31", "07-01")).toBe("2026-01-01..2026-12-31");
    expect(rangeLabel("2026-01-01", "2026-03-31", "07-01")).toBe("2026-Q1");
  });

  test("no text makes reading throw", () => {
    fc.assert(
      fc.property(fc.string(), fiscal, (text, fiscalStart) => void parsePeriod(text, fiscalStart)),
      { numRuns: 1000 },
    );
  });
});
