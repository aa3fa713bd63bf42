import { expect, test } from "vitest";
import { holidayCountries, holidaysBetween, isDay } from "../../src/calendar/index.ts";

const year = (country: (typeof holidayCountries)[number], of: number) => holidaysBetween(country, `${of}-01-01`, `${of}-12-31`);

test("Dutch holidays as the government tells them", () => {
  // https://www.rijksoverheid.nl/onderwerpen/feestdagen
  expect(year("nl", 2026)).toEqual([
    "2026-01-01",
    "2026-04-05",
    "2026-04-06",
    "2026-04-27",
    "2026-05-14",
    "2026-05-24",
    "2026-05-25",
    "2026-12-25",
    "2026-12-26",
  ]);
  // The 27th was a Sunday.
  expect(year("nl", 2025)).toContain("2025-04-26");
  expect(year("nl", 2025)).not.toContain("2025-04-27");
});

test("Easter in years at the ends of its range, and in a common one", () => {
  for (const monday of ["2008-03-24", "2011-04-25", "2038-04-26", "2024-04-01"])
    expect(year("de", Number(monday.slice(0, 4)))).toContain(monday);
});

test("British holidays that fall in a weekend are made good", () => {
  expect(year("gb", 2021).slice(-2)).toEqual(["2021-12-27", "2021-12-28"]);
  expect(year("gb", 2022).slice(-2)).toEqual(["2022-12-26", "2022-12-27"]);
  expect(year("gb", 2022).slice(0, 2)).toEqual(["2022-01-01", "2022-01-03"]);
  expect(year("gb", 2022)).toContain("2022-06-02");
});

test("American Thanksgiving, and Memorial day on the last Monday of May", () => {
  expect(year("us", 2026)).toEqual(expect.arrayContaining(["2026-11-26", "2026-05-25", "2026-01-19", "2026-09-07"]));
});

test("each country has existing days, in order, within the days asked about", () => {
  for (const country of holidayCountries) {
    const days = holidaysBetween(country, "2023-03-01", "2027-02-28");
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.every((day) => isDay(day) && day >= "2023-03-01" && day <= "2027-02-28")).toBe(true);
    expect(days.length).toBeGreaterThan(30);
  }
});
