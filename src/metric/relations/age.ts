import type { DurationUnit, FiscalStart } from "../../calendar/index.ts";

/** The number of the day, week, month, quarter or (fiscal) year that a day lies in, as an expression: one apart is next to each other. */
export function periodNumber(column: string, unit: DurationUnit, fiscalStart: FiscalStart): string {
  const day = `"${column}"`;
  // 1970-01-05 was a Monday.
  const sinceMonday = `(${day} - date '1970-01-05')`;
  switch (unit) {
    case "day":
      return sinceMonday;
    case "week":
      return `floor(${sinceMonday} / 7)`;
    case "month":
      return `(year(${day}) * 12 + month(${day}))`;
    case "quarter":
      return `(year(${day}) * 4 + quarter(${day}))`;
    case "year": {
      if (fiscalStart === "01-01") return `year(${day})`;
      const [month, date] = fiscalStart.split("-").map(Number);
      return `(year(${day}) + case when month(${day}) * 100 + day(${day}) >= ${month! * 100 + date!} then 1 else 0 end)`;
    }
  }
}
