import { isDay } from "../../calendar/index.ts";
import type { Measured } from "../../connect/index.ts";
import type { Columns } from "../../expression/index.ts";
import { quoteIdentifier } from "../../sql/index.ts";
import type { Session } from "../../warehouse/index.ts";

/** About as many weeks as are in ten years: what lies before tells nothing of the usual. */
const mostWeeks = 520;

/** Rows, empty fields per column and sums of its numbers, per week of `"$day"`, in one pass. */
export async function measure(session: Session, table: string, types: Columns): Promise<Measured> {
  const names = [...types.keys()];
  const numbers = names.filter((name) => types.get(name) === "decimal" || types.get(name) === "double" || types.get(name) === "integer");
  const values = [
    ...names.map((name) => `count(*) - count(${quoteIdentifier(name)})`),
    ...numbers.map((name) => `coalesce(sum(CAST(${quoteIdentifier(name)} AS DOUBLE)), 0)`),
  ];
  const { rows } = await session.query(
    `SELECT ${["date_trunc('week', \"$day\")", "count(*)", ...values].join(", ")} FROM ${table} GROUP BY 1 ORDER BY 1 NULLS FIRST`,
  );
  const weeks = rows.flatMap((row): Measured["weeks"] => {
    const week = row[0] === null ? null : String(row[0]).slice(0, 10);
    if (week === null || !isDay(week)) return [];
    const counted = row.slice(1).map(Number);
    return [{ week, rows: counted[0]!, empty: counted.slice(1, names.length + 1), sums: counted.slice(names.length + 1) }];
  });
  return {
    columns: names,
    numbers,
    empty: names.map((_, index) => rows.reduce((sum, row) => sum + Number(row[index + 2]), 0)),
    weeks: weeks.slice(-mostWeeks),
  };
}
