import { addDays, addMonths, type Day, daysBetween } from "../../src/calendar/index.ts";
import { readCsv, type Row } from "../simulate/rows.ts";
import { parsedAt } from "./example.ts";

const read = new WeakMap<ReadonlyMap<string, string>, Map<string, Row[]>>();

/** The rows of a file whose day in `column` lies from `from` to `to`, both included. */
function rowsBetween(texts: ReadonlyMap<string, string>, name: string, column: string, from: Day, to: Day): Row[] {
  const tables = read.get(texts) ?? new Map<string, Row[]>();
  read.set(texts, tables);
  const rows = tables.get(name) ?? readCsv(texts.get(`data/${name}.csv`)!);
  tables.set(name, rows);
  return rows.filter((row) => {
    const day = row[column]!.slice(0, 10);
    return day >= from && day <= to;
  });
}

/** Everything the framework measures from `from` to `to`, counted by plain loops over the files. */
export function values(texts: ReadonlyMap<string, string>, from: Day, to: Day): Record<string, number> {
  const rows = (name: string, column: string): Row[] => rowsBetween(texts, name, column, from, to);
  const sum = (of: readonly Row[], column: string): number => of.reduce((total, row) => total + Number(row[column]), 0);
  const part = (of: readonly Row[], yes: (row: Row) => boolean): number => of.filter(yes).length / of.length;
  const quantile = (numbers: readonly number[], p: number): number => {
    const sorted = numbers.toSorted((one, other) => one - other);
    const place = (sorted.length - 1) * p;
    const low = sorted[Math.floor(place)]!;
    return low + (place % 1) * ((sorted[Math.ceil(place)] ?? low) - low);
  };
  const visits = rows("visits", "date");
  const quotes = rows("quotes", "started_at").filter((row) => row["status"] !== "duplicate");
  const lines = [...new Map(rows("order-lines", "ordered_at").map((row) => [row["line_id"], row])).values()].filter(
    (row) => row["status"] !== "cancelled",
  );
  const decoration = lines.filter(
    (row) =>
      row["category"] === "decoration" &&
      row["after_bathroom"] === "yes" &&
      daysBetween(row["customer_since"]!, row["ordered_at"]!.slice(0, 10)) <= 180,
  );
  const deliveries = rows("deliveries", "delivered_on");
  return {
    "sea-impressions": sum(
      rows("ads", "date").filter((row) => row["channel"] === "sea"),
      "impressions",
    ),
    "new-visitors": sum(
      visits.filter((row) => row["visitor_type"] === "new"),
      "visitors",
    ),
    "returning-visitors": sum(
      visits.filter((row) => row["visitor_type"] === "returning"),
      "visitors",
    ),
    "time-on-site": sum(visits, "seconds") / sum(visits, "visitors"),
    "whitepaper-downloads": rows("downloads", "downloaded_at").filter((row) => row["document"] === "guide").length,
    "quote-requests": quotes.filter((row) => row["requested_at"] !== "").length,
    "bathrooms-sold": sum(
      lines.filter((row) => row["category"] === "bathroom"),
      "quantity",
    ),
    "extra-decoration": new Set(decoration.map((row) => row["customer_id"])).size,
    "instant-page": quantile(
      rows("page-speed", "measured_at").map((row) => Number(row["load_seconds"])),
      0.75,
    ),
    fits: part(
      deliveries.filter((row) => row["size_error"] !== ""),
      (row) => row["size_error"] === "no",
    ),
    "quick-quote": quantile(
      quotes.filter((row) => row["lead_minutes"] !== "").map((row) => Number(row["lead_minutes"])),
      0.5,
    ),
    undamaged: part(
      deliveries.filter((row) => row["damaged"] !== ""),
      (row) => row["damaged"] === "no",
    ),
  };
}

/** Share of the customers whose 60 days end from `from` to `to` that came back within them. */
export function retention(texts: ReadonlyMap<string, string>, from: Day, to: Day): number {
  const settled = rowsBetween(texts, "customers", "first_ordered_on", addDays(from, -60), addDays(to, -60));
  return (
    settled.filter((row) => row["second_ordered_on"] !== "" && daysBetween(row["first_ordered_on"]!, row["second_ordered_on"]!) <= 60)
      .length / settled.length
  );
}

/** The status of each indicator on `asOf` by the rule of `run` for a target that is under way, from the counted values. */
export function statuses(texts: ReadonlyMap<string, string>, asOf: Day): Record<string, string> {
  const { framework } = parsedAt("badkamerwinkel", "nl", asOf);
  const start = framework.kpis[0]!.target!.from!;
  const counted = values(texts, start, asOf);
  const months = [0, 1, 2].map((count) => addMonths(start, count));
  const ended = months.filter((month) => addDays(addMonths(month, 1), -1) < asOf);
  const last = ended.at(-1);
  if (last) counted["first-order-retention"] = retention(texts, last, addDays(addMonths(last, 1), -1));

  const totals = [
    "sea-impressions",
    "new-visitors",
    "returning-visitors",
    "whitepaper-downloads",
    "quote-requests",
    "bathrooms-sold",
    "extra-decoration",
  ];
  return Object.fromEntries(
    [...framework.kpis, ...framework.cpis].map(({ id, cadence, target, baseline, direction }) => {
      const { value: goal, from, to, plan } = target!;
      if (cadence === "monthly" && !last) return [id, "immature"];
      const value = counted[id]!;
      const passed = daysBetween(from!, asOf) + 1;
      const length = daysBetween(from!, to!) + 1;
      let expected: number;
      if (!totals.includes(id)) {
        const base = (baseline as { value: number }).value;
        expected = plan ? plan[ended.length - 1]! : base + ((goal - base) * (passed - 1)) / (length - 1);
      } else {
        if (value >= goal) return [id, "achieved"];
        expected = (goal * passed) / length;
        if (plan) {
          expected = 0;
          for (const [index, month] of months.entries()) {
            const days = daysBetween(month, addMonths(month, 1));
            expected += (plan[index]! * Math.max(0, Math.min(days, daysBetween(month, asOf) + 1))) / days;
          }
        }
      }
      const ratio = direction === "down" ? expected / value : value / expected;
      return [id, ratio >= 1 ? "on-track" : ratio >= 0.9 ? "at-risk" : "behind"];
    }),
  );
}
